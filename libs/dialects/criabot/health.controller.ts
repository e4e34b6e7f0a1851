import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { EnumField, NumberField, Public, productVersion, Summary, TextField } from '#infra/http';

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
  @Get('health')
  @Public()
  @Summary('Show health', 'Never throttled.')
  @ApiOkResponse({ type: ServerHealth })
  show(): ServerHealth {
    return { status: 'ok', uptime: process.uptime(), version: productVersion() };
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
