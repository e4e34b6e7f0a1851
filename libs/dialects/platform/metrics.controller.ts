import { Get, Header, Req } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Config } from '#infra/config';
import { MainController, Public, Refuses, requireAdmin, Summary } from '#infra/http';
import { isMetricsBearer, METRICS_CONTENT_TYPE, renderMetrics } from '#infra/metrics';

/** Public to the guard, because the operator's token is no credential of a team: who may read is decided here. */
@MainController('metrics', { tag: 'Health' })
export class MetricsController {
  constructor(private readonly config: Config) {}

  @Get()
  @Public()
  @Summary('Show metrics', 'For Prometheus. Needs the access token of an administrator, or METRICS_TOKEN as bearer.')
  @Header('content-type', METRICS_CONTENT_TYPE)
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string', example: '# HELP ...' } } } })
  @Refuses(401, 403)
  show(@Req() request: FastifyRequest): Promise<string> {
    if (!isMetricsBearer(request.headers.authorization, this.config.metrics.token)) requireAdmin(request);
    return renderMetrics();
  }
}
