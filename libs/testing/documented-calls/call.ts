import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';

/** What goes over the wire, byte for byte. */
export interface WireCall {
  method: string;
  /** As it is sent, with the query. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Buffer | undefined;
  /** That an event stream ends by itself, and is listened to until then. */
  isHeardOut?: boolean;
}

export interface Heard {
  status: number;
  headers: Headers;
  /** Of an event stream what came in the first moment, unless it was to be heard out. */
  text: string;
  /** When it is JSON. */
  body: unknown;
}

/** How long an event stream is listened to; what it begins with comes at once. */
const LISTENING_MS = 150;

/** Makes calls that `fetch` would mend or refuse. Connections are kept. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(
    readonly baseUrl: string,
    /** How long an answer may take. */
    private readonly limitMs: number,
  ) {}

  /** @throws Error when there is no answer in time, or the connection ends without one */
  call(order: WireCall): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const { method, path, headers, body } = order;
      const { hostname, port } = new URL(this.baseUrl);
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = httpRequest(
        { hostname, port, method, path, headers: { ...length, ...headers }, agent: this.agent },
        (answer) => {
          answer.on('error', fail);
          hear(answer, order.isHeardOut === true, (heard) => {
            clearTimeout(timer);
            resolve(heard);
          });
        },
      );
      const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${this.limitMs} ms`)), this.limitMs);
      const fail = (error: Error) => {
        clearTimeout(timer);
        reject(error);
      };
      sent.on('error', fail);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function hear(answer: IncomingMessage, isHeardOut: boolean, done: (heard: Heard) => void): void {
  const chunks: Buffer[] = [];
  const headers = new Headers(answer.headersDistinct as unknown as Record<string, string>);
  const tell = () => done(heardOf(answer.statusCode ?? 0, headers, Buffer.concat(chunks).toString('utf8')));
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', tell);
  if (isHeardOut || !headers.get('content-type')?.startsWith('text/event-stream')) return;
  const leaving = setTimeout(() => {
    answer.off('end', tell);
    tell();
    answer.destroy();
  }, LISTENING_MS);
  answer.on('end', () => clearTimeout(leaving));
}

function heardOf(status: number, headers: Headers, text: string): Heard {
  const isJson = /[/+]json\b/.test(headers.get('content-type') ?? '');
  return { status, headers, text, body: isJson ? JSON.parse(text) : text };
}
