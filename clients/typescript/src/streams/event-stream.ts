import { AbortError, ConnectionError } from '../errors';

/**
 * Events as they come: `for await (const event of stream)`. Nothing is asked for before the first one is waited for. It can be
 * gone over once; to leave the loop ends it.
 */
export class EventStream<Event> implements AsyncIterable<Event> {
  private readonly controller = new AbortController();
  private isTaken = false;

  constructor(
    private readonly start: (signal: AbortSignal) => AsyncGenerator<Event, void, undefined>,
    private readonly outer?: AbortSignal,
  ) {}

  /** Whoever reads gets an `AbortError`. */
  abort(): void {
    this.controller.abort(new AbortError('The stream was aborted.'));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    if (this.isTaken) throw new TypeError('A stream can be gone over once.');
    this.isTaken = true;
    const abort = () => this.controller.abort(this.outer?.reason);
    if (this.outer?.aborted) abort();
    this.outer?.addEventListener('abort', abort, { once: true });
    try {
      yield* this.start(this.controller.signal);
    } finally {
      this.outer?.removeEventListener('abort', abort);
      // Ends the connection of whoever has left early.
      this.controller.abort(new AbortError('The stream has ended.'));
    }
  }
}

/** A reply as it is written. */
export class ReplyStream<Event, Answer> extends EventStream<Event> {
  constructor(
    start: (signal: AbortSignal) => AsyncGenerator<Event, void, undefined>,
    outer: AbortSignal | undefined,
    private readonly reading: {
      textOf: (event: Event) => string | undefined;
      answerOf: (event: Event) => Answer | undefined;
    },
  ) {
    super(start, outer);
  }

  /** Only what is said, piece by piece. */
  async *text(): AsyncGenerator<string, void, undefined> {
    for await (const event of this) {
      const text = this.reading.textOf(event);
      if (text) yield text;
    }
  }

  /** Reads to the end, and gives the whole answer. */
  async answer(): Promise<Answer> {
    let answer: Answer | undefined;
    for await (const event of this) answer = this.reading.answerOf(event) ?? answer;
    if (answer === undefined) throw new ConnectionError('The stream ended without an answer.');
    return answer;
  }
}
