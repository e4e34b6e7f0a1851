/**
 * A model behind any OpenAI-compatible API: OpenAI, Azure (v1), vLLM, Ollama, LM Studio and their like. Asks for a stream
 * when the caller wants one, else for one object: a provider's stream costs about a packet and 20 to 40 microseconds a
 * token, the object costs the same whatever its length (bench/llm-client).
 */
import { estimatedUsage } from '../../estimated-usage';
import type { LlmCapabilities, LlmEvent, LlmRequest } from '../../llm.contract';
import { type ClosableLlm, capabilitiesOf, type LlmSettings } from '../../llm.settings';
import { DEFAULT_RETRIES, MAX_ANSWER_BYTES, MAX_ANSWER_MS, MAX_EVENT_BYTES, pauseBeforeRetry } from '../call-limits';
import { ChatExchange, type ExchangeSettings } from './chat-exchange';
import { type ChatRequestStyle, chatRequestOf } from './chat-request';
import { type BorrowedPool, borrowPool } from './shared-pools';

export const OPENAI_BASE_URL = 'https://api.openai.com/v1';

type Shared = 'model' | 'apiKey' | 'timeoutMs' | 'capabilities' | 'maxInputTokens' | 'lookup';

export interface OpenAiCompatibleSettings extends Pick<LlmSettings, Shared> {
  /** In the registry; otherwise the model's. */
  name?: string;
  /** `gen_ai.provider.name`; otherwise `openai`. */
  provider?: string;
  /** With its version, e.g. `https://api.openai.com/v1`. */
  baseUrl: string;
  maxAnswerMs?: number;
  maxAnswerBytes?: number;
  maxEventBytes?: number;
  /** Further calls when one failed before its first byte in a way that passes. */
  retries?: number;
  maxConnections?: number;
}

const MAX_CONNECTIONS = 256;
/** Vendors that have renamed `max_tokens`; local servers know only the old name. */
const RENAMED_MAX_TOKENS = /(^|\.)(openai\.com|openai\.azure\.com|services\.ai\.azure\.com)$/;

export class OpenAiCompatibleModel implements ClosableLlm {
  readonly name: string;
  readonly provider: string;
  readonly capabilities: LlmCapabilities;
  private readonly borrowed: BorrowedPool;
  private readonly path: string;
  private readonly headers: Record<string, string>;
  private readonly exchanges: ExchangeSettings;
  private readonly style: ChatRequestStyle;

  constructor(private readonly settings: OpenAiCompatibleSettings) {
    const { baseUrl, apiKey, timeoutMs, model, name = model, provider = 'openai', lookup } = settings;
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/chat/completions`);
    this.name = name;
    this.provider = provider;
    this.capabilities = capabilitiesOf(settings);
    this.path = url.pathname + url.search;
    this.headers = { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) };
    this.style = {
      model,
      streams: this.capabilities.streaming,
      jsonOutput: this.capabilities.jsonOutput,
      maxTokensField: RENAMED_MAX_TOKENS.test(url.hostname) ? 'max_completion_tokens' : 'max_tokens',
    };
    this.exchanges = {
      apiKey,
      timeoutMs,
      maxAnswerMs: settings.maxAnswerMs ?? MAX_ANSWER_MS,
      maxAnswerBytes: settings.maxAnswerBytes ?? MAX_ANSWER_BYTES,
      maxEventBytes: settings.maxEventBytes ?? MAX_EVENT_BYTES,
    };
    const { maxConnections = MAX_CONNECTIONS } = settings;
    this.borrowed = borrowPool({ origin: url.origin, maxConnections, lookup });
  }

  async *generate(request: LlmRequest): AsyncGenerator<LlmEvent> {
    request.signal?.throwIfAborted();
    const exchange = await this.begin(JSON.stringify(chatRequestOf(request, this.style)), request.signal);
    let said = '';
    try {
      for (let text = await exchange.nextText(); text !== undefined; text = await exchange.nextText()) {
        said += text;
        yield { type: 'delta', text };
      }
    } finally {
      exchange.leave();
    }
    const calls = exchange.toolCalls();
    for (const call of calls) yield { type: 'tool_call', call };
    yield { type: 'usage', usage: exchange.usage ?? estimatedUsage(request, said, calls) };
    // Some servers call tools and say that they just stopped.
    yield { type: 'done', finishReason: calls.length > 0 ? 'tool_calls' : (exchange.finishReason ?? 'stop') };
  }

  close(): Promise<void> {
    return this.borrowed.giveBack();
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
        await pauseBeforeRetry(error, exchange.refusal, retriesLeft, signal);
      }
    }
  }

  private call(body: string, signal: AbortSignal | undefined): ChatExchange {
    const exchange = new ChatExchange(this.exchanges, signal);
    this.borrowed.pool.dispatch({ path: this.path, method: 'POST', headers: this.headers, body }, exchange);
    return exchange;
  }
}
