/**
 * An OpenAI-compatible model server for tests, faithful to the wire: `/v1/chat/completions` (JSON and SSE), `/v1/models`,
 * `/v1/embeddings`. It says what it is told to, fails as it is told to, and remembers what it was asked.
 */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { DROPPED, writeError, writeJson, writeStream, writeWhole } from './answer-writer';
import { chatAnswerOf, jsonAnswer, streamedAnswer } from './chat-answer';
import { type ChatLimits, type ChatRequest, refusalOf } from './chat-request';
import { type EmbeddingsRequest, embeddingsAnswer } from './embeddings-answer';
import { badKey, unknownModel, unknownPath, unreadable } from './provider-errors';
import { isScriptedError, type ScriptedReply } from './scripted-reply';

export interface OpenAiServerOptions extends ChatLimits {
  /** Asked for when given. */
  apiKey?: string;
}

export interface ReceivedRequest {
  method: string;
  /** Without the query. */
  path: string;
  headers: IncomingHttpHeaders;
  /** Parsed; undefined when there was none. */
  body: unknown;
  /** Whether the client closed the connection before the answer was complete. */
  hungUp: boolean;
}

export interface ReceivedChat extends ReceivedRequest {
  body: ChatRequest;
}

export type ReplyScript = (request: ChatRequest) => ScriptedReply;

/** Models that `/v1/models` lists when the options name none. */
const SOME_MODELS = ['test-model'];

export class OpenAiServer {
  readonly requests: ReceivedRequest[] = [];
  private readonly queue: ScriptedReply[] = [];
  private script: ReplyScript = () => ({});
  private answers = 0;

  private constructor(
    private readonly server: Server,
    private readonly options: OpenAiServerOptions,
  ) {
    server.on('request', (request, response) => void this.serve(request, response));
  }

  /** On a free port of this machine. */
  static async start(options: OpenAiServerOptions = {}): Promise<OpenAiServer> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new OpenAiServer(server, options);
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** The chats that were asked for, oldest first. */
  get chats(): ReceivedChat[] {
    return this.requests.filter((request): request is ReceivedChat => request.path === '/v1/chat/completions');
  }

  /** The next chats get these answers, one each. */
  replyOnce(...replies: readonly ScriptedReply[]): this {
    this.queue.push(...replies);
    return this;
  }

  /** Chats that find the queue empty get this answer. */
  replyWith(script: ReplyScript | ScriptedReply): this {
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
      await this.answer(request, response);
    } catch (error) {
      response.destroy(error as Error);
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const [path = ''] = url.split('?');
    const text = await readText(request);
    const body = text === '' ? undefined : parsed(text);
    const received: ReceivedRequest = { method, path, headers: request.headers, body, hungUp: false };
    this.requests.push(received);
    let isDropped = false;
    response.once(DROPPED, () => {
      isDropped = true;
    });
    response.once('close', () => {
      received.hungUp = !isDropped && !response.writableEnded;
    });
    const { apiKey } = this.options;
    if (apiKey !== undefined && request.headers.authorization !== `Bearer ${apiKey}`)
      return writeError(response, badKey);
    return this.route(received, response);
  }

  private route({ method, path, body }: ReceivedRequest, response: ServerResponse): Promise<void> | void {
    const route = `${method} ${path}`;
    if (route === 'GET /v1/models') return this.listModels(response);
    if (route.startsWith('GET /v1/models/')) return this.showModel(path.slice('/v1/models/'.length), response);
    const isChat = route === 'POST /v1/chat/completions';
    if (!isChat && route !== 'POST /v1/embeddings') return writeError(response, unknownPath(method, path));
    if (typeof body !== 'object' || body === null) return writeError(response, unreadable);
    return isChat ? this.chat(body as ChatRequest, response) : embed(body as EmbeddingsRequest, response);
  }

  private async chat(request: ChatRequest, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, this.options);
    if (refusal !== undefined) return writeError(response, refusal);
    const reply = this.queue.shift() ?? this.script(request);
    if (isScriptedError(reply)) return writeError(response, reply);
    const id = `chatcmpl-${++this.answers}`;
    const answer = chatAnswerOf(request, reply);
    if (request.stream) return writeStream(response, streamedAnswer(id, request, answer), reply);
    return writeWhole(response, jsonAnswer(id, request, answer), reply);
  }

  private listModels(response: ServerResponse): void {
    const data = (this.options.models ?? SOME_MODELS).map(toModel);
    writeJson(response, JSON.stringify({ object: 'list', data }));
  }

  private showModel(name: string, response: ServerResponse): Promise<void> | void {
    if (!(this.options.models ?? SOME_MODELS).includes(name)) return writeError(response, unknownModel(name));
    writeJson(response, JSON.stringify(toModel(name)));
  }
}

function embed(request: EmbeddingsRequest, response: ServerResponse): Promise<void> | void {
  const answer = embeddingsAnswer(request);
  return typeof answer === 'string' ? writeJson(response, answer) : writeError(response, answer);
}

function toModel(id: string) {
  return { id, object: 'model', created: 0, owned_by: 'tests' };
}

/** Undefined when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
