/** What may stand between a client and the server: it breaks connections, loses answers and refuses, as it is told to. */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Browsers drop what they have not handed on when a connection is reset. */
const READ_MS = 100;

export interface Fault {
  /** Only requests with this method and part of the path. */
  method?: string;
  path?: string;
  /** How many of them; one unless given. */
  times?: number;
  /** Answered in place of the server. */
  refusal?: { status: number; headers?: Record<string, string>; body?: unknown };
  /** The answer is passed on to the end of so many events and the first half of the next one; then the connection is reset. */
  cutAfterEvents?: number;
  /** The server gets the request, and its answer is lost. */
  losesAnswer?: boolean;
  /** The request is swallowed, and nothing ever comes. */
  isSilent?: boolean;
}

export interface PassedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
}

export class UnreliableNetwork {
  /** All that came, oldest first. */
  readonly requests: PassedRequest[] = [];
  private readonly open = new Set<ServerResponse>();
  private faults: Array<Fault & { times: number }> = [];

  private constructor(
    private readonly server: Server,
    private readonly target: string,
  ) {
    server.on('request', (incoming, outgoing) => this.take(incoming, outgoing));
  }

  /** @param target address of the server, `http://host:port` */
  static async to(target: string): Promise<UnreliableNetwork> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new UnreliableNetwork(server, target);
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next requests that it is meant for; several faults come one after the other. */
  fails(...faults: Fault[]): void {
    this.faults.push(...faults.map((fault) => ({ times: 1, ...fault })));
  }

  /** From now on everything passes, and nothing has come yet. */
  reset(): void {
    this.faults = [];
    this.requests.length = 0;
  }

  /** Answers that are on their way. */
  get openAnswers(): number {
    return this.open.size;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private take(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = '', url: path = '', headers } = incoming;
    this.requests.push({ method, path, headers });
    this.open.add(outgoing);
    outgoing.on('close', () => this.open.delete(outgoing));
    const fault = this.faultFor(method, path);
    if (fault?.isSilent) return;
    if (fault?.refusal) {
      const { status, headers: extra, body = {} } = fault.refusal;
      incoming.resume();
      outgoing.writeHead(status, { 'content-type': 'application/json', ...extra }).end(JSON.stringify(body));
      return;
    }
    this.pass(incoming, outgoing, fault);
  }

  private faultFor(method: string, path: string): Fault | undefined {
    const isMeant = (fault: Fault) => (fault.method ?? method) === method && path.includes(fault.path ?? '');
    const fault = this.faults.find((one) => one.times > 0 && isMeant(one));
    if (fault) fault.times--;
    return fault;
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse, fault: Fault | undefined): void {
    const { method, url, headers } = incoming;
    const onward = request(`${this.target}${url}`, { method, headers, agent: false });
    onward.on('response', (answer) => {
      if (fault?.losesAnswer) return answer.resume().on('end', () => outgoing.destroy());
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (fault?.cutAfterEvents !== undefined) cutOff(answer, outgoing, fault.cutAfterEvents);
      else answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }
}

function cutOff(answer: IncomingMessage, outgoing: ServerResponse, events: number): void {
  let text = '';
  let isCut = false;
  answer.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    const parts = text.split('\n\n');
    if (isCut || parts.length <= events + 1) return;
    isCut = true;
    const next = parts[events] ?? '';
    const head = parts.slice(0, events).map((part) => `${part}\n\n`);
    const reset = () => outgoing.socket?.resetAndDestroy();
    outgoing.write(head.join('') + next.slice(0, next.length / 2), () => setTimeout(reset, READ_MS));
  });
  answer.on('end', () => isCut || outgoing.end(text));
  answer.on('error', () => outgoing.destroy());
}
