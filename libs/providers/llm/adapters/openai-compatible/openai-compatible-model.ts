/**
 * A model behind any OpenAI-compatible API: OpenAI, Azure (v1), vLLM, Ollama, LM Studio and their like. Asks for a stream
 * when the caller wants one, else for one object: a provider's stream costs about a packet and 20 to 40 microseconds a
 * token, the object costs the same whatever its length (bench/llm-client).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { groundedMessages } from '../../grounded-messages';
import type { LlmCapabilities, LlmEvent, LlmModel, LlmRequest, LlmUsage } from '../../llm.contract';
import { estimateTokens } from '../../tokens';
import { ChatExchange, type ExchangeSettings } from './chat-exchange';

export interface OpenAiCompatibleSettings {
  /** In the registry; otherwise the model's. */
  name?: string;
  /** With its version and without a slash at the end, e.g. `https://api.openai.com/v1`. */
  baseUrl: string;
  apiKey?: string | undefined;
  /** As the provider names it. */
  model: string;
  /** Until the answer begins, and then between two pieces of it; for an answer in one piece, until it is there. */
  timeoutMs: number;
  maxAnswerMs?: number;
  maxAnswerBytes?: number;
  maxEventBytes?: number;
  /** Further calls when one failed before its first byte in a way that passes. */
  retries?: number;
  maxConnections?: number;
}

/** A provider that asks for a longer pause is not waited for: the user is. */
const MAX_RETRY_WAIT_MS = 2_000;
const RETRY_WAIT_MS = 200;
const DEFAULT_RETRIES = 1;
const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 30_000;
const MAX_CONNECTIONS = 256;
/** Ten minutes: longer than anybody waits for an answer, short enough to end what would never. */
const MAX_ANSWER_MS = 600_000;
const MEBIBYTE = 1024 * 1024;
/** Vendors that have renamed `max_tokens`; local servers know only the old name. */
const RENAMED_MAX_TOKENS = /(^|\.)(openai\.com|openai\.azure\.com|services\.ai\.azure\.com)$/;

export class OpenAiCompatibleModel implements LlmModel {
  readonly name: string;
  readonly provider: string = 'openai';
  readonly capabilities: LlmCapabilities = {
    streaming: true,
    tools: false,
    jsonOutput: false,
    images: false,
    assessment: false,
    groundedOnly: false,
    maxInputTokens: 8_000,
  };
  private readonly pool: Pool;
  private readonly path: string;
  private readonly headers: Record<string, string>;
  private readonly exchanges: ExchangeSettings;
  private readonly maxTokensField: 'max_tokens' | 'max_completion_tokens';

  constructor(private readonly settings: OpenAiCompatibleSettings) {
    const { baseUrl, apiKey, timeoutMs, model, name = model } = settings;
    const url = new URL(`${baseUrl}/chat/completions`);
    this.name = name;
    this.path = url.pathname + url.search;
    this.headers = { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) };
    this.maxTokensField = RENAMED_MAX_TOKENS.test(url.hostname) ? 'max_completion_tokens' : 'max_tokens';
    this.exchanges = {
      apiKey,
      timeoutMs,
      maxAnswerMs: settings.maxAnswerMs ?? MAX_ANSWER_MS,
      maxAnswerBytes: settings.maxAnswerBytes ?? 4 * MEBIBYTE,
      maxEventBytes: settings.maxEventBytes ?? MEBIBYTE,
    };
    this.pool = new Pool(url.origin, {
      connections: settings.maxConnections ?? MAX_CONNECTIONS,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connect: { timeout: Math.min(timeoutMs, CONNECT_TIMEOUT_MS) },
      // The exchange has its own clock, which comments of a stream do not turn back.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  async *generate(request: LlmRequest): AsyncGenerator<LlmEvent> {
    request.signal?.throwIfAborted();
    const exchange = await this.begin(JSON.stringify(this.bodyOf(request)), request.signal);
    let said = '';
    try {
      for (let text = await exchange.nextText(); text !== undefined; text = await exchange.nextText()) {
        said += text;
        yield { type: 'delta', text };
      }
    } finally {
      exchange.leave();
    }
    yield { type: 'usage', usage: exchange.usage ?? estimatedUsage(request, said) };
    yield { type: 'done', finishReason: exchange.finishReason ?? 'stop' };
  }

  /** Lets running calls end and closes the connections. */
  close(): Promise<void> {
    return this.pool.close();
  }

  /** Calls again when a call failed before its first word in a way that passes soon. */
  private async begin(body: string, signal: AbortSignal | undefined): Promise<ChatExchange> {
    const { retries = DEFAULT_RETRIES } = this.settings;
    for (let retriesLeft = retries; ; retriesLeft--) {
      const exchange = this.call(body, signal);
      try {
        await exchange.begun();
        return exchange;
      } catch (error) {
        const waitMs = exchange.refusal?.error.retryAfterMs ?? RETRY_WAIT_MS;
        if (!exchange.refusal?.isPassing || retriesLeft <= 0 || waitMs > MAX_RETRY_WAIT_MS) throw error;
        await sleep(waitMs, undefined, signal === undefined ? {} : { signal }).catch(() => signal?.throwIfAborted());
      }
    }
  }

  private call(body: string, signal: AbortSignal | undefined): ChatExchange {
    const exchange = new ChatExchange(this.exchanges, signal);
    this.pool.dispatch({ path: this.path, method: 'POST', headers: this.headers, body }, exchange);
    return exchange;
  }

  private bodyOf(request: LlmRequest) {
    const { stream = true, temperature, maxTokens } = request;
    return {
      model: this.settings.model,
      messages: groundedMessages(request),
      ...(stream ? { stream, stream_options: { include_usage: true } } : {}),
      ...(temperature === undefined ? {} : { temperature }),
      ...(maxTokens === undefined ? {} : { [this.maxTokensField]: maxTokens }),
    };
  }
}

function estimatedUsage(request: LlmRequest, said: string): LlmUsage {
  const inputTokens = groundedMessages(request).reduce((sum, { content }) => sum + estimateTokens(content), 0);
  return { inputTokens, outputTokens: estimateTokens(said) };
}
