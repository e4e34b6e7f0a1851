/**
 * Every blob is named by a row, always: before it is put by one that says until when it may stay without an owner, then by
 * that of its document, and when that goes by one that says that it is needed no more (migration 0017, a trigger). So no
 * crash leaves a blob that nobody knows of, and no document is without its blob.
 */
import { Injectable, Logger } from '@nestjs/common';
import { databaseUnavailable } from '#infra/database';
import { Clock, HOUR_MS } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import { UnneededBlobsQueries } from './unneeded-blobs.queries';

/** Many times as long as a request may take. */
const PUT_MS = HOUR_MS;
const DELETED_AT_ONCE = 500;

@Injectable()
export class UnneededBlobs {
  private readonly logger = new Logger(UnneededBlobs.name);

  constructor(
    private readonly queries: UnneededBlobsQueries,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {}

  /** To be called before the put. */
  async expect(key: string): Promise<void> {
    await this.queries.insert(key, new Date(this.clock.nowMs() + PUT_MS));
  }

  /** For a put that takes longer: again and again, until it ends. Never throws; without effect when it is due already. */
  async prolong(key: string): Promise<void> {
    try {
      await this.queries.postpone(key, this.clock.now(), new Date(this.clock.nowMs() + PUT_MS));
    } catch (error) {
      this.logger.warn({ message: 'A blob that is being put could not be kept.', err: error });
    }
  }

  /** In the transaction that writes the row of its owner. @throws AppError `database.unavailable` when it took too long */
  async adopt(key: string): Promise<void> {
    if (!(await this.queries.deleteUndue(key, this.clock.now()))) {
      throw databaseUnavailable(new Error(`Nobody adopted ${key} in time.`));
    }
  }

  /** When the row of its owner was not written; without effect when it was. Never throws: an hour later it goes anyway. */
  async discard(key: string): Promise<void> {
    try {
      await this.queries.makeDue(key);
    } catch (error) {
      this.logger.warn({ message: 'A blob that is not needed will be deleted later.', err: error });
    }
  }

  /** Deletes what is due. When the store fails, the rows stay for the next time. */
  async sweep(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const keys = await this.queries.listDue(this.clock.now(), DELETED_AT_ONCE);
      if (keys.length === 0) return;
      await this.blobs.deleteMany(keys);
      await this.queries.delete(keys);
      if (keys.length < DELETED_AT_ONCE) return;
    }
  }
}
