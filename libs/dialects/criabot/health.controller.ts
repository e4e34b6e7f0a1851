import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Liveness } from '#infra/health';
import { EnumField, NumberField, Public, productVersion, Refuses, Summary, TextField } from '#infra/http';

export class ServerHealth {
  @EnumField('`ok` as long as requests are served.', ['ok'])
  status!: 'ok';

  @NumberField('Seconds since the process started.', { min: 0 })
  uptime!: number;

  @TextField('Version of the product.')
  version!: string;
}

/** Bare objects, not the dialect's envelope: monitors ask here. */
@Controller()
export class HealthController {
  constructor(private readonly liveness: Liveness) {}

  @Get('health')
  @Public()
  @Summary('Show health', 'Never throttled. 503 once the server is asked to stop.')
  @ApiOkResponse({ type: ServerHealth })
  @Refuses(503)
  show(): ServerHealth {
    return { status: 'ok', uptime: this.liveness.uptimeSeconds(), version: productVersion() };
  }

  @Get('health_check')
  @Public()
  @Summary('Ping')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string', example: 'Pong!' } } } })
  ping(): string {
    return 'Pong!';
  }
}
