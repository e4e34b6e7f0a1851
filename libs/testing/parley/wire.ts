/** HTTP as a client sees it, for end-to-end tests. What is said is held against the OpenAPI documents (`contract`). */
import { contractOfRun, type FrameCheck, type SentRequest } from './contract';

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

  /** Texts and forms are sent as they are, all others as JSON. @throws Error when the documents do not allow what was said */
  async send(method: string, path: string, body?: unknown): Promise<WireAnswer> {
    const request = this.requestOf(method, path, body);
    const answer = await this.fetch(request);
    const read = { status: answer.status, headers: answer.headers, body: await bodyOf(answer) };
    contractOfRun()?.check(request, answer, read.body);
    return read;
  }

  /** The answer as soon as its head is there, for streams. @throws Error as `send`; frames throw as they are read */
  async open(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const request = this.requestOf(method, path, body);
    const answer = await this.fetch(request, signal);
    const contract = contractOfRun();
    if (!contract) return answer;
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
    contract.check(request, answer, isStream ? undefined : await bodyOf(answer.clone()));
    if (isStream) FRAME_CHECKS.set(answer, contract.frames(request));
    return answer;
  }

  private requestOf(method: string, path: string, body: unknown): SentRequest {
    const type = body instanceof FormData ? 'multipart/form-data' : 'application/json';
    return {
      method,
      path,
      headers: new Headers({ ...(body === undefined ? {} : { 'content-type': type }), ...this.headers }),
      body,
    };
  }

  private fetch({ method, path, headers, body }: SentRequest, signal?: AbortSignal): Promise<Response> {
    const sent = typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
    const own = new Headers(headers);
    // `fetch` tells the boundary of a form.
    if (body instanceof FormData) own.delete('content-type');
    const init = { method, headers: own, ...(body === undefined ? {} : { body: sent }), ...(signal ? { signal } : {}) };
    return fetch(this.baseUrl + path, init);
  }
}

/** Of streams that were opened, for who reads their frames. */
const FRAME_CHECKS = new WeakMap<Response, FrameCheck>();

async function bodyOf(answer: Response): Promise<Json> {
  const text = await answer.text();
  return /[/+]json\b/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
}

export interface SseFrame {
  id: string | undefined;
  event: string;
  data: Json;
}

/** Reads an event stream frame by frame (WHATWG HTML, "Server-sent events"); comments are left out. */
export async function* readFrames(answer: Response): AsyncGenerator<SseFrame> {
  const check = FRAME_CHECKS.get(answer);
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const frame = parseFrame(text.slice(0, end));
      text = text.slice(end + 2);
      if (!frame) continue;
      check?.(frame);
      yield frame;
    }
  }
}

export async function allFrames(answer: Response): Promise<SseFrame[]> {
  return Array.fromAsync(readFrames(answer));
}

/** JSON, but for the last frame of OpenAI's streams. */
function dataOf(text: string): Json {
  return text === '[DONE]' ? text : JSON.parse(text);
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
    data: dataOf(valuesOf('data').join('\n')),
  };
}
