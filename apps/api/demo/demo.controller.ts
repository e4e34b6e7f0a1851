import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WidgetKeys } from '#domain/identity';
import { Config } from '#infra/config';
import { Public } from '#infra/http';
import { PAGE_POLICY } from '../page-policy';
import { demoPage, noDemoPage } from './demo-page';
import { DEMO_SCRIPT } from './demo-script';
import { DEMO_STYLES } from './demo-styles';

const PAGE_TYPE = 'text/html; charset=utf-8';

/** A page with the chat widget and the demo bot, for whoever wants to see it before pasting it into a site. */
@Controller('demo')
export class DemoController {
  constructor(
    private readonly keys: WidgetKeys,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  async page(@Headers('host') host: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const demo = await this.keys.demo();
    reply.headers({ 'content-security-policy': PAGE_POLICY, 'content-type': PAGE_TYPE });
    if (!demo) {
      reply.status(404);
      return noDemoPage();
    }
    const baseUrl = this.config.http.publicUrl ?? `${reply.request.protocol}://${host}`;
    return demoPage({ apiKey: demo.apiKey, baseUrl: baseUrl.replace(/\/+$/, '') });
  }

  @Get('demo.js')
  @Public()
  script(@Res({ passthrough: true }) reply: FastifyReply): string {
    reply.header('content-type', 'text/javascript; charset=utf-8');
    return DEMO_SCRIPT;
  }

  @Get('demo.css')
  @Public()
  styles(@Res({ passthrough: true }) reply: FastifyReply): string {
    reply.header('content-type', 'text/css; charset=utf-8');
    return DEMO_STYLES;
  }
}
