/**
 * What LangChain's Google model asks of its client, over a fetch of ours: the client that comes with it (@google/generative-ai)
 * knows only the global one, so that no guard could stand before it. Wire format: Gemini API reference, "generateContent" and
 * "streamGenerateContent", November 2026.
 */
import type { GenerateContentRequest, GenerateContentResponse, UsageMetadata } from '@google/generative-ai';
import { brokenAnswer, messageIn } from '../../provider-failures';
import { eventPieces } from '../langchain/answer-pieces';

export interface GoogleClientSettings {
  fetch: typeof globalThis.fetch;
  /** Without version. */
  baseUrl: string;
  apiKey: string | undefined;
  model: string;
}

/** Thoughts are paid for as output, and counted apart. */
type Usage = UsageMetadata & { thoughtsTokenCount?: number };
type Answer = GenerateContentResponse & { error?: unknown };
type Content = GenerateContentRequest['contents'][number];

const API_VERSION = 'v1beta';
/** The model wrote calls that nobody can read. */
const UNREADABLE_CALLS = ['MALFORMED_FUNCTION_CALL', 'UNEXPECTED_TOOL_CALL'];

export class GoogleClient {
  /** LangChain looks here for what it traces. */
  readonly generationConfig = {};

  constructor(private readonly settings: GoogleClientSettings) {}

  async generateContent(request: GenerateContentRequest, options: { signal?: AbortSignal }) {
    const response = await this.post('generateContent', request, options);
    const answer = (await response.json()) as Answer;
    const { usageMetadata } = answer;
    return { response: { ...readable(answer), ...(usageMetadata ? { usageMetadata: whole(usageMetadata) } : {}) } };
  }

  async generateContentStream(request: GenerateContentRequest, options: { signal?: AbortSignal }) {
    const response = await this.post('streamGenerateContent?alt=sse', request, options);
    return { stream: readableStream(eventPieces<Answer>(response)) };
  }

  private post(task: string, request: GenerateContentRequest, { signal }: { signal?: AbortSignal }) {
    const { fetch, baseUrl, apiKey, model } = this.settings;
    const body = JSON.stringify({ ...request, contents: joined(request.contents) });
    return fetch(`${baseUrl}/${API_VERSION}/models/${encodeURIComponent(model)}:${task}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey ? { 'x-goog-api-key': apiKey } : {}) },
      body,
      ...(signal ? { signal } : {}),
    });
  }
}

/** The answers of several calls are one turn for Google; LangChain makes a turn of each. */
function joined(contents: readonly Content[]): Content[] {
  const turns: Content[] = [];
  for (const content of contents) {
    const last = turns.at(-1);
    if (last?.role === content.role) last.parts = [...last.parts, ...content.parts];
    else turns.push({ ...content });
  }
  return turns;
}

/** Each piece says how many tokens there were until then; LangChain wants to hear it once. */
async function* readableStream(pieces: AsyncIterable<Answer>): AsyncGenerator<GenerateContentResponse> {
  let usage: Usage | undefined;
  for await (const piece of pieces) {
    const { usageMetadata, ...rest } = readable(piece);
    usage = usageMetadata ?? usage;
    yield rest as GenerateContentResponse;
  }
  if (usage !== undefined)
    yield { candidates: [emptyCandidate()], usageMetadata: whole(usage) } as GenerateContentResponse;
}

/** LangChain passes over an answer without content, and with it over why there is none. */
function readable(answer: Answer): Answer {
  if (answer.error) throw new Error(messageIn(answer.error));
  const [candidate] = answer.candidates ?? [];
  const reason = candidate?.finishReason;
  if (reason !== undefined && UNREADABLE_CALLS.includes(reason)) throw brokenAnswer(`The model stopped: ${reason}`);
  if (candidate?.content?.parts) return answer;
  const isBlocked = candidate === undefined && answer.promptFeedback?.blockReason !== undefined;
  if (candidate === undefined && !isBlocked) return { ...answer, candidates: [emptyCandidate()] } as Answer;
  const empty = { ...emptyCandidate(), ...(isBlocked ? { finishReason: 'SAFETY' } : { finishReason: reason }) };
  return { ...answer, candidates: [empty] } as Answer;
}

function emptyCandidate() {
  return { index: 0, content: { role: 'model', parts: [] } };
}

function whole(usage: Usage): Usage {
  return { ...usage, candidatesTokenCount: (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0) };
}
