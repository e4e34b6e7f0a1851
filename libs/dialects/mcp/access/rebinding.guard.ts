import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '#infra/config';
import { mcpErrors } from '../mcp.errors';
import { KnownHosts } from './known-hosts';

/** @throws `mcp.host_refused`, `mcp.origin_refused` */
@Injectable()
export class RebindingGuard implements CanActivate {
  private readonly hosts: KnownHosts;

  constructor({ http, mcp }: Config) {
    this.hosts = new KnownHosts({ ...http, allowedHosts: mcp.allowedHosts });
  }

  canActivate(context: ExecutionContext): boolean {
    const { host, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!this.hosts.knows(host)) {
      const message = `This server does not know the host name "${host}". Its operator can name it by PUBLIC_URL or MCP_ALLOWED_HOSTS.`;
      throw mcpErrors.host_refused({ message });
    }
    if (headers.origin !== undefined && !this.hosts.trusts(headers.origin, host)) {
      const message = `Pages of ${headers.origin} may not call this server. Its operator can name them by CORS_ORIGINS.`;
      throw mcpErrors.origin_refused({ message });
    }
    return true;
  }
}
