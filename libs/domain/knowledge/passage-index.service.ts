/**
 * Keeps the passages of the bases and their lexical index. Everything happens in the caller's transaction: a document and
 * its passages are found together or not at all. Writers of one base wait for each other at the row of its index.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { EMBED_DELAY_MS, embedPassagesJob } from './jobs/embed-passages.job';
import { mergeSegmentsJob } from './jobs/merge-segments.job';
import type { NewPassage, PassageMetadata, PassageSource } from './knowledge.types';
import type { PackedSegment } from './lexical/segment-format';
import { mergeSegments } from './lexical/segment-merger';
import { packSegment } from './lexical/segment-packer';
import { isTooSparse, planMerges, SMALL_SEGMENT_PASSAGES } from './merge-plan';
import {
  type BatchPassage,
  batchesOf,
  batchPassage,
  type IndexedDocument,
  indexedText,
  MAX_PASSAGES,
  type PassageBatch,
} from './passage-batches';
import { type IndexState, type LockedIndex, PassageIndexQueries, type ShrunkIndex } from './passage-index.queries';
import { PassageVersionsQueries } from './passage-versions.queries';

export const MAX_PORTION = MAX_PASSAGES;

/** Some passages of a long document, packed before any lock is taken. */
export interface PassagePortion {
  source: PassageSource;
  passages: readonly BatchPassage[];
  packed: PackedSegment;
}

/** Documents of one base, packed before any transaction begins. */
export interface PackedDocuments {
  baseId: string;
  batches: readonly PackedBatch[];
}

interface PackedBatch {
  batch: PassageBatch;
  packed: PackedSegment;
}

@Injectable()
export class PassageIndex {
  constructor(
    private readonly queries: PassageIndexQueries,
    private readonly versions: PassageVersionsQueries,
    private readonly database: Database,
    private readonly jobs: JobQueue,
  ) {}

  /** Call in the transaction that creates the base; deleting the base deletes its index. */
  createIndex(baseId: string): Promise<void> {
    return this.queries.createIndex(baseId);
  }

  /** Gives the document exactly these passages. Those whose text it has had before keep their vectors. */
  replace(source: PassageSource, passages: readonly NewPassage[]): Promise<void> {
    return this.replaceMany(source.baseId, [{ source, passages }]);
  }

  /**
   * Many documents of one base in one transaction, each named once. They are taken one after another, so a generator keeps
   * memory small.
   */
  async replaceMany(
    baseId: string,
    documents: Iterable<IndexedDocument> | AsyncIterable<IndexedDocument>,
  ): Promise<void> {
    await this.replaceBatches(baseId, this.packedBatches(baseId, documents));
  }

  /** Few documents, ready for `replacePacked`: so nobody waits in a transaction while this packs, which blocks the process. */
  async pack(baseId: string, documents: Iterable<IndexedDocument>): Promise<PackedDocuments> {
    return { baseId, batches: await Array.fromAsync(this.packedBatches(baseId, documents)) };
  }

  /** As `replaceMany`. */
  replacePacked({ baseId, batches }: PackedDocuments): Promise<void> {
    return this.replaceBatches(baseId, batches);
  }

  /**
   * Begins a document that is too long for one transaction: its old passages go, and `append` brings the new ones. Until
   * the last has come, searches find those that are there.
   */
  async begin(source: PassageSource, passageCount: number): Promise<void> {
    await this.database.transaction(async () => {
      const index = await this.lock(source.baseId, [source.documentId]);
      const state = await this.queries.stateWithout(index.number, [source.documentId], 0);
      const gone = state.removed.map(({ documentId }) => documentId);
      if (gone.length > 0) await this.versions.noteGone(index.number, gone);
      await this.queries.reserve(index, source, passageCount, await this.countDeleted(index, state, 0));
      if (state.removed.length > 0) await this.versions.dropFormer([source.documentId]);
    });
  }

  /**
   * Begins a new version of such a document: searches find the former one, and nothing of what `append` brings, until
   * `reveal`. What an earlier attempt has left goes. As `begin` when the document has no passages to be replaced.
   */
  async beginHidden(source: PassageSource, passageCount: number): Promise<void> {
    await this.database.transaction(async () => {
      await this.lock(source.baseId, [source.documentId]);
      await this.versions.dropHidden(source.documentId);
      const index = await this.lock(source.baseId, []);
      if (!(await this.versions.hide(index, source.documentId, passageCount)))
        await this.queries.reserve(index, source, passageCount, index.deletedPassages);
    });
  }

