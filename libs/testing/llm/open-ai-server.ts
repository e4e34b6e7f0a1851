/**
 * An OpenAI-compatible model server for tests, faithful to the wire: `/v1/chat/completions` (JSON and SSE), `/v1/models`,
 * `/v1/embeddings`. It says what it is told to, fails as it is told to, and remembers what it was asked.
 */
import type { ServerResponse } from 'node:http';
import type { Concepts } from '#providers/embeddings';
import { writeError, writeJson, writeStream, writeWhole } from './answer-writer';
import { chatAnswerOf, jsonAnswer, streamedAnswer } from './chat-answer';
import { type ChatLimits, type ChatRequest, refusalOf } from './chat-request';
import { type EmbeddingsRequest, embeddingsAnswer } from './embeddings-answer';
import { badKey, unknownModel, unknownPath, unreadable } from './provider-errors';
import { isScriptedError } from './scripted-reply';
import { type ReceivedRequest, ScriptedServer } from './scripted-server';

export interface OpenAiServerOptions extends ChatLimits {
  /** Asked for when given. */
  apiKey?: string;
  /** Of a server that was there before; otherwise a free one. */
  port?: number;
  /**
   * Words that mean the same to `/v1/embeddings`, e.g. `{ holiday: 'leave', vacation: 'leave' }`. With any, or none of them,
   * its vectors tell meaning; without this option they know words only, and are not used for searches.
   */
  concepts?: Concepts;
}

export interface ReceivedChat extends ReceivedRequest {
  body: ChatRequest;
}

/** Models that `/v1/models` lists when the options name none. */
const SOME_MODELS = ['test-model'];

export class OpenAiServer extends ScriptedServer<ChatRequest> {
  private constructor(private readonly options: OpenAiServerOptions) {
    super();
  }

  static start(options: OpenAiServerOptions = {}): Promise<OpenAiServer> {
    return new OpenAiServer(options).listen(options.port);
  }

  get baseUrl(): string {
    return `${this.origin}/v1`;
  }

  /** The chats that were asked for, oldest first. */
  get chats(): ReceivedChat[] {
    return this.requests.filter((request): request is ReceivedChat => request.path === '/v1/chat/completions');
  }

  protected answer(received: ReceivedRequest, response: ServerResponse): Promise<void> | void {
    const { apiKey } = this.options;
    if (apiKey !== undefined && received.headers.authorization !== `Bearer ${apiKey}`)
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
    return isChat ? this.chat(body as ChatRequest, response) : this.embed(body as EmbeddingsRequest, response);
  }

  private async chat(request: ChatRequest, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, this.options);
    if (refusal !== undefined) return writeError(response, refusal);
    const reply = this.nextReply(request);
    if (isScriptedError(reply)) return writeError(response, reply);
    const id = `chatcmpl-${this.nextNumber()}`;
    const answer = chatAnswerOf(request, reply);
    if (request.stream) return writeStream(response, streamedAnswer(id, request, answer), reply);
    return writeWhole(response, jsonAnswer(id, request, answer), reply);
  }

  private embed(request: EmbeddingsRequest, response: ServerResponse): Promise<void> | void {
    const answer = embeddingsAnswer(request, this.options.concepts);
    return typeof answer === 'string' ? writeJson(response, answer) : writeError(response, answer);
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

function toModel(id: string) {
  return { id, object: 'model', created: 0, owned_by: 'tests' };
}
