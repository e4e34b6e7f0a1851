/**
 * A model behind a vendor's library of LangChain. LangChain knows the vendor's messages, tools and events; time limits, errors,
 * retries and what goes over the network are ours, the same for every vendor. Each call has a client of its own, because
 * LangChain sets temperature and length in the constructor.
 */
import type { BaseMessage } from '@langchain/core/messages';
import { estimatedUsage } from '../../estimated-usage';
import { groundedMessages, type PromptMessage } from '../../grounded-messages';
import type { LlmCapabilities, LlmEvent, LlmRequest } from '../../llm.contract';
import { type ClosableLlm, capabilitiesOf, type LlmSettings } from '../../llm.settings';
import { brokenAnswer } from '../../provider-failures';
import { DEFAULT_RETRIES, MAX_ANSWER_BYTES, MAX_ANSWER_MS, pauseBeforeRetry } from '../call-limits';
import { type Generation, LangChainAnswer } from './langchain-answer';
import { langChainMessages } from './langchain-messages';
import { type CallSettings, ProviderCall } from './provider-call';

export interface LangChainSettings extends Omit<LlmSettings, 'provider' | 'lookup'> {
  /** Without a slash at the end. */
  baseUrl: string;
  maxAnswerMs?: number;
  maxAnswerBytes?: number;
  /** Further calls when one failed before its first word in a way that passes. */
  retries?: number;
}

/**
 * What every chat model of LangChain implements. `stream` and `invoke`, which stand above, add callbacks, tracing and the sum
 * of all pieces after each piece: more than half of the CPU of a stream (bench/llm-client).
 */
export interface ChatModel {
  _streamResponseChunks(messages: BaseMessage[], options: object): AsyncIterable<Generation>;
  _generate(messages: BaseMessage[], options: object): Promise<{ generations: Generation[] }>;
}

/** The vendor's client for one call, and what it is told beside the messages. */
export interface Speaker {
  chat: ChatModel;
  options?: { tools?: readonly object[]; tool_choice?: unknown; response_format?: object };
}

/** Clients of vendors insist on a key, and take one from the environment when they get none. */
export const NO_KEY = 'none';

export abstract class LangChainModel implements ClosableLlm {
  abstract readonly provider: string;
  readonly name: string;
  readonly capabilities: LlmCapabilities;
  /** True for clients that know no other way; the answer is then collected when nobody reads along. */
  protected readonly alwaysStreams: boolean = false;
  private readonly calls: CallSettings;

  constructor(protected readonly settings: LangChainSettings) {
    this.name = settings.name;
    this.capabilities = capabilitiesOf(settings);
    this.calls = {
      fetch: settings.fetch ?? globalThis.fetch,
      timeoutMs: settings.timeoutMs,
      maxAnswerMs: settings.maxAnswerMs ?? MAX_ANSWER_MS,
      maxAnswerBytes: settings.maxAnswerBytes ?? MAX_ANSWER_BYTES,
      apiKey: settings.apiKey,
    };
  }

  /** The client goes out through the call's fetch. */
  protected abstract open(request: LlmRequest, call: ProviderCall): Promise<Speaker>;

  protected promptOf(request: LlmRequest): PromptMessage[] {
    return groundedMessages(request);
  }

  async *generate(request: LlmRequest): AsyncGenerator<LlmEvent> {
    const { retries = DEFAULT_RETRIES } = this.settings;
    for (let retriesLeft = retries; ; retriesLeft--) {
      request.signal?.throwIfAborted();
      const call = new ProviderCall(this.calls, request.signal);
      let hasSpoken = false;
      try {
        for await (const event of this.speak(request, call)) {
          hasSpoken = true;
          yield event;
        }
        return;
      } catch (error) {
        const failure = call.failureOf(error);
        if (hasSpoken) throw failure;
        await pauseBeforeRetry(failure, call.refusal, retriesLeft, request.signal);
      } finally {
        call.leave();
      }
    }
  }

  /** Connections belong to whoever gave the fetch; calls end by themselves. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  private async *speak(request: LlmRequest, call: ProviderCall): AsyncGenerator<LlmEvent> {
    const answer = new LangChainAnswer();
    let said = '';
    for await (const text of this.texts(request, call, answer)) {
      said += text;
      yield { type: 'delta', text };
    }
    if (answer.finishReason === undefined) throw brokenAnswer('The answer ended before it was complete.');
    const calls = answer.toolCalls();
    for (const one of calls) yield { type: 'tool_call', call: one };
    yield { type: 'usage', usage: answer.usage ?? estimatedUsage(request, said, calls) };
    // Google and Ollama call tools and say that they just stopped.
    yield { type: 'done', finishReason: calls.length > 0 ? 'tool_calls' : answer.finishReason };
  }

  private async *texts(request: LlmRequest, call: ProviderCall, answer: LangChainAnswer): AsyncGenerator<string> {
    const { chat, options } = await this.open(request, call);
    const messages = await langChainMessages(this.promptOf(request));
    const all = { ...options, signal: call.signal };
    const isReadAlong = (request.stream ?? true) && this.capabilities.streaming;
    if (isReadAlong) return yield* piecesOf(chat._streamResponseChunks(messages, all), call, answer);
    let text = '';
    if (this.alwaysStreams) {
      for await (const piece of piecesOf(chat._streamResponseChunks(messages, all), call, answer)) text += piece;
    } else {
      const { generations } = await call.wait(chat._generate(messages, all));
      for (const generation of generations.slice(0, 1)) text = answer.takeWhole(generation);
    }
    if (text !== '') yield text;
  }
}

async function* piecesOf(
  stream: AsyncIterable<Generation>,
  call: ProviderCall,
  answer: LangChainAnswer,
): AsyncGenerator<string> {
  const pieces = stream[Symbol.asyncIterator]();
  for (let next = await call.wait(pieces.next()); !next.done; next = await call.wait(pieces.next())) {
    const text = answer.takePiece(next.value);
    if (text !== '') yield text;
  }
}
