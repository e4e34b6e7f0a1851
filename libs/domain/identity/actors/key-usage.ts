import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock, MINUTE_MS, SECOND_MS } from '#kernel';
import { ActorsQueries } from './actors.queries';
import type { KnownKey } from './actors.types';

/** `last_used_at` is exact to this. */
const PRECISION_MS = MINUTE_MS;

/** Uses are gathered for this long, so that many keys are one statement. */
const FLUSH_AFTER_MS = SECOND_MS;

/** Writes down when keys were last used, beside the requests and not in their way. */
@Injectable()
export class KeyUsage implements OnModuleDestroy {
  private readonly logger = new Logger(KeyUsage.name);
  private usedAtMsByKeyId = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly queries: ActorsQueries,
    private readonly clock: Clock,
  ) {}

  note(key: KnownKey): void {
    const nowMs = this.clock.nowMs();
    if (nowMs - key.lastUsedAtMs < PRECISION_MS) return;
    key.lastUsedAtMs = nowMs;
    this.usedAtMsByKeyId.set(key.actor.keyId, nowMs);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }

  /** Resolves when all that was noted has been written. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const gathered = this.usedAtMsByKeyId;
    this.usedAtMsByKeyId = new Map();
    this.writing = this.writing.then(() => this.write(gathered));
    return this.writing;
  }

  /** The database is closed after this. */
  onModuleDestroy(): Promise<void> {
    return this.flush();
  }

  /** Failure is only logged: the next use after `PRECISION_MS` is noted again. */
  private async write(usedAtMsByKeyId: ReadonlyMap<string, number>): Promise<void> {
    if (usedAtMsByKeyId.size === 0) return;
    try {
      await this.queries.noteUse(usedAtMsByKeyId, PRECISION_MS);
    } catch (error) {
      this.logger.warn({ message: 'The use of API keys could not be written down.', err: error });
    }
  }
}
