/**
 * A client of one MCP server (modelcontextprotocol.io) over Streamable HTTP, in the revisions 2026-07-28, which knows no
 * sessions, and 2025-11-25 and older, which begin with a handshake.
 *
 * Every operation is a connection of its own: nothing is held open between operations, so that a server which restarts, or an
 * address that is changed, needs no care. Which revision a server speaks is remembered, so that an operation takes one request
 * with a server of 2026, and three with an older one. No capability is offered: the server has nothing to ask of us.
 */
import { deadlineIn } from '#infra/http-client';
import { SECOND_MS } from '#kernel';
import {
  MAX_ANSWER_BYTES,
  MAX_SERVED_TOOLS,
  type ServedResult,
  type ServedTool,
  type ToolServer,
  type ToolServerAddress,
  type ToolServerIdentity,
  type ToolServerLimits,
} from '../../tool-servers.contract';
import { toolServerErrors } from '../../tool-servers.errors';
import { BoundedExchange } from './bounded-exchange';
import { mcpFailure } from './mcp-failures';
import type { Agreement, Client, Library, Transport } from './mcp-library';
import { servedResult } from './served-result';
import { servedTool } from './served-tool';

const CLIENT = { name: 'Parley', version: '1' };
/** Of a listing: a server that always has another page is left. */
const MAX_PAGES = 16;
/** A session that an older server has opened is ended, but nobody waits for it. */
const FAREWELL_MS = 2 * SECOND_MS;

/** What servers declare is checked by whoever calls, within limits; what they answer is data for a model and fits any form. */
const ANY_FORM = {
  getValidator: () => (input: unknown) => ({ valid: true as const, data: input as never, errorMessage: undefined }),
};

type Work<Result> = (client: Client, signal: AbortSignal) => Promise<Result>;

export class McpToolServer implements ToolServer {
  private known: Agreement | undefined;

  constructor(
    private readonly address: ToolServerAddress,
    private readonly fetch: typeof globalThis.fetch,
    private readonly library: Library,
  ) {}

  list(limits: ToolServerLimits): Promise<readonly ServedTool[]> {
    return this.connected(limits, listAll);
  }

  call(tool: ServedTool, args: Readonly<Record<string, unknown>>, limits: ToolServerLimits): Promise<ServedResult> {
    const { name, parameters } = tool;
    const toolDefinition = { name, inputSchema: { ...parameters, type: 'object' as const } };
    return this.connected(limits, async (client, signal) => {
      const timeout = limits.timeoutMs;
      return servedResult(await client.callTool({ name, arguments: { ...args } }, { signal, timeout, toolDefinition }));
    });
  }

  probe(limits: ToolServerLimits): Promise<ToolServerIdentity> {
    this.known = undefined;
    return this.connected(limits, async (client, signal) => {
      // Older servers are asked for a sign of life beyond the handshake; the newer revision has none.
      if (client.getProtocolEra() === 'legacy') await client.ping({ signal });
      const { name, version } = client.getServerVersion() ?? {};
      return { name, version, protocolVersion: client.getNegotiatedProtocolVersion() };
    });
  }

  private async connected<Result>(limits: ToolServerLimits, work: Work<Result>): Promise<Result> {
    const { timeoutMs, signal } = limits;
    signal?.throwIfAborted();
    const exchange = new BoundedExchange(this.fetch, MAX_ANSWER_BYTES);
    const deadline = deadlineIn(timeoutMs, signal);
    try {
      const operation = this.operate(exchange, deadline.signal, timeoutMs, work);
      return await Promise.race([operation, exchange.failed, aborted(deadline.signal)]);
    } catch (error) {
      this.known = undefined;
      signal?.throwIfAborted();
      throw exchange.failure ?? (deadline.signal.aborted ? toolServerErrors.timed_out() : mcpFailure(error));
    } finally {
      exchange.end();
      deadline.end();
      // Whatever of it is still under way.
      deadline.abort();
    }
  }

  private async operate<Result>(
    exchange: BoundedExchange,
    signal: AbortSignal,
    timeout: number,
    work: Work<Result>,
  ): Promise<Result> {
    const { Client, StreamableHTTPClientTransport } = this.library;
    const transport = new StreamableHTTPClientTransport(new URL(this.address.url), {
      fetch: exchange.fetch,
      requestInit: { headers: { ...this.address.headers } },
      reconnectionOptions: NO_RECONNECTION,
    });
    const client = new Client(CLIENT, {
      versionNegotiation: { mode: 'auto' },
      inputRequired: { autoFulfill: false },
      jsonSchemaValidator: ANY_FORM,
      listMaxPages: MAX_PAGES,
    });
    try {
      await client.connect(transport, { signal, timeout, ...(this.known && { prior: this.known }) });
      this.known = agreementWith(client);
      return await work(client, signal);
    } finally {
      void leave(client, transport);
    }
  }
}

const NO_RECONNECTION = {
  maxRetries: 0,
  initialReconnectionDelay: SECOND_MS,
  maxReconnectionDelay: SECOND_MS,
  reconnectionDelayGrowFactor: 1,
};

/** Page by page, so that a server with too many tools is left early, and one whose pages never end too. */
async function listAll(client: Client, signal: AbortSignal): Promise<readonly ServedTool[]> {
  const tools: ServedTool[] = [];
  if (client.getServerCapabilities()?.tools === undefined) return tools;
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES && tools.length < MAX_SERVED_TOOLS; page += 1) {
    const listed = await client.request(
      { method: 'tools/list', params: cursor === undefined ? {} : { cursor } },
      { signal },
    );
    tools.push(...listed.tools.map(servedTool));
    cursor = listed.nextCursor;
    if (cursor === undefined) break;
  }
  return tools.slice(0, MAX_SERVED_TOOLS);
}

function agreementWith(client: Client): Agreement | undefined {
  if (client.getProtocolEra() === 'legacy') return { kind: 'legacy' };
  const discover = client.getDiscoverResult();
  return discover && { kind: 'modern', discover };
}

/** Never rejects and keeps nobody waiting. */
async function leave(client: Client, transport: Transport): Promise<void> {
  const timer = setTimeout(() => void client.close().catch(() => undefined), FAREWELL_MS);
  try {
    if (transport.sessionId !== undefined) await transport.terminateSession();
  } catch {
    // The session ends by itself some day.
  } finally {
    clearTimeout(timer);
    await client.close().catch(() => undefined);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
