import { Logger } from '@nestjs/common';
import { Database } from '#infra/database';
import { newId, SECOND_MS } from '#kernel';
import type { AnyNotice, Notice } from './notice';
import type { NoticeCarrier } from './notice-carrier';

type Handler = (payload: unknown) => void;

/** On the wire. Without `notice` it says that its sender could not bring all it had to say. */
interface Frame {
  from: string;
  notice?: string;
  payload?: unknown;
}

const RETRY_MS = SECOND_MS;

/**
 * Tells every process at once what has changed. A notice makes caches quick to follow; it does not make them right: it
 * comes at most once, so every cache keeps a bound on its age, and clears itself when notices may have been missed.
 */
export class Notices {
  private readonly logger = new Logger(Notices.name);
  private readonly self = newId();
  private readonly handlers = new Map<string, { notice: AnyNotice; handlers: Set<Handler> }>();
  private readonly gapHandlers = new Set<() => void>();
  private owedGap: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly carrier: NoticeCarrier,
    private readonly database: Pick<Database, 'afterCommit'>,
  ) {}

  start(): Promise<void> {
    return this.carrier.start({ heard: (text) => this.hear(text), listening: () => this.tellGap() });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.owedGap);
    await this.carrier.stop();
  }

  /**
   * Tells `notice` to the handlers of this process before it returns, and to all other processes within milliseconds.
   * Inside a transaction both happen after its commit, and never if it rolls back. It does not fail when the others are
   * out of reach: they are told of the gap as soon as they are not.
   *
   * What it returns never rejects, and need not be awaited. Outside a transaction it resolves when the notice has been
   * sent, for who must not answer before the others know.
   *
   * @throws Error when the payload does not fit its schema.
   */
  publish<Payload>(notice: Notice<Payload>, payload: Payload): Promise<void> {
    const parsed = notice.payload.parse(payload);
    let sending = Promise.resolve();
    this.database.afterCommit(() => {
      this.tell(notice.name, parsed);
      sending = this.send({ from: this.self, notice: notice.name, payload: parsed });
    });
    return sending;
  }

  /** Calls `handler`, which must be quick, at each notice of this and every other process. Gives what ends that. */
  on<Payload>(notice: Notice<Payload>, handler: (payload: Payload) => void): () => void {
    const known = this.handlers.get(notice.name) ?? { notice: notice as AnyNotice, handlers: new Set<Handler>() };
    this.handlers.set(notice.name, known);
    known.handlers.add(handler as Handler);
    return () => void known.handlers.delete(handler as Handler);
  }

  /** Calls `handler` when notices of other processes may have been missed: what is remembered must be read anew. */
  onGap(handler: () => void): () => void {
    this.gapHandlers.add(handler);
    return () => void this.gapHandlers.delete(handler);
  }

  private send(frame: Frame): Promise<void> {
    return this.carrier.send(JSON.stringify(frame)).catch((error: unknown) => this.oweGap(error));
  }

  /** The others may lack a notice. They are told so, again and again, until that is known to be sent. */
  private oweGap(error: unknown): void {
    if (this.isStopped || this.owedGap) return;
    this.logger.warn({ message: 'Other processes could not be told of a change; they will be.', err: error });
    const settle = () => {
      this.carrier.send(JSON.stringify({ from: this.self } satisfies Frame)).then(
        () => {
          this.owedGap = undefined;
        },
        () => {
          if (!this.isStopped) this.owedGap = setTimeout(settle, RETRY_MS).unref();
        },
      );
    };
    this.owedGap = setTimeout(settle, RETRY_MS).unref();
  }

  private hear(text: string): void {
    const frame = frameOf(text);
    if (frame?.from === this.self) return;
    if (frame?.notice === undefined) this.tellGap();
    else this.hearNotice(frame.notice, frame.payload);
  }

  private hearNotice(name: string, payload: unknown): void {
    const known = this.handlers.get(name);
    if (!known) return;
    const parsed = known.notice.payload.safeParse(payload);
    // Another version of Parley, while one replaces the other, may word it in a way that this one does not know.
    if (parsed.success) this.tell(name, parsed.data);
    else this.tellGap();
  }

  private tell(name: string, payload: unknown): void {
    for (const handler of this.handlers.get(name)?.handlers ?? []) this.call(() => handler(payload));
  }

  private tellGap(): void {
    for (const handler of this.gapHandlers) this.call(handler);
  }

  /** One who fails must not keep it from the next. */
  private call(handler: () => void): void {
    try {
      handler();
    } catch (error) {
      this.logger.error({ message: 'A notice could not be followed.', err: error });
    }
  }
}

/** Undefined when the text is none of ours. */
function frameOf(text: string): Frame | undefined {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
