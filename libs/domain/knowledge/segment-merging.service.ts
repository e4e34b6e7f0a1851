/**
 * Keeps the segments of a base few and free of deleted passages. Reading and packing happen outside any lock, because
 * segments never change; the lock is taken at the end, to put the new segment in the place of the old ones if all of them
 * are still there. If not, somebody else was faster, and the plan is made anew.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { mergeSegmentsJob } from './jobs/merge-segments.job';
import type { PackedSegment } from './lexical/segment-format';
import { mergeSegments } from './lexical/segment-merger';
import { planMerges } from './merge-plan';
import { portionsOf } from './packed-rows';
import type { StoredSegment } from './segment-catalog';
import { SegmentMergingQueries } from './segment-merging.queries';

/** One merge can fill the level above; more rounds than levels are needed only when writers interfere. */
const MAX_ROUNDS = 12;
const MERGED_AT_ONCE = 16;
const MAX_STATEMENT_BYTES = 2 * 1024 * 1024;
const SWEEP_BATCH = 1_000;

class SegmentsChangedError extends Error {}

@Injectable()
export class SegmentMerging {
  constructor(
    private readonly queries: SegmentMergingQueries,
    private readonly database: Database,
    private readonly jobs: JobQueue,
  ) {}

  /** Merges until the plan is empty. Run twice or at once with itself it has the effect of one run. */
  async merge(baseId: string, signal?: AbortSignal): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const index = await this.queries.findIndex(baseId);
      if (index === undefined) return;
      const groups = planMerges(index.segments, index.deletedPassages);
      if (groups.length === 0 && (await this.queries.settle(index))) return;
      for (const group of groups) {
        signal?.throwIfAborted();
        await this.mergeGroup(index.number, group);
      }
    }
  }

  /**
   * Nothing is left of deleted passages in any base, neither postings nor words, even where so few were deleted that no merge
   * would ever be worth it. Only segments that name such passages are packed anew.
   */
  async purge(signal?: AbortSignal): Promise<void> {
    for (const baseId of await this.queries.findSparse()) {
      const index = await this.queries.findIndex(baseId);
      if (index === undefined) continue;
      await this.packAnew(index.number, await this.queries.findDirty(index.number), signal);
      const rest = await this.queries.findIndex(baseId);
      if (rest === undefined || rest.deletedPassages === 0) continue;
      // Their numbers lie between those of others, so that counting does not tell which segments name them.
      await this.packAnew(rest.number, rest.segments, signal);
      const settled = await this.queries.findIndex(baseId);
      if (settled) await this.queries.settlePurge(settled);
    }
  }

  private async packAnew(
    indexNumber: number,
    segments: readonly StoredSegment[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    for (const segment of segments) {
      signal?.throwIfAborted();
      await this.mergeGroup(indexNumber, [segment]);
    }
  }

  /** Bases wait for a merge in their row; this makes up for jobs that were lost. */
  async sweep(): Promise<void> {
    const baseIds = await this.queries.findWaiting(SWEEP_BATCH);
    await this.jobs.enqueueAll(
      mergeSegmentsJob,
      baseIds.map((baseId) => ({ baseId })),
    );
  }

  private async mergeGroup(indexNumber: number, group: readonly StoredSegment[]): Promise<void> {
    const numbers = group.map(({ segment }) => segment);
    const live = await this.queries.livePassages(numbers);
    const parts: PackedSegment[] = [];
    for (const segment of group) parts.push({ ...segment, rows: await this.queries.readRows(segment.segment) });
    const merged = await mergeInSteps(parts, (seq) => !live.has(seq));
    try {
      await this.database.transaction(() => this.swap(indexNumber, group, merged));
    } catch (error) {
      if (!(error instanceof SegmentsChangedError)) throw error;
    }
  }

  /** The new rows are written before the lock is taken, so that writers wait for little more than the commit. */
  private async swap(indexNumber: number, group: readonly StoredSegment[], merged: PackedSegment): Promise<void> {
    if (merged.passageCount > 0) {
      const segment = await this.queries.insertSegment(indexNumber, merged);
      for (const rows of portionsOf(merged.rows, MAX_STATEMENT_BYTES)) await this.queries.insertRows(segment, rows);
    }
    await this.queries.lock(indexNumber);
    const dropped = group.reduce((sum, { passageCount }) => sum + passageCount, 0) - merged.passageCount;
    const numbers = group.map(({ segment }) => segment);
    const removed = await this.queries.replaceSegments(indexNumber, numbers, dropped);
    if (removed !== group.length) throw new SegmentsChangedError();
  }
}

/** A few segments at a time, because each merge keeps everyone in this process waiting. */
async function mergeInSteps(
  segments: readonly PackedSegment[],
  isDeleted: (seq: number) => boolean,
): Promise<PackedSegment> {
  let parts = segments;
  while (parts.length > MERGED_AT_ONCE) {
    const merged: PackedSegment[] = [];
    for (let at = 0; at < parts.length; at += MERGED_AT_ONCE) {
      merged.push(mergeSegments(parts.slice(at, at + MERGED_AT_ONCE), isDeleted));
      await nextTurn();
    }
    parts = merged;
  }
  return mergeSegments(parts, isDeleted);
}
