/**
 * Gives the passages of a base the vectors that they shall have. The row of the base says what is to be done (see the
 * migration); one run at a time does it, under a lease, so that a second delivery of the job or the death of a process
 * changes nothing. A write lets the row's count of changes grow: what a run has not seen it cannot declare done.
 */

import { Injectable } from '@nestjs/common';
import { type ReadyEmbedding, ReadyModels } from '#domain/models';
import { defineDeadline } from '#infra/deadlines';
import { JobQueue } from '#infra/queue';
import { AppError, Clock, MINUTE_MS, newId } from '#kernel';
import { embedPassagesJob } from '../jobs/embed-passages.job';
import { BatchSize, FIRST_BATCH } from './batch-size';
import { type EmbeddingTask, PassageEmbedder } from './passage-embedder.service';
import { type LackingPassage, PassageVectorsQueries } from './passage-vectors.queries';
import { type VectorIndex, VectorIndexQueries, type VectorRun } from './vector-index.queries';
import { within } from './within';

/** Longer than a model may take for a batch, which is what passes between two signs of life. */
const LEASE_MS = 2 * MINUTE_MS;
const EMBEDDING_TIMEOUT_MS = MINUTE_MS;
/** One statement of some 100 ms. */
const CLEARED_AT_ONCE = 2_000;
const SWEPT_AT_ONCE = 1_000;

defineDeadline({ table: 'vector_index', column: 'lease_until', where: 'run_id is not null', longestMs: LEASE_MS });

const NOT_TELLING = 'The embedding model was found not to tell answers from other texts, so its vectors are not used.';
const FAILED = 'The embedding model could not be used.';

export interface DocumentsToEmbed {
  documentIds: readonly string[];
  /** At most; the rest waits for the job. */
  limit: number;
}

type SpaceOfModel = Pick<VectorIndex, 'space' | 'modelId'>;
type Target = Omit<EmbeddingTask, 'signal'>;

