/**
 * A server for tests that answers JSON to JSON, fails as it is told to, and remembers what it was asked. What it says is its
 * `Protocol`; failures and faults are the same for all.
 */
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';

export interface Received {
  method: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  /** Parsed; undefined when it was no JSON. */
  body: unknown;
  /** Whether the client closed the connection before the answer was complete. */
  hungUp: boolean;
}

export interface Answer {
  status: number;
  /** A text is sent as it is. */
  body: object | string;
}

export type Fault =
  /** The connection is reset before the head. */
  | 'reset'
  /** The connection is closed in the middle of the body. */
  | 'cut-off'
  /** The first half of the body, as if it were all. */
  | 'malformed'
  /** Silence instead of an answer. */
  | 'stall'
  /** Silence in the middle of the body. */
  | 'stall-in-body'
  /** A body without an end. */
  | 'endless';

export type ScriptedFailure =
  | { fault: Fault }
  | { status: number; retryAfter?: string; location?: string; body?: object | string };

export interface Protocol {
  /** What it answers when all is well, and what it refuses. */
  answer(request: Received): Answer;
  /** The vendor's words for a status. */
  errorBody(status: number, message?: string): object | string;
}

const FLOOD = 'x'.repeat(64 * 1024);

export class ProtocolServer {
  readonly requests: Received[] = [];
  private readonly failures: ScriptedFailure[] = [];
  private lasting: ScriptedFailure | undefined;
  /** Of requests that are being answered. */
  private running = 0;
  /** The most requests that were answered at the same time. */
  maxRunning = 0;

  private constructor(
    private readonly server: Server,
    private readonly protocol: Protocol,
  ) {
    server.on('request', (request, response) => void this.serve(request, response));
  }

  /** On a free port of this machine. */
  static async start(protocol: Protocol): Promise<ProtocolServer> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ProtocolServer(server, protocol);
  }

  /** Without a path. */
  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next requests fail, one in each way. */
  failOnce(...failures: readonly ScriptedFailure[]): this {
    this.failures.push(...failures);
    return this;
  }

  /** All requests fail. */
  failWith(failure: ScriptedFailure): this {
    this.lasting = failure;
    return this;
  }

  /** Forgets failures and requests. */
  reset(): void {
    this.failures.length = 0;
    this.requests.length = 0;
    this.lasting = undefined;
    this.maxRunning = 0;
  }

  /** Hangs up on everybody. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    this.maxRunning = Math.max(this.maxRunning, ++this.running);
    const text = await readText(request).catch(() => '');
    const received: Received = { method, path, headers, body: parsed(text), hungUp: false };
    this.requests.push(received);
    response.once('close', () => {
      this.running--;
      received.hungUp = !response.writableFinished;
    });
    const failure = this.failures.shift() ?? this.lasting;
    if (failure !== undefined && 'status' in failure) return this.refuse(response, failure);
    const { status, body } = this.protocol.answer(received);
    if (failure === undefined) return write(response, status, body);
    await playFault(response, failure.fault, JSON.stringify(body));
  }

  private refuse(response: ServerResponse, failure: Extract<ScriptedFailure, { status: number }>): void {
    const { status, retryAfter, location, body = this.protocol.errorBody(status) } = failure;
    if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
    if (location !== undefined) response.setHeader('location', location);
    write(response, status, body);
  }
}

function write(response: ServerResponse, status: number, body: object | string): void {
  const isJson = typeof body !== 'string';
  const text = isJson ? JSON.stringify(body) : body;
  response.writeHead(status, {
    'content-type': isJson ? 'application/json' : 'text/html',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function playFault(response: ServerResponse, fault: Fault, body: string): Promise<void> {
  if (fault === 'stall') return;
  const half = body.slice(0, body.length / 2);
  if (fault === 'malformed') return write(response, 200, half);
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const isEndless = fault === 'endless';
  response.writeHead(200, {
    'content-type': 'application/json',
    ...(isEndless ? {} : { 'content-length': body.length }),
  });
  response.write(half);
  if (fault === 'cut-off') response.socket?.destroySoon();
  const closed = once(response, 'close');
  while (isEndless && !response.destroyed) {
    if (!response.write(FLOOD)) await Promise.race([once(response, 'drain'), closed]);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
