/** HTTP as a client sees it, for end-to-end tests. */

// biome-ignore lint/suspicious/noExplicitAny: the body of an answer is whatever the server sent; tests assert its shape.
type Json = any;

export interface WireAnswer {
  status: number;
  headers: Headers;
  /** Parsed when it is JSON, else text. */
  body: Json;
}

export type WireHeaders = Record<string, string>;

export class WireClient {
  constructor(
    readonly baseUrl: string,
    private readonly headers: WireHeaders = {},
  ) {}

  /** The same client with more headers, e.g. a credential. */
  with(headers: WireHeaders): WireClient {
    return new WireClient(this.baseUrl, { ...this.headers, ...headers });
  }

  withKey(apiKey: string): WireClient {
    return this.with({ 'x-api-key': apiKey });
  }

  withToken(token: string): WireClient {
    return this.with({ authorization: `Bearer ${token}` });
  }

  get(path: string): Promise<WireAnswer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<WireAnswer> {
    return this.send('POST', path, body);
  }

  put(path: string, body: unknown): Promise<WireAnswer> {
    return this.send('PUT', path, body);
  }

  delete(path: string): Promise<WireAnswer> {
    return this.send('DELETE', path);
  }

  /** Texts and forms are sent as they are, all others as JSON. */
  async send(method: string, path: string, body?: unknown): Promise<WireAnswer> {
    const answer = await this.open(method, path, body);
    const text = await answer.text();
    const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** The answer as soon as its head is there, for streams. */
  open(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    return fetch(this.baseUrl + path, {
      method,
      headers: {
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...this.headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }
}

export interface SseFrame {
  id: string | undefined;
  event: string;
  data: Json;
}

/** Reads an event stream frame by frame (WHATWG HTML, "Server-sent events"); comments are left out. */
export async function* readFrames(answer: Response): AsyncGenerator<SseFrame> {
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const frame = parseFrame(text.slice(0, end));
      text = text.slice(end + 2);
      if (frame) yield frame;
    }
  }
}

export async function allFrames(answer: Response): Promise<SseFrame[]> {
  return Array.fromAsync(readFrames(answer));
}

function parseFrame(block: string): SseFrame | undefined {
  const fields = block
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(':'))
    .map((line) => /^([^:]+):? ?(.*)$/.exec(line)!.slice(1) as [string, string]);
  if (fields.length === 0) return undefined;
  const valuesOf = (name: string) => fields.filter(([field]) => field === name).map(([, value]) => value);
  return {
    id: valuesOf('id')[0],
    event: valuesOf('event')[0] ?? 'message',
    data: JSON.parse(valuesOf('data').join('\n')),
  };
}