@Injectable()
export class VectorBuilding {
  constructor(
    private readonly queries: VectorIndexQueries,
    private readonly vectors: PassageVectorsQueries,
    private readonly embedder: PassageEmbedder,
    private readonly models: ReadyModels,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Until nothing is left to do; returns at once when another run is at it.
   *
   * @throws what the embedding model throws, which is noted at the base, too
   */
  async build(baseId: string, signal: AbortSignal): Promise<void> {
    const runId = newId();
    const claimed = await this.queries.claim(baseId, this.run(runId));
    if (claimed === undefined) return;
    try {
      let index: VectorIndex | undefined = claimed;
      while (index !== undefined && !(await this.isFinished(index, runId, signal))) {
        signal.throwIfAborted();
        index = await this.queries.beat(index.indexNumber, this.run(runId));
      }
    } catch (error) {
      const isStopped = signal.aborted && !(signal.reason instanceof AppError);
      await this.queries.giveUp(claimed.indexNumber, runId, isStopped ? null : reasonOf(error));
      throw error;
    }
  }

  /**
   * Only these documents, for whoever waits for it. When nothing else is left to do, their vectors answer from then on.
   *
   * @returns tokens that the model has read
   */
  async buildNow(baseId: string, wanted: DocumentsToEmbed, signal: AbortSignal): Promise<number> {
    const found = await this.queries.find(baseId);
    if (found === undefined) return 0;
    const runId = newId();
    const claimed = await this.queries.claim(baseId, this.run(runId));
    if (claimed === undefined) return this.embedDocuments(found, wanted, signal);
    try {
      if (claimed.aimWanted) await this.aim(claimed, runId, signal);
      const index = await this.queries.beat(claimed.indexNumber, this.run(runId));
      const inputTokens = await this.embedDocuments(index, wanted, signal);
      if (index) await this.settleIfDone(index, runId);
      return inputTokens;
    } finally {
      const isWorkLeft = await this.queries.giveUp(claimed.indexNumber, runId, null);
      if (isWorkLeft) await this.jobs.enqueue(embedPassagesJob, { baseId });
    }
  }

  /** Makes up for lost jobs, and finds bases whose model makes other vectors than it did. */
  async sweep(): Promise<void> {
    for (const use of await this.queries.findUses()) {
      // A model that does not answer now is asked again by the next sweep.
      const ready = await this.models.embedding(use.teamId, use.modelId).catch(() => 'unknown' as const);
      if (ready !== 'unknown') await this.queries.wantAimOf(use, isUsable(ready) ? ready.space : null);
    }
    const baseIds = await this.queries.findWaiting(this.clock.now(), SWEPT_AT_ONCE);
    await this.jobs.enqueueAll(
      embedPassagesJob,
      baseIds.map((baseId) => ({ baseId })),
    );
  }

  /** Takes the next step; true when there is none and the run has ended. */
  private async isFinished(index: VectorIndex, runId: string, signal: AbortSignal): Promise<boolean> {
    if (index.aimWanted) await this.aim(index, runId, signal);
    else if (index.pendingFrom !== null) await this.fill(index, runId, signal);
    else if (!index.clearWanted) return this.queries.finish(index, runId);
    else if (!(await this.queries.clear(index.indexNumber, CLEARED_AT_ONCE))) await this.queries.cleared(index, runId);
    return false;
  }

  private async aim(index: VectorIndex, runId: string, signal: AbortSignal): Promise<void> {
    const ready = await within(signal, this.models.embedding(index.teamId, index.embeddingModelId));
    const usable = isUsable(ready);
    const spaceNumber = usable ? await this.queries.ensureSpace(ready.space) : null;
    const error = ready && !usable ? NOT_TELLING : null;
    await this.queries.aim(index, runId, { spaceNumber, modelId: ready?.id ?? null, error });
  }

  private async fill(index: VectorIndex, runId: string, signal: AbortSignal): Promise<void> {
    const target = await this.targetOf(index, wantedBy(index), signal);
    if (target === undefined) return this.queries.wantAim(index.baseId, false);
    let from = index.pendingFrom ?? 0;
    const batch = new BatchSize();
    for (;;) {
      const lacking = await this.vectors.findLacking(target.place, from, batch.texts);
      if (lacking.length === 0) break;
      await batch.time(() => this.embed(target, lacking, signal));
      from = (lacking.at(-1) as LackingPassage).seq + 1;
      await this.queries.advance(index, this.run(runId), from);
      signal.throwIfAborted();
    }
    await this.queries.settle(index, runId);
  }

  /** For the wanted space, and for the one that answers until that is complete. */
  private async embedDocuments(
    index: VectorIndex | undefined,
    { documentIds, limit }: DocumentsToEmbed,
    signal: AbortSignal,
  ): Promise<number> {
    if (index === undefined) return 0;
    const isComplete = index.space?.number === index.wantedSpace?.number;
    let inputTokens = 0;
    for (const aim of isComplete ? [wantedBy(index)] : [answeringIn(index), wantedBy(index)]) {
      const target = await this.targetOf(index, aim, signal);
      const lacking = target ? await this.vectors.findLackingOf(target.place, documentIds, limit) : [];
      for (let at = 0; target && at < lacking.length; at += FIRST_BATCH) {
        inputTokens += await this.embed(target, lacking.slice(at, at + FIRST_BATCH), signal);
      }
    }
    return inputTokens;
  }

  private async settleIfDone(index: VectorIndex, runId: string): Promise<void> {
    if (index.wantedSpace === null || index.pendingFrom === null) return;
    const place = { indexNumber: index.indexNumber, spaceNumber: index.wantedSpace.number };
    const lacking = await this.vectors.findLacking(place, index.pendingFrom, 1);
    if (lacking.length === 0) await this.queries.settle(index, runId);
  }

  /** Undefined when the model makes no vectors of that space (any more). */
  private async targetOf(
    { indexNumber, teamId }: VectorIndex,
    { space, modelId }: SpaceOfModel,
    signal: AbortSignal,
  ): Promise<Target | undefined> {
    if (space === null) return undefined;
    const ready = await within(signal, this.models.embedding(teamId, modelId));
    if (!isUsable(ready) || ready.space !== space.name) return undefined;
    return { teamId, model: ready.model, place: { indexNumber, spaceNumber: space.number } };
  }

  private embed(target: Target, lacking: readonly LackingPassage[], signal: AbortSignal): Promise<number> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(EMBEDDING_TIMEOUT_MS)]);
    return this.embedder.embed({ ...target, signal: limited }, lacking);
  }

  private run(runId: string): VectorRun {
    const now = this.clock.now();
    return { runId, now, leaseUntil: new Date(now.getTime() + LEASE_MS) };
  }
}

function isUsable(ready: ReadyEmbedding | undefined): ready is ReadyEmbedding {
  return ready?.probabilityOf !== undefined;
}

function wantedBy({ wantedSpace, wantedModelId }: VectorIndex): SpaceOfModel {
  return { space: wantedSpace, modelId: wantedModelId };
}

function answeringIn({ space, modelId }: VectorIndex): SpaceOfModel {
  return { space, modelId };
}

/** What people may see. */
function reasonOf(error: unknown): string {
  return error instanceof AppError ? error.message : FAILED;
}
