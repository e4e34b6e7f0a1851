/**
 * Runs syncs. A run claims a source under an id of its own, and every later write asks whether it still has it; so a
 * cancelled sync, a second delivery of a job, or a process that wakes up late change nothing. A page, its document and the
 * counts change in one transaction, so that a sync whose run has died goes on with the next page.
 *
 * What a sync removes, it removes at its end, and only when something of the site could be read.
 */
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { AppError, after, Clock, MINUTE_MS } from '#kernel';
import { BACKOFF_MS, MAX_RUNS, QUEUE_LEASE_MS, RUN_LEASE_MS } from '../../ingestion/lease';
import { syncWebSource } from '../jobs/sync-web-source.job';
import { PageDocuments } from '../pages/page-documents.service';
import { WebPagesQueries } from '../pages/web-pages.queries';
import { SiteListings } from '../sitemaps/site-listing.service';
import { type SiteRules, SiteRulesReader } from '../sitemaps/site-rules.service';
import { webErrors } from '../web-sources.errors';
import { chosenPages } from './chosen-pages';
import { PageVisits } from './page-visits.service';
import { type ClaimedSource, SyncQueries } from './sync.queries';
import { SyncRun, SyncTakenAwayError } from './sync-run';

/** After so long a sync lets others begin, and goes on behind them. */
const SHARE_MS = 5 * MINUTE_MS;
/** Pages in a row of which a site says nothing, before it is taken to be down. */
const MAX_SILENT = 10;
const SWEPT_AT_ONCE = 1_000;

@Injectable()
export class WebSyncing {
  private readonly logger = new Logger(WebSyncing.name);

