import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SECOND_MS } from '#kernel';
import { ConversationChanges } from './conversation-changes';
import { FeedQueries } from './feed.queries';

/** How late a reader learns what no notice told: rare, since all processes are told at once. */
const POLL_MS = 3 * SECOND_MS;
/** Looked at in one statement. */
const BATCH = 500;

/** Somebody who follows a conversation. Nothing is kept for them but that there is something new. */
export interface Follower {
  readonly conversationId: string;
  after: number;
  state: string;
  wake(): void;
}

/** The readers of conversations in this process: wakes them when something has changed, by notices and by one poll for all. */
@Injectable()
export class FeedFollowers implements OnApplicationShutdown {
  private readonly logger = new Logger(FeedFollowers.name);
  private readonly followers = new Set<Follower>();
  private timer: NodeJS.Timeout | undefined;
  private isPolling = false;

  constructor(
    private readonly queries: FeedQueries,
    private readonly changes: ConversationChanges,
  ) {}

  /** Gives what ends it. */
  add(follower: Follower): () => void {
    const leave = this.changes.onConversation(follower.conversationId, () => follower.wake());
    this.followers.add(follower);
    this.timer ??= setInterval(() => void this.poll(), POLL_MS).unref();
    return () => {
      leave();
      this.followers.delete(follower);
      if (this.followers.size === 0) this.stop();
    };
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  private async poll(): Promise<void> {
    if (this.isPolling) return;
    this.isPolling = true;
    const all = [...this.followers];
    try {
      for (let from = 0; from < all.length; from += BATCH) await this.pollBatch(all.slice(from, from + BATCH));
    } catch (error) {
      this.logger.warn({ message: 'The readers of conversations could not be looked after; again soon.', err: error });
    } finally {
      this.isPolling = false;
    }
  }

  private async pollBatch(followers: readonly Follower[]): Promise<void> {
    const changed = new Set(await this.queries.changedAmong(followers));
    for (const follower of followers) if (changed.has(follower.conversationId)) follower.wake();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