  /** Searches find the hidden version from the commit on, and the former one no more. Nothing happens without one. */
  async reveal(source: PassageSource): Promise<void> {
    await this.database.transaction(async () => {
      await this.lock(source.baseId, []);
      const shrunk = await this.versions.reveal(source);
      if (!shrunk) return;
      await this.versions.dropFormer([source.documentId]);
      await this.mergeSparse([shrunk]);
    });
  }

  /** A hidden version will not be revealed; the one that is found stays. */
  async dropHidden(documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.queries.lock(null, [documentId]);
      const shrunk = await this.versions.dropHidden(documentId);
      if (shrunk) await this.mergeSparse([shrunk]);
    });
  }

  /** At most `MAX_PORTION` passages of a document, ready for `append`. Blocks the process while it packs. */
  portion(source: PassageSource, passages: readonly NewPassage[]): PassagePortion {
    const batch = passages.map((passage) => batchPassage(source, passage));
    return { source, passages: batch, packed: packSegment(batch.map((passage, at) => indexedText(at, passage))) };
  }

  /** The next passages of a document that `begin` has begun, in a segment of their own. */
  async append({ source: { documentId, baseId }, passages, packed }: PassagePortion): Promise<void> {
    await this.database.transaction(async () => {
      const index = await this.lock(baseId, []);
      const extended = await this.queries.extend(documentId, index.number, passages.length);
      if (!extended) throw new Error(`The document ${documentId} has not been begun.`);
      const { firstSeq, isHidden, segments } = extended;
      const segment = { ...inPlace(packed, firstSeq), segment: Number.MAX_SAFE_INTEGER };
      const { nextSeq, deletedPassages } = index;
      const isMergeWanted = planMerges([...segments, segment], deletedPassages).length > 0;
      const place = { index, firstSeq, nextSeq, documents: [], passages, replacedSegment: undefined };
      const isEmbeddingWanted = await this.queries.write({ ...place, segment, deletedPassages, isMergeWanted });
      if (isHidden && index.hasVectors) await this.versions.carryVectors(index.number, firstSeq, passages.length);
      await this.enqueue(baseId, { isMergeWanted, isEmbeddingWanted });
    });
  }

  /** Tags filter searches; they are no part of the index. */
  updateTags(documentId: string, tags: readonly string[]): Promise<void> {
    return this.queries.updateTags(documentId, tags);
  }

  /** How many passages searches find of the document. */
  countPassages(documentId: string): Promise<number> {
    return this.queries.countPassages(documentId);
  }

  /** As tags. */
  updateMetadata(documentId: string, metadata: PassageMetadata): Promise<void> {
    return this.queries.updateMetadata(documentId, metadata);
  }

  /** The passages of these documents are found no more. Call it before the rows of the documents go. */
  async remove(documentIds: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.queries.lock(null, documentIds);
      await this.mergeSparse(await this.queries.remove(documentIds));
    });
  }

  private async mergeSparse(shrunk: readonly ShrunkIndex[]): Promise<void> {
    const sparse = shrunk.filter((one) => isTooSparse(one.indexedPassages, one.deletedPassages));
    if (sparse.length === 0) return;
    await this.queries.wantMerge(sparse.map(({ baseId }) => baseId));
    await this.jobs.enqueueAll(
      mergeSegmentsJob,
      sparse.map(({ baseId }) => ({ baseId })),
    );
  }

  private async *packedBatches(
    baseId: string,
    documents: Iterable<IndexedDocument> | AsyncIterable<IndexedDocument>,
  ): AsyncGenerator<PackedBatch> {
    const usualLanguage = () => this.queries.findUsualLanguage(baseId);
    for await (const batch of batchesOf(documents, usualLanguage)) {
      yield { batch, packed: packSegment(batch.passages.map((passage, at) => indexedText(at, passage))) };
    }
  }

  private async replaceBatches(
    baseId: string,
    batches: Iterable<PackedBatch> | AsyncIterable<PackedBatch>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      let wants: WantedWork = { isMergeWanted: false, isEmbeddingWanted: false };
      const replaced = new Set<string>();
      for await (const packed of batches) {
        const { isMergeWanted, isEmbeddingWanted } = await this.replaceBatch(baseId, packed, replaced);
        wants = { isMergeWanted, isEmbeddingWanted: wants.isEmbeddingWanted || isEmbeddingWanted };
      }
      if (replaced.size > 0) await this.versions.dropFormer([...replaced]);
      await this.enqueue(baseId, wants);
    });
  }

  /** Tells what is to be done after it, and notes which documents had passages before. */
  private async replaceBatch(
    baseId: string,
    { batch, packed }: PackedBatch,
    replaced: Set<string>,
  ): Promise<WantedWork> {
    const documentIds = batch.documents.map(({ source }) => source.documentId);
    const index = await this.lock(baseId, documentIds);
    const state = await this.queries.stateWithout(index.number, documentIds, SMALL_SEGMENT_PASSAGES);
    const next = nextSegment(packed, index, state);
    const deletedPassages = await this.countDeleted(index, state, next.dropped);
    const segments = [...state.segments.filter(({ segment }) => segment !== next.replaced), ...next.added];
    const isMergeWanted = planMerges(segments, deletedPassages).length > 0;
    if (state.removed.some(({ passageCount }) => passageCount > 0)) {
      await this.versions.noteGone(
        index.number,
        state.removed.map(({ documentId }) => documentId),
      );
    }
    const isEmbeddingWanted = await this.queries.write({
      index,
      firstSeq: index.nextSeq,
      nextSeq: index.nextSeq + batch.passages.length,
      documents: batch.documents,
      passages: batch.passages,
      segment: next.added[0],
      replacedSegment: next.replaced,
      deletedPassages,
      isMergeWanted,
    });
    for (const { documentId } of state.removed) replaced.add(documentId);
    if (index.hasVectors && batch.passages.some(({ documentId }) => replaced.has(documentId)))
      await this.versions.carryVectors(index.number, index.nextSeq, batch.passages.length);
    return { isMergeWanted, isEmbeddingWanted };
  }

  /** The rows tell it, too: a lost job is made up for. */
  private async enqueue(baseId: string, { isMergeWanted, isEmbeddingWanted }: WantedWork): Promise<void> {
    if (isMergeWanted) await this.jobs.enqueue(mergeSegmentsJob, { baseId });
    if (isEmbeddingWanted) await this.jobs.enqueue(embedPassagesJob, { baseId }, { delayMs: EMBED_DELAY_MS });
  }

  private async lock(baseId: string, documentIds: readonly string[]): Promise<LockedIndex> {
    const index = await this.queries.lock(baseId, documentIds);
    if (index === undefined) throw new Error(`The knowledge base ${baseId} has no index.`);
    return index;
  }

  /** Deleted passages that the segments of the index will name; other indexes lose those that moved here. */
  private async countDeleted(index: LockedIndex, state: IndexState, dropped: number): Promise<number> {
    let deleted = index.deletedPassages;
    for (const { indexNumber, passageCount } of state.removed) {
      if (indexNumber === index.number) deleted += passageCount;
      else await this.queries.countDeleted(indexNumber, passageCount);
    }
    return Math.max(0, deleted - dropped);
  }
}

