import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '#kernel';
import { RepeatQueries } from './repeat.queries';
import { HELD_MS, KEEP_EVERY_MS } from './reply-times';

/** Says of the replies which this process makes, and which may be asked for again, that it still does: one statement for all. */
@Injectable()
export class HeldReplies implements OnApplicationShutdown {
  private readonly logger = new Logger(HeldReplies.name);
  private readonly ids = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly queries: RepeatQueries,
    private readonly clock: Clock,
  ) {}

  /** Gives what ends it. */
  add(replyId: string): () => void {
    this.ids.add(replyId);
    this.timer ??= setInterval(() => void this.keep(), KEEP_EVERY_MS).unref();
    return () => {
      this.ids.delete(replyId);
      if (this.ids.size === 0) this.stop();
    };
  }

  /** Never rejects: a reply that was taken by another process is stored once all the same. */
  async keep(): Promise<void> {
    try {
      await this.queries.keep([...this.ids], new Date(this.clock.nowMs() + HELD_MS));
    } catch (error) {
      this.logger.warn({ message: 'Replies that are being made could not be kept; again soon.', err: error });
    }
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