  constructor(
    private readonly queries: SyncQueries,
    private readonly pages: WebPagesQueries,
    private readonly rules: SiteRulesReader,
    private readonly listings: SiteListings,
    private readonly visits: PageVisits,
    private readonly documents: PageDocuments,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Until the sync has ended or its share of time is over; returns at once when there is nothing to do.
   *
   * @throws what may pass, when the sync waits for another run
   */
  async run(sourceId: string, stopping: AbortSignal): Promise<void> {
    const run = new SyncRun(sourceId, this.queries, this.clock, stopping);
    const source = await this.queries.claim(run.place);
    if (!source) return;
    run.start();
    try {
      if (source.isRemoving) await this.removeSource(run, source);
      else await this.sync(run, source);
    } catch (error) {
      await this.giveBack(run, source, error, stopping);
    } finally {
      run.stop();
    }
  }

  /** Makes up for lost jobs and dead runs. */
  async sweep(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const ids = await this.queries.reclaim(now, after(now, QUEUE_LEASE_MS), SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(
        syncWebSource,
        ids.map((sourceId) => ({ sourceId })),
      );
      if (ids.length < SWEPT_AT_ONCE) return;
    }
  }

  private async sync(run: SyncRun, source: ClaimedSource): Promise<void> {
    if (source.runCount > MAX_RUNS) throw webErrors.cut_off();
    if (source.stage !== 'removing') {
      const site = await this.rules.read(source.url, run.signal);
      const isWhole = source.stage === 'fetching' ? source.isListingWhole : await this.findPages(run, source, site);
      const isDone = await this.visitPages(run, { ...source, isListingWhole: isWhole }, site);
      if (!isDone) return this.handOver(run);
      source = { ...source, isListingWhole: isWhole };
    }
    await this.finish(run, source);
  }

  /** Gives whether the listing is whole. Pages that are known already stay before new ones are taken. */
  private async findPages(run: SyncRun, source: ClaimedSource, site: SiteRules): Promise<boolean> {
    run.require(await this.queries.reach(run.place, 'finding'));
    const { addresses, isWhole } = await this.listings.find(source, site, run.signal);
    const known = await this.pages.known(source.id);
    const chosen = chosenPages({ addresses, known, maxPages: source.maxPages, isWhole });
    await this.database.transaction(async () => {
      run.require(await this.queries.found(run.place, chosen.found, isWhole));
      const { id: sourceId, teamId, syncId } = source;
      await this.pages.putListing({ sourceId, teamId, syncId, addresses: chosen.addresses, now: this.clock.now() });
    });
    return isWhole;
  }

  /** False when the share of time was over before all were visited. */
  private async visitPages(run: SyncRun, source: ClaimedSource, site: SiteRules): Promise<boolean> {
    const until = this.clock.monotonicMs() + SHARE_MS;
    let silent = 0;
    for (;;) {
      const page = await this.pages.next(source.id, source.syncId, !source.isListingWhole);
      if (!page) return true;
      if (this.clock.monotonicMs() >= until) return false;
      const silence = await this.visits.visit(run, source, page, site);
      silent = silence ? silent + 1 : 0;
      if (silence && silent >= MAX_SILENT) {
        throw webErrors.site_failing({ message: `The site does not answer: ${silence.message} Nothing was removed.` });
      }
    }
  }

  private async finish(run: SyncRun, source: ClaimedSource): Promise<void> {
    const counts = await this.queries.countsOf(run.place);
    if (!counts) throw new SyncTakenAwayError();
    const error = (await this.pages.lastError(source.id, source.syncId)) ?? null;
    const isAlive = counts.added + counts.changed + counts.unchanged > 0;
    if (!isAlive && source.kind === 'sitemap') {
      const { message } = webErrors.nothing_readable();
      throw webErrors.nothing_readable({ message: error ? `${message} The last one: ${error.message}` : message });
    }
    await this.removePages(run, source);
    // Of a single page its fate is that of the sync.
    run.require(await this.queries.end(run.place, isAlive ? null : error));
  }

  private async removePages(run: SyncRun, source: ClaimedSource): Promise<void> {
    run.require(await this.queries.reach(run.place, 'removing'));
    const { id, syncId, isListingWhole } = source;
    for (;;) {
      run.signal.throwIfAborted();
      const page = await this.pages.nextToRemove(id, syncId, isListingWhole);
      if (!page) break;
      await this.removeDocument(run, source, page.documentId);
    }
    if (isListingWhole) await this.pages.prune(id, syncId);
  }

  private async removeSource(run: SyncRun, source: ClaimedSource): Promise<void> {
    for (;;) {
      run.signal.throwIfAborted();
      const documentId = await this.pages.anyDocument(source.id);
      if (documentId === undefined) return this.queries.delete(run.place);
      await this.removeDocument(run, source, documentId);
    }
  }

  private removeDocument(run: SyncRun, source: ClaimedSource, documentId: string): Promise<void> {
    return this.database.transaction(async () => {
      run.require(await this.queries.removed(run.place));
      await this.documents.remove(source, documentId);
      await this.pages.forgetDocument(documentId);
    });
  }

  private async handOver(run: SyncRun): Promise<void> {
    const { now } = run.place;
    await this.queries.release({ ...run.place, leaseUntil: after(now, QUEUE_LEASE_MS) }, false);
    await this.jobs.enqueue(syncWebSource, { sourceId: run.sourceId });
  }

  /** What will not pass ends the sync; after anything else it waits for another run, if it has not had enough. */
  private async giveBack(run: SyncRun, source: ClaimedSource, error: unknown, stopping: AbortSignal): Promise<void> {
    if (error instanceof SyncTakenAwayError || run.signal.reason instanceof SyncTakenAwayError) return;
    const { place } = run;
    if (stopping.aborted) {
      await this.queries.release({ ...place, leaseUntil: place.now }, false);
      throw error;
    }
    const final = finalFailure(error, source);
    if (final) {
      if (final !== error) this.logger.error({ message: 'A sync was given up.', sourceId: source.id, err: error });
      await this.queries.end(place, { code: final.code, message: final.message });
      return;
    }
    await this.queries.release(
      { ...place, leaseUntil: after(place.now, BACKOFF_MS * 2 ** source.runCount + RUN_LEASE_MS) },
      true,
    );
    throw error;
  }
}

/**
 * Undefined for what may pass, unless it has not passed often enough. A site that is down ends the sync: the next one comes
 * with its schedule. A source that is being removed is never given up.
 */
function finalFailure(error: unknown, { runCount, isRemoving }: ClaimedSource): AppError | undefined {
  if (isRemoving) return undefined;
  if (error instanceof AppError && error.code.startsWith('web_sources.')) return error;
  return runCount < MAX_RUNS ? undefined : webErrors.failed();
}
