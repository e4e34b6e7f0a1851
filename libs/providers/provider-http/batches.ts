/**
 * Many texts in calls of a size that the provider takes, some of them at the same time, answered in the order of the texts.
 * Providers' limits differ and are often not told (32 texts for text-embeddings-inference as it comes, 100 for Google, 2,048
 * for OpenAI): a call that is refused for its size is cut in halves. When the number of texts was the reason, later calls have no
 * more of them than were taken.
 */
import { ProviderFailure, type RefusalReason } from './provider-failure';

export interface BatchLimits {
  maxTexts: number;
  /** Of a call, estimated; a text alone may be longer. */
  maxTokens: number;
  /** Calls at the same time. */
  concurrency: number;
}

export interface Batch {
  texts: readonly string[];
  /** Of its first text among all. */
  from: number;
}

/** English has about four bytes a token, other scripts about one character of two or three: rather too many than too few. */
const BYTES_PER_TOKEN = 3;

export function roughTokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}

export class Batches {
  /** Becomes smaller when the provider says that it takes fewer. */
  private maxTexts: number;

  constructor(private readonly limits: BatchLimits) {
    this.maxTexts = limits.maxTexts;
  }

  /** The answers of the calls, in the order of the texts. The first failure ends the calls that run and is thrown. */
  async run<Answer>(
    texts: readonly string[],
    signal: AbortSignal | undefined,
    call: (batch: Batch, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer[]> {
    const failed = new AbortController();
    const either = signal === undefined ? failed.signal : AbortSignal.any([failed.signal, signal]);
    const waiting = this.cut(texts);
    const answers: Array<{ from: number; answer: Answer }> = [];
    const lane = async (): Promise<void> => {
      for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
        try {
          answers.push({ from: batch.from, answer: await call(batch, either) });
        } catch (error) {
          waiting.unshift(...this.halvesOf(batch, error));
        }
      }
    };
    const lanes = Array.from({ length: Math.min(this.limits.concurrency, waiting.length) }, lane);
    await Promise.all(lanes).catch((error: unknown) => {
      failed.abort(error);
      throw error;
    });
    return answers.sort((one, other) => one.from - other.from).map(({ answer }) => answer);
  }

  private cut(texts: readonly string[]): Batch[] {
    const batches: Batch[] = [];
    let from = 0;
    let tokens = 0;
    for (const [at, text] of texts.entries()) {
      const more = roughTokensOf(text);
      if (at > from && (at - from === this.maxTexts || tokens + more > this.limits.maxTokens)) {
        batches.push({ texts: texts.slice(from, at), from });
        [from, tokens] = [at, 0];
      }
      tokens += more;
    }
    return texts.length === 0 ? [] : [...batches, { texts: texts.slice(from), from }];
  }

  /** @throws the error, unless the call was refused for its size and can be made smaller */
  private halvesOf({ texts, from }: Batch, error: unknown): Batch[] {
    const reason = reasonOf(error);
    if (texts.length === 1 || (reason !== 'too_many_texts' && reason !== 'body_too_large')) throw error;
    const half = Math.ceil(texts.length / 2);
    if (reason === 'too_many_texts') this.maxTexts = Math.min(this.maxTexts, half);
    return [
      { texts: texts.slice(0, half), from },
      { texts: texts.slice(half), from: from + half },
    ];
  }
}

function reasonOf(error: unknown): RefusalReason | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof ProviderFailure ? cause.reason : undefined;
}
