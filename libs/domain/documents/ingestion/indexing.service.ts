/**
 * Brings uploaded documents into the index. A run claims a document, and with it small ones of the same base that wait,
 * under an id of its own; every later write asks whether the run still has them. So a cancelled document, a second
 * delivery of a job, or a process that wakes up late change nothing. Documents whose run has died are put again by `sweep`.
 */
import { Injectable, Logger } from '@nestjs/common';
import { MAX_PORTION, PassageIndex } from '#domain/knowledge';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { defineCounter } from '#infra/metrics';
import { JobQueue } from '#infra/queue';
import { AppError, after, Clock } from '#kernel';
import { blobStoreErrors } from '#providers/blob-store';
import { Pace, TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { documentAdded, documentUpdated, fileProcessed } from '../documents.events';
import { FileContents } from '../files/file-contents.service';
import { indexDocument } from '../jobs/index-document.job';
import { type PreparedDocument, prepare } from './document-passages';
import { type Claim, type ClaimedDocument, IndexingQueries } from './indexing.queries';
import { IndexingRun, TakenAwayError } from './indexing-run';
import { BACKOFF_MS, MAX_RUNS, PUT_OFF_MS, QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { VersionsQueries } from './versions.queries';

/**
 * What is indexed in one transaction of some 50 ms, and as one segment. Files are taken along when they are smaller, because
 * reading one may take long, and others could read it meanwhile.
 */
const CLAIM_LIMITS = { companions: 63, bytes: 192 * 1024, smallText: 64 * 1024, smallFile: 8 * 1024 };
/** A text of more goes in portions, each a transaction. */
const MAX_SMALL_CHARS = 500_000;
/** The share of the work that is done when indexing begins. */
const PROGRESS_READ = 30;
const SWEPT_AT_ONCE = 1_000;

const { code: STORE_UNAVAILABLE } = blobStoreErrors.unavailable();

const indexed = defineCounter({
  name: 'documents_indexed_total',
  help: 'Documents that were made searchable, or cannot be.',
  labels: ['outcome'],
});

@Injectable()
export class DocumentIndexing {
  private readonly logger = new Logger(DocumentIndexing.name);

  constructor(
    private readonly queries: IndexingQueries,
    private readonly versions: VersionsQueries,
    private readonly extractors: TextExtractors,
    private readonly contents: FileContents,
    private readonly passages: PassageIndex,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Until the document is ready or has failed; returns at once when there is nothing to do.
   *
   * @throws what may pass, when the document waits for another run
   */
  async index(documentId: string, signal: AbortSignal): Promise<void> {
    let claimed = await this.run({ documentId }, signal);
    // Where many wait, the next need not wait for a message each.
    while (claimed.length > 1 && !signal.aborted) claimed = await this.run({ baseId: claimed[0]!.baseId }, signal);
  }

  /** Makes up for lost jobs and dead runs. */
  async sweep(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const ids = await this.queries.reclaim(now, after(now, QUEUE_LEASE_MS), SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(
        indexDocument,
        ids.map((documentId) => ({ documentId })),
      );
      if (ids.length < SWEPT_AT_ONCE) return;
    }
  }

  /** Gives what it has claimed, whatever became of it. */
  private async run(wanted: Claim['wanted'], signal: AbortSignal): Promise<readonly ClaimedDocument[]> {
    const run = new IndexingRun(this.queries, this.clock, signal);
    const { now, leaseUntil } = run.place;
    const claimed = await this.queries.claim({ wanted, runId: run.id, now, leaseUntil, limits: CLAIM_LIMITS });
    if (claimed.length === 0) return claimed;
    run.start(claimed);
    try {
      await this.indexClaimed(run);
    } catch (error) {
      await this.giveBack(run, error, signal);
    } finally {
      run.stop();
    }
    return claimed;
  }

  private async indexClaimed(run: IndexingRun): Promise<void> {
    const prepared: PreparedDocument[] = [];
    for (const document of run.remaining) {
      run.reach({ stage: 'reading', progress: 0 });
      const bytes = await this.bytesOrPutOff(run, document);
      const one = bytes && (await this.prepareOrFail(run, document, bytes));
      if (one) prepared.push(one);
    }
    const [long, small] = [prepared.filter(isLong), prepared.filter((one) => !isLong(one))];
    if (small.length > 0) await this.indexTogether(run, small);
    for (const one of long) await this.indexInPortions(run, one);
  }

  /** Undefined when the blob store is out of reach: the document, and no other, then waits, without a run being counted. */
  private async bytesOrPutOff(run: IndexingRun, document: ClaimedDocument): Promise<Uint8Array | undefined> {
    const { id, source } = document;
    try {
      return source.bytes ?? (await this.contents.bytesOf({ id, blobKey: source.blobKey }, run.signal));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== STORE_UNAVAILABLE) throw error;
      this.logger.warn({ message: 'A file could not be fetched; it will be tried again.', documentId: id, err: error });
      const { place } = run;
      await this.queries.release([id], { ...place, leaseUntil: after(place.now, PUT_OFF_MS) }, false);
      run.forget([id]);
      return undefined;
    }
  }

  /** Undefined when the document cannot be read, which is then told on its row. */
  private async prepareOrFail(
    run: IndexingRun,
    document: ClaimedDocument,
    bytes: Uint8Array,
  ): Promise<PreparedDocument | undefined> {
    try {
      if (document.runCount > MAX_RUNS) throw documentErrors.indexing_cut_off();
      const { signal } = run;
      return await prepare(this.extractors, document, { bytes, signal, reach: (state) => run.reach(state) });
    } catch (error) {
      if (!(error instanceof AppError) || (error.kind !== 'invalid_input' && document.runCount <= MAX_RUNS))
        throw error;
      await this.fail(run, document, error);
      return undefined;
    }
  }

  private async indexTogether(run: IndexingRun, prepared: readonly PreparedDocument[]): Promise<void> {
    run.signal.throwIfAborted();
    run.reach({ stage: 'indexing', progress: PROGRESS_READ });
    const { baseId } = prepared[0]!.document;
    const packed = await this.passages.pack(baseId, prepared);
    await this.database.transaction(async () => {
      const held = new Set(await this.queries.complete(prepared.map(indexedUpload), run.place));
      const own = prepared.filter(({ document }) => held.has(document.id));
      if (own.length === 0) return;
      if (own.length === prepared.length) await this.passages.replacePacked(packed);
      else await this.passages.replaceMany(baseId, own);
      await this.tellReady(own);
    });
    run.forget(prepared.map(({ document }) => document.id));
  }

  /** Searches find a document from its first portion on, but a new version of it only with the last. */
  private async indexInPortions(run: IndexingRun, prepared: PreparedDocument): Promise<void> {
    const { document, source, passages } = prepared;
    const pace = new Pace(run.signal);
    await this.database.transaction(async () => {
      await this.hold(run, document, PROGRESS_READ);
      if (document.version === 0) await this.passages.begin(source, passages.length);
      else await this.passages.beginHidden(source, passages.length);
    });
    for (let at = 0; at < passages.length; at += MAX_PORTION) {
      await pace.step();
      const next = Math.min(passages.length, at + MAX_PORTION);
      const portion = this.passages.portion(source, passages.slice(at, next));
      const progress = PROGRESS_READ + Math.floor(((99 - PROGRESS_READ) * next) / passages.length);
      run.reach({ stage: 'indexing', progress });
      await this.database.transaction(async () => {
        if (next < passages.length) await this.hold(run, document, progress);
        else await this.complete(run, prepared);
        await this.passages.append(portion);
        if (next === passages.length) await this.passages.reveal(source);
      });
    }
    run.forget([document.id]);
  }

  private async hold(run: IndexingRun, { id }: ClaimedDocument, progress: number): Promise<void> {
    if (!(await this.queries.hold(id, run.place, progress))) throw new TakenAwayError();
  }

  private async complete(run: IndexingRun, prepared: PreparedDocument): Promise<void> {
    const held = await this.queries.complete([indexedUpload(prepared)], run.place);
    if (held.length === 0) throw new TakenAwayError();
    await this.tellReady([prepared]);
  }

  /** What the versions before were made of goes with it. */
  private async tellReady(prepared: readonly PreparedDocument[]): Promise<void> {
    indexed.with('ready').add(prepared.length);
    const replaced = prepared.filter(({ document }) => document.version > 0);
    if (replaced.length > 0) await this.versions.dropFormer(replaced.map(({ document }) => document.id));
    await this.outbox.addAll(documentUpdated, replaced.map(eventOf));
    const added = prepared.filter(({ document }) => document.version === 0);
    await this.outbox.addAll(documentAdded, added.map(eventOf));
    const files = prepared.filter(({ document }) => document.kind === 'file');
    await this.outbox.addAll(
      fileProcessed,
      files.map(({ document: { id: fileId, botId, teamId }, passages }) => ({
        teamId,
        data: { fileId, botId, state: 'completed' as const, passageCount: passages.length, error: null },
      })),
    );
  }

  /** What an earlier run has left in the index goes, too. */
  private async fail(run: IndexingRun, document: ClaimedDocument, { code, message }: AppError): Promise<void> {
    const { id, botId, teamId, kind, version } = document;
    const { stage } = run;
    await this.database.transaction(async () => {
      if (!(await this.queries.fail(id, run.place, { stage, code, message }))) return;
      await (version === 0 ? this.passages.remove([id]) : this.passages.dropHidden(id));
      if (kind !== 'file') return;
      const data = { fileId: id, botId, state: 'failed' as const, passageCount: 0, error: message };
      await this.outbox.add(fileProcessed, { teamId, data });
    });
    indexed.with('failed').add();
    run.forget([id]);
  }

  /** After a fault that may pass. A run that was asked to stop does not count as one. */
  private async giveBack(run: IndexingRun, error: unknown, signal: AbortSignal): Promise<void> {
    if (error instanceof TakenAwayError || run.signal.reason instanceof TakenAwayError) return;
    const isStopped = signal.aborted && !(signal.reason instanceof AppError);
    const { remaining, place } = run;
    if (isStopped) {
      await this.queries.release(
        remaining.map(({ id }) => id),
        { ...place, leaseUntil: place.now },
        false,
      );
      throw error;
    }
    const [last, others] = [remaining.filter(isLastRun), remaining.filter((document) => !isLastRun(document))];
    for (const document of last) await this.fail(run, document, documentErrors.indexing_failed());
    for (const [runCount, documents] of Map.groupBy(others, (document) => document.runCount)) {
      const leaseUntil = after(place.now, BACKOFF_MS * 2 ** runCount + RUN_LEASE_MS);
      await this.queries.release(
        documents.map(({ id }) => id),
        { ...place, leaseUntil },
        true,
      );
    }
    if (others.length > 0) throw error;
  }
}

function isLastRun({ runCount }: ClaimedDocument): boolean {
  return runCount >= MAX_RUNS;
}

function isLong({ passages }: PreparedDocument): boolean {
  return passages.length > MAX_PORTION || passages.reduce((sum, { body }) => sum + body.length, 0) > MAX_SMALL_CHARS;
}

function indexedUpload({ document, passages, language }: PreparedDocument) {
  return { id: document.id, passageCount: passages.length, language };
}

function eventOf({ document: { id, teamId, baseId, kind, title, tags } }: PreparedDocument) {
  return { teamId, data: { documentId: id, baseId, kind, title, tags } };
}
