import { Injectable, Logger } from '@nestjs/common';
import { mcpErrors } from '../mcp.errors';
import type { Caller } from './caller';
import { loadLibrary } from './mcp-library';
import { McpServers } from './mcp-servers';

type Handler = (caller: Caller, request: Request, body: unknown) => Promise<Response>;

/**
 * The protocol over Streamable HTTP, without sessions: each message is answered by a server of its own, which knows who asks, so
 * any process may get the next one. The library reads both generations, and answers what is no message of either.
 */
@Injectable()
export class McpEndpoint {
  private readonly logger = new Logger(McpEndpoint.name);
  private opened: Promise<Handler> | undefined;

  constructor(private readonly servers: McpServers) {}

  /** @throws `mcp.batch_refused`: every message is counted; revisions since 2025-06-18 know no batches */
  async answer(caller: Caller, request: Request, body: unknown): Promise<Response> {
    if (Array.isArray(body)) throw mcpErrors.batch_refused();
    this.opened ??= this.open();
    return (await this.opened)(caller, request, body);
  }

  private async open(): Promise<Handler> {
    const library = await loadLibrary();
    const { fetch } = library.createMcpHandler(
      ({ authInfo }) => this.servers.create(library, authInfo?.extra?.caller as Caller),
      { onerror: (error) => this.logger.debug(`A message was refused: ${error.message}`) },
    );
    return (caller, request, parsedBody) =>
      // The library hands this on and looks at nothing of it: the key was checked when the request came.
      fetch(request, { parsedBody, authInfo: { token: '', clientId: '', scopes: [], extra: { caller } } });
  }
}
