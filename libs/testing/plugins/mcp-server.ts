/** A real MCP server, of either generation of the protocol, which can hang, say too much, and answer with errors. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, fromJsonSchema, McpServer } from '@modelcontextprotocol/server';

export interface McpServerBehaviour {
  /** Accepts requests and never answers. */
  hangs?: boolean;
  /** Answers every request with so many bytes of a text that is no protocol. */
  floodsBytes?: number;
  /** Answers every request with it. */
  status?: number;
  /** Requests without `Authorization: Bearer <token>` are refused. */
  token?: string;
  /** Knows revisions up to 2025-11-25 only. */
  isOld?: boolean;
  /** So many tools more, of no use. */
  moreTools?: number;
}

export interface McpRequest {
  /** JSON-RPC method; undefined when there was no body. */
  method: string | undefined;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown> | undefined;
}

/** Tools: `add` (a, b), `shelf_life` (product), `break` (says that it failed), `essay` (characters). */
export class TestMcpServer {
  readonly requests: McpRequest[] = [];
  behaviour: McpServerBehaviour = {};
  /** Bytes of floods that the network has taken. */
  floodedBytes = 0;
  private readonly handle = toNodeHandler(createMcpHandler(() => this.mcp()));
  private readonly server = createServer((request, response) => void this.serve(request, response));

  static async start(behaviour: McpServerBehaviour = {}): Promise<TestMcpServer> {
    const started = new TestMcpServer();
    started.behaviour = behaviour;
    await new Promise<void>((resolve) => started.server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/mcp`;
  }

  get methods(): (string | undefined)[] {
    return this.requests.map(({ method }) => method);
  }

  reset(behaviour: McpServerBehaviour = {}): void {
    this.behaviour = behaviour;
    this.requests.length = 0;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    const body = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
    const method = body?.method as string | undefined;
    this.requests.push({ method, headers: request.headers, body });
    const { hangs, floodsBytes, status, token, isOld } = this.behaviour;
    if (hangs) return;
    if (floodsBytes !== undefined) return this.flood(response, floodsBytes);
    if (status !== undefined) return void response.writeHead(status).end('not today');
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return void response.writeHead(401).end();
    // As an older server does it that has never heard of the method.
    if (isOld && method === 'server/discover') return void response.writeHead(400).end('Bad Request');
    await this.handle(request, response, body);
  }

  private async flood(response: ServerResponse, bytes: number): Promise<void> {
    const piece = Buffer.alloc(16_384, 'x');
    response.writeHead(200, { 'Content-Type': 'application/json' });
    for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
      this.floodedBytes += piece.length;
      if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      else await nextTurn();
    }
    response.end();
  }

  private mcp(): McpServer {
    const server = new McpServer({ name: 'test-tools', version: '2.1.0' });
    const saying = (text: string) => ({ content: [{ type: 'text' as const, text }] });
    const numbers = accepting<{ a: number; b: number }>({ a: 'number', b: 'number' });
    server.registerTool('add', { description: 'Adds two numbers.', inputSchema: numbers }, async ({ a, b }) =>
      saying(String(a + b)),
    );
    const product = accepting<{ product: string }>({ product: 'string' });
    server.registerTool(
      'shelf_life',
      { description: 'How long a product keeps.', inputSchema: product },
      async ({ product: name }) => saying(`${name} keeps for 42 days.`),
    );
    server.registerTool('break', { description: 'Fails.' }, async () => ({
      ...saying('The shelf fell.'),
      isError: true,
    }));
    const length = accepting<{ characters: number }>({ characters: 'number' });
    server.registerTool('essay', { description: 'Writes a lot.', inputSchema: length }, async ({ characters }) =>
      saying('x'.repeat(characters)),
    );
    for (let number = 0; number < (this.behaviour.moreTools ?? 0); number += 1)
      server.registerTool(`more_${number}`, { description: 'Nothing.' }, async () => saying('Nothing.'));
    return server;
  }
}

/** The schema of an object whose fields are all required. */
function accepting<Fields>(types: Record<keyof Fields & string, 'number' | 'string'>) {
  const properties = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
  return fromJsonSchema<Fields>({ type: 'object', properties, required: Object.keys(types) } as never);
}

function once(response: ServerResponse, event: 'drain' | 'close'): Promise<void> {
  return new Promise((resolve) => response.once(event, resolve));
}
