import { Get } from '@nestjs/common';
import {
  Answers,
  DateField,
  EnumField,
  MainController,
  NumberField,
  Public,
  productVersion,
  Summary,
  success,
  TextField,
} from '#infra/http';
import { Clock } from '#kernel';

export class Health {
  @EnumField('`ok` as long as requests are served.', ['ok'])
  status!: 'ok';

  @NumberField('Seconds since the process started.', { min: 0 })
  uptime!: number;

  @DateField('Time of the server.')
  timestamp!: string;

  @TextField('Version of the product.')
  version!: string;
}

@MainController('health', { tag: 'Health' })
export class HealthController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @Public()
  @Summary('Show liveness', 'Never throttled.')
  @Answers(200, Health)
  show() {
    const health: Health = {
      status: 'ok',
      uptime: process.uptime(),
      timestamp: this.clock.now().toISOString(),
      version: productVersion(),
    };
    return success(health);
  }
}
