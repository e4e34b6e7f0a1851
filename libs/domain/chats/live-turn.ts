import type { PluginRun } from '#domain/plugins';
import type { ReplySource } from '#domain/replies';
import { type Answer, DONE, type ToolFrame, type TurnFrame, type TurnStart } from './chats.types';

/**
 * A turn that is being answered, or has been. It outlives its readers: generation writes into it, and any number of
 * readers follow from wherever they stopped. A slow reader gets fewer, longer deltas and never holds generation up.
 */
export class LiveTurn {
  private sources: readonly ReplySource[] | undefined;
  private text = '';
  private readonly calls: PluginRun[] = [];
  private end: Extract<TurnFrame, { answer: Answer }> | undefined;
  private failure: { error: unknown } | undefined;
  private changed = Promise.withResolvers<void>();
  private readonly withdrawal = new AbortController();

  constructor(
    readonly start: TurnStart,
    /** Who asked; nobody else may follow. */
    readonly principal: string,
  ) {}

  /** A turn read back from storage. */
  static stored(answer: Answer, principal: string): LiveTurn {
    const turn = new LiveTurn(startOf(answer), principal);
    turn.found(answer.reply.sources);
    turn.said(answer.reply.text);
    turn.finished(answer);
    return turn;
  }

  /** Aborts when the reply is not wanted any more. */
  get signal(): AbortSignal {
    return this.withdrawal.signal;
  }

  get isWithdrawn(): boolean {
    return this.signal.aborted;
  }

  found(sources: readonly ReplySource[]): void {
    this.sources = sources;
    this.wakeReaders();
  }

  /** A model has called a tool. */
  called(run: PluginRun): void {
    this.calls.push(run);
    this.wakeReaders();
  }

  said(text: string): void {
    this.text += text;
    this.wakeReaders();
  }

  /** Call once the answer is stored: readers take `done` as an acknowledgement. */
  finished(answer: Answer): void {
    this.sources ??= answer.reply.sources;
    this.end ??= { type: 'done', cursor: DONE, answer };
    this.wakeReaders();
  }

  /** A person has taken over: from now on readers are told nothing but `answer`, which is a notice. */
  withdraw(answer: Answer): void {
    if (this.end) return;
    this.end = { type: 'withdrawn', cursor: DONE, answer };
    this.withdrawal.abort();
    this.wakeReaders();
  }

  /** There is nowhere to store the reply: from now on it is not made any further, and readers are told why. */
  abandon(error: unknown): void {
    if (this.end) return;
    this.withdrawal.abort();
    this.failed(error);
  }

  failed(error: unknown): void {
    this.failure = { error };
    this.wakeReaders();
  }

  /** @throws what made the turn fail. */
  async answered(): Promise<Answer> {
    for (;;) {
      if (this.end) return this.end.answer;
      if (this.failure) throw this.failure.error;
      await this.changed.promise;
    }
  }

  /**
   * The frames after `cursor` (-1: all).
   *
   * @throws what made the turn fail, after the frames that came before.
   */
  async *follow(cursor = -1): AsyncGenerator<TurnFrame, void, undefined> {
    for await (const frame of this.followWithTools(cursor)) if (frame.type !== 'tool') yield frame;
  }

  /** As `follow`, and what tools are called meanwhile; who comes back hears only of those to come. */
  async *followWithTools(cursor = -1): AsyncGenerator<TurnFrame | ToolFrame, void, undefined> {
    if (cursor < 0) yield { type: 'started', cursor: 0, turn: this.start };
    let hasSources = cursor >= 1;
    let told = Math.max(0, cursor - 2);
    let called = cursor < 0 ? 0 : this.calls.length;
    for (;;) {
      const isWanted = !this.isWithdrawn;
      const run = this.calls[called];
      if (isWanted && run) {
        called += 1;
        yield { type: 'tool', cursor: positionOf(hasSources, told), run };
      } else if (isWanted && !hasSources && this.sources) {
        hasSources = true;
        yield { type: 'sources', cursor: 1, sources: this.sources };
      } else if (isWanted && hasSources && this.text.length > told) {
        const text = this.text.slice(told);
        told = this.text.length;
        yield { type: 'delta', cursor: 2 + told, text };
      } else if (this.end) {
        yield this.end;
        return;
      } else if (this.failure) {
        throw this.failure.error;
      } else {
        await this.changed.promise;
      }
    }
  }

  private wakeReaders(): void {
    this.changed.resolve();
    this.changed = Promise.withResolvers<void>();
  }
}

/** Of a reader who has had so much. */
function positionOf(hasSources: boolean, told: number): number {
  if (!hasSources) return 0;
  return told === 0 ? 1 : 2 + told;
}

export function startOf({
  botId,
  conversationId,
  sessionKey,
  userRef,
  channel,
  userMessageId,
  messageId,
  askedAt,
}: TurnStart): TurnStart {
  return { botId, conversationId, sessionKey, userRef, channel, userMessageId, messageId, askedAt };
}
