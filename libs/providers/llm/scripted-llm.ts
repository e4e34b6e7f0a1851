import type { LlmCapabilities, LlmEvent, LlmModel, LlmRequest } from './llm.contract';
import { estimateTokens } from './tokens';

export interface Script {
  name?: string;
  deltas?: readonly string[];
  /** Thrown after `failAfterDeltas` deltas. */
  error?: Error;
  failAfterDeltas?: number;
}

/** A model for tests: says what it was told to and remembers what it was asked. */
export class ScriptedLlm implements LlmModel {
  readonly name: string;
  readonly provider: string = 'scripted';
  readonly requests: LlmRequest[] = [];
  readonly capabilities: LlmCapabilities = {
    streaming: true,
    tools: false,
    jsonOutput: false,
    images: false,
    assessment: false,
    groundedOnly: false,
    maxInputTokens: 8_000,
  };

  constructor(private readonly script: Script = {}) {
    this.name = script.name ?? 'scripted';
  }

  async *generate(request: LlmRequest): AsyncGenerator<LlmEvent> {
    this.requests.push(request);
    const { deltas = ['This is ', 'scripted.'], error, failAfterDeltas = 0 } = this.script;
    for (const [index, text] of deltas.entries()) {
      request.signal?.throwIfAborted();
      if (error !== undefined && index === failAfterDeltas) throw error;
      yield { type: 'delta', text };
    }
    if (error !== undefined) throw error;
    const inputTokens = request.messages.reduce((sum, message) => sum + estimateTokens(message.text), 0);
    yield { type: 'usage', usage: { inputTokens, outputTokens: estimateTokens(deltas.join('')) } };
    yield { type: 'done', finishReason: 'stop' };
  }
}
