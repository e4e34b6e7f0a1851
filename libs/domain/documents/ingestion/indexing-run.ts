import { Logger } from '@nestjs/common';
import { after, type Clock, newId } from '#kernel';
import type { ClaimedDocument, IndexingQueries, RunPlace, RunProgress } from './indexing.queries';
import { HEARTBEAT_MS, RUN_LEASE_MS } from './lease';
import type { UploadStage } from './uploads.types';

/** The documents of a run were cancelled or deleted, or another run has them: there is nothing left to do. */
export class TakenAwayError extends Error {}

/** One run over the documents it has claimed. It beats as long as it lives, and stops when nothing is left to it. */
export class IndexingRun {
  readonly id = newId();
  readonly signal: AbortSignal;
  private readonly logger = new Logger(IndexingRun.name);
  private readonly takenAway = new AbortController();
  private state: RunProgress = { stage: 'reading', progress: 0 };
  private documents: ClaimedDocument[] = [];
  private baseId = '';
  private timer: NodeJS.Timeout | undefined;
  private isBeating = false;

  constructor(
    private readonly queries: IndexingQueries,
    private readonly clock: Clock,
    stopping: AbortSignal,
  ) {
    this.signal = AbortSignal.any([stopping, this.takenAway.signal]);
  }

  start(documents: readonly ClaimedDocument[]): void {
    this.documents = [...documents];
    this.baseId = documents[0]?.baseId ?? '';
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS).unref();
  }

  /** Those of its documents that have not ended yet, as far as it knows. */
  get remaining(): readonly ClaimedDocument[] {
    return this.documents;
  }

  get place(): RunPlace {
    const now = this.clock.now();
    return { runId: this.id, baseId: this.baseId, now, leaseUntil: after(now, RUN_LEASE_MS) };
  }

  get stage(): UploadStage {
    return this.state.stage;
  }

  /** Written with the next beat. */
  reach(state: RunProgress): void {
    this.state = state;
  }

  forget(ids: readonly string[]): void {
    this.documents = this.documents.filter(({ id }) => !ids.includes(id));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    const ids = this.documents.map(({ id }) => id);
    if (this.isBeating || ids.length === 0) return;
    this.isBeating = true;
    try {
      const held = await this.queries.beat(ids, this.place, this.state);
      this.forget(ids.filter((id) => !held.includes(id)));
      if (this.documents.length === 0) this.takenAway.abort(new TakenAwayError());
    } catch (error) {
      this.logger.warn({ message: 'A run could not say that it is alive.', err: error });
    } finally {
      this.isBeating = false;
    }
  }
}