interface WantedWork {
  isMergeWanted: boolean;
  isEmbeddingWanted: boolean;
}

interface NextSegment {
  /** The segment to write, if there are passages. `segment` is only given by the database; it is newer than all. */
  added: [] | [PackedSegment & { segment: number }];
  /** The segment whose passages are in `added` too. */
  replaced: number | undefined;
  /** Deleted passages that the replaced segment named and the new one does not. */
  dropped: number;
}

/**
 * The packed passages in their place, together with those of the newest segment while both are small: documents that come one
 * by one would otherwise make a segment each.
 */
function nextSegment(packed: PackedSegment, index: LockedIndex, { small }: IndexState): NextSegment {
  if (packed.passageCount === 0) return { added: [], replaced: undefined, dropped: 0 };
  const fresh = inPlace(packed, index.nextSeq);
  const segment = Number.MAX_SAFE_INTEGER;
  if (small === undefined || fresh.passageCount >= SMALL_SEGMENT_PASSAGES) {
    return { added: [{ ...fresh, segment }], replaced: undefined, dropped: 0 };
  }
  const isDeleted = (seq: number) => seq < index.nextSeq && !small.live.has(seq);
  const merged = mergeSegments([small.segment, fresh], isDeleted);
  const dropped = small.segment.passageCount + fresh.passageCount - merged.passageCount;
  return { added: [{ ...merged, segment }], replaced: small.segment.segment, dropped };
}

/**
 * Passages are packed as numbers from 0 before the lock is taken, which keeps it short. A segment holds its numbers as
 * distances from `lowSeq`, so it moves as a whole.
 */
function inPlace(packed: PackedSegment, firstSeq: number): PackedSegment {
  return { ...packed, lowSeq: packed.lowSeq + firstSeq, highSeq: packed.highSeq + firstSeq };
}
