import { Get, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DialectController, Public, Refuses, Summary } from '#infra/http';
import { WidgetScript } from './widget-script';

/** Pages of other origins load it, and a new version reaches them within minutes. */
const HEADERS = {
  'content-type': 'application/javascript; charset=utf-8',
  'cache-control': 'public, max-age=300',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

@DialectController('widget.js', { tag: 'Widget' })
export class WidgetController {
  constructor(private readonly script: WidgetScript) {}

  @Get()
  @Public()
  @Summary('Get the chat widget', 'A script for web pages, which reads `window.OurPlatformConfig`.')
  @ApiProduces('application/javascript')
  @ApiResponse({ status: 200, description: 'The script.', schema: { type: 'string' } })
  @ApiResponse({ status: 304, description: 'The caller has it: `If-None-Match` names its `ETag`.' })
  @Refuses(503)
  get(@Res({ passthrough: true }) reply: FastifyReply): Buffer | undefined {
    return this.script.get().answer(reply, HEADERS);
  }
}
