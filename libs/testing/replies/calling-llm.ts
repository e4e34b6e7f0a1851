import type { LlmCapabilities, LlmEvent, LlmModel, LlmRequest } from '#providers/llm';

export interface Round {
  deltas?: readonly string[];
  /** Tools with their arguments as JSON. */
  calls?: readonly (readonly [name: string, args: string])[];
  /** Thrown at the end of the round. */
  error?: Error;
}

/** Of every round that goes well. */
const USAGE = { inputTokens: 10, outputTokens: 2 };

/** A model that calls tools: it plays one round after the other, the last one again and again, and remembers what it was asked. */
export class CallingLlm implements LlmModel {
  readonly provider = 'scripted';
  readonly requests: LlmRequest[] = [];
  readonly capabilities: LlmCapabilities;

  constructor(
    private readonly rounds: readonly Round[],
    readonly name = 'caller',
    can: Partial<LlmCapabilities> = {},
  ) {
    this.capabilities = {
      streaming: true,
      tools: true,
      jsonOutput: false,
      images: false,
      assessment: false,
      groundedOnly: false,
      maxInputTokens: 8_000,
      ...can,
    };
  }

  async *generate(request: LlmRequest): AsyncGenerator<LlmEvent> {
    const { deltas = [], calls = [], error } = this.rounds[this.requests.length] ?? this.rounds.at(-1) ?? {};
    this.requests.push(request);
    for (const text of deltas) yield { type: 'delta', text };
    for (const [at, [name, args]] of calls.entries()) {
      yield { type: 'tool_call', call: { id: `${this.requests.length}-${at}`, name, arguments: args } };
    }
    if (error) throw error;
    yield { type: 'usage', usage: USAGE };
    yield { type: 'done', finishReason: calls.length > 0 ? 'tool_calls' : 'stop' };
  }
}
