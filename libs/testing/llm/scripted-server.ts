/** What the servers of all vendors have in common: they listen, remember what they were asked, and take their answers from a script. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { DROPPED } from './answer-writer';
import type { ScriptedReply } from './scripted-reply';

export interface ReceivedRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Parsed; undefined when there was none. */
  body: unknown;
  /** Whether the client closed the connection before the answer was complete. */
  hungUp: boolean;
}

export type ReplyScript<Request> = (request: Request) => ScriptedReply;

export abstract class ScriptedServer<Request> {
  readonly requests: ReceivedRequest[] = [];
  private readonly queue: ScriptedReply[] = [];
  private script: ReplyScript<Request> = () => ({});
  private answers = 0;
  private readonly server = createServer({ noDelay: true }, (request, response) => void this.serve(request, response));

  /** Where clients are to go. */
  abstract get baseUrl(): string;

  protected abstract answer(received: ReceivedRequest, response: ServerResponse): Promise<void> | void;

  /** @param port a free one unless given */
  protected async listen(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  protected get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  protected nextReply(request: Request): ScriptedReply {
    return this.queue.shift() ?? this.script(request);
  }

  protected nextNumber(): number {
    return ++this.answers;
  }

  /** The next chats get these answers, one each. */
  replyOnce(...replies: readonly ScriptedReply[]): this {
    this.queue.push(...replies);
    return this;
  }

  /** Chats that find the queue empty get this answer. */
  replyWith(script: ReplyScript<Request> | ScriptedReply): this {
    this.script = typeof script === 'function' ? script : () => script;
    return this;
  }

  /** Forgets scripts and requests. */
  reset(): void {
    this.queue.length = 0;
    this.requests.length = 0;
    this.script = () => ({});
  }

  /** Hangs up on everybody. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.answer(await this.receive(request, response), response);
    } catch (error) {
      response.destroy(error as Error);
    }
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<ReceivedRequest> {
    const { method = '', url = '', headers } = request;
    const { pathname: path, searchParams: query } = new URL(url, 'http://server');
    const text = await readText(request);
    const body = text === '' ? undefined : parsed(text);
    const received: ReceivedRequest = { method, path, query, headers, body, hungUp: false };
    this.requests.push(received);
    let isDropped = false;
    response.once(DROPPED, () => {
      isDropped = true;
    });
    response.once('close', () => {
      received.hungUp = !isDropped && !response.writableEnded;
    });
    return received;
  }
}

/** Undefined when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
