/**
 * A messenger on this machine: an HTTP server that speaks enough of its API, records what it is asked, and can be told to be
 * in a bad mood. What a mood answers is not counted as sent.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlatformCall {
  method: string;
  /** With its query. */
  path: string;
  headers: Readonly<Record<string, string | undefined>>;
  /** Parsed: JSON, or the fields of a form. */
  body: Readonly<Record<string, unknown>>;
}

export interface PlatformAnswer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** JSON; a text is sent as it is. */
  body?: unknown;
}

/** What a platform would send us: give both to `fetch` or `inject`. */
export interface SignedCall {
  headers: Record<string, string>;
  /** As it was signed. */
  body: string;
}

/** No path of any platform. */
const BARRIER = '/~settled';

export abstract class PlatformStub {
  /** Of the API, without a slash at its end. */
  url: string;
  readonly calls: PlatformCall[] = [];
  protected isRevoked = false;
  private readonly scripted: PlatformAnswer[] = [];
  private readonly held = new Set<ServerResponse>();
  private isHanging = false;
  private always: PlatformAnswer | undefined;
  private server: Server;

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Forgets what was recorded, and is well again. */
  reset(): void {
    this.calls.length = 0;
    this.scripted.length = 0;
    this.always = undefined;
    this.isRevoked = false;
    this.resume();
  }

  /** The next calls are refused with a wish for a pause. */
  next429(retryAfterS: number, times = 1): void {
    for (let n = 0; n < times; n++) this.scripted.push(this.tooMany(retryAfterS));
  }

  /** The next call gets this, whatever it asks. */
  nextAnswer(answer: PlatformAnswer): void {
    this.scripted.push(answer);
  }

  /** Every call gets this status, until `reset`. */
  fail(status: number, body: unknown = 'out of order'): void {
    this.always = { status, body };
  }

  /** Takes calls and says nothing, until `resume` or `reset`. */
  hang(): void {
    this.isHanging = true;
  }

  /** Calls that were left without an answer lose their connections. */
  resume(): void {
    this.isHanging = false;
    for (const response of this.held) response.destroy();
    this.held.clear();
  }

  /**
   * When every call that was begun before is in `calls`. One that its caller gave up may arrive later than the caller knows: what
   * asks after it comes in behind it.
   */
  async settled(): Promise<void> {
    const answer = await fetch(this.url + BARRIER, { headers: { connection: 'close' } });
    await answer.arrayBuffer();
  }

  /** The token of the bot is no good any more. */
  revoke(): void {
    this.isRevoked = true;
  }

  /** It is good again. */
  restore(): void {
    this.isRevoked = false;
  }

  protected abstract answer(call: PlatformCall): PlatformAnswer;
  protected abstract tooMany(retryAfterS: number): PlatformAnswer;

  protected async listen(): Promise<this> {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === BARRIER) return void response.end();
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const headers = request.headers as PlatformCall['headers'];
    const call = { method: request.method ?? '', path: request.url ?? '', headers, body: fieldsOf(text, headers) };
    this.calls.push(call);
    if (this.isHanging) this.held.add(response);
    else write(response, this.scripted.shift() ?? this.always ?? this.answer(call));
  }
}

function write(response: ServerResponse, { status = 200, headers = {}, body }: PlatformAnswer): void {
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body === undefined || status === 204 ? '' : isText ? body : JSON.stringify(body));
}

function fieldsOf(text: string, headers: PlatformCall['headers']): Record<string, unknown> {
  if (text === '') return {};
  if (headers['content-type']?.includes('form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  return JSON.parse(text) as Record<string, unknown>;
}
