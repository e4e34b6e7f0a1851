import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { AppError } from '#kernel';
import { TextExtractors } from '#providers/text-extraction';
import { isTaken } from '../addresses/web-address';
import type { WebAnswer, WebContent } from '../fetching/web-answer';
import { WebClient } from '../fetching/web-client';
import { PageDocuments } from '../pages/page-documents.service';
import { type ReadablePage, readablePage } from '../pages/readable-page';
import { type PageToVisit, type PageVisit, WebPagesQueries } from '../pages/web-pages.queries';
import type { SiteRules } from '../sitemaps/site-rules.service';
import { webErrors } from '../web-sources.errors';
import { type PageOutcome, WEB_LIMITS } from '../web-sources.types';
import { type ClaimedSource, SyncQueries } from './sync.queries';
import type { SyncRun } from './sync-run';

const ACCEPT = 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.5';

/** What a visit has brought: something to read, or an outcome. */
type Finding =
  | { content: WebContent; page: ReadablePage }
  | { outcome: PageOutcome; error?: AppError; isAnswered: boolean; isSilent?: boolean };

@Injectable()
export class PageVisits {
  constructor(
    private readonly client: WebClient,
    private readonly extractors: TextExtractors,
    private readonly documents: PageDocuments,
    private readonly pages: WebPagesQueries,
    private readonly queries: SyncQueries,
    private readonly database: Database,
  ) {}

  /**
   * Asks for the page and does with its document what the answer says; what goes, goes at the end of the sync. Gives the
   * error when the site said nothing at all.
   *
   * @throws SyncTakenAwayError; the reason of the signal
   */
  async visit(run: SyncRun, source: ClaimedSource, page: PageToVisit, site: SiteRules): Promise<AppError | undefined> {
    const finding = await this.find(run, source, page, site);
    run.signal.throwIfAborted();
    await this.database.transaction(() => this.note(run, source, page, finding));
    return 'outcome' in finding && finding.isSilent ? finding.error : undefined;
  }

  private async find(run: SyncRun, source: ClaimedSource, page: PageToVisit, site: SiteRules): Promise<Finding> {
    if (source.kind === 'sitemap' && !isTaken(page.url, source)) return skipped(webErrors.not_taken(), false);
    const answer = await this.client.get({
      address: page.url,
      accept: ACCEPT,
      // Without its document the page is new, whatever the site thinks we have.
      ...(page.documentId === null ? {} : { validators: page }),
      maxBytes: WEB_LIMITS.pageBytes,
      pauseMs: site.pauseMs,
      allows: site.allows,
      signal: run.signal,
    });
    return answer.kind === 'content' ? this.read(run, answer) : findingOf(answer);
  }

  private async read(run: SyncRun, content: WebContent): Promise<Finding> {
    const page = await readablePage(this.extractors, content, run.signal);
    if ('bytes' in page) return { content, page };
    const { error, isPassing } = page;
    return isPassing ? { outcome: 'failed', error, isAnswered: true } : skipped(error, true);
  }

  private async note(run: SyncRun, source: ClaimedSource, page: PageToVisit, finding: Finding): Promise<void> {
    const visit = await this.visitOf(run, source, page, finding);
    await this.pages.noteVisit(page.id, source.syncId, visit);
  }

  private async visitOf(run: SyncRun, source: ClaimedSource, page: PageToVisit, finding: Finding): Promise<PageVisit> {
    const { now } = run.place;
    const outcome = await this.outcomeOf(source, page, finding);
    // The source is held before anything of its documents is.
    run.require(await this.queries.visited(run.place, outcome));
    const error = outcomeError(outcome, finding);
    const isAnswered = !('outcome' in finding) || finding.isAnswered;
    if ('outcome' in finding || outcome === 'skipped') return { outcome, error, isAnswered, now };
    const documentId = await this.storeAs(outcome, source, page, finding.page);
    const { etag, lastModified } = finding.content;
    const { address, title, hash } = finding.page;
    return {
      outcome,
      error: null,
      isAnswered,
      now,
      read: { documentId, address, title, etag, lastModified, contentHash: hash },
    };
  }

  private async outcomeOf(source: ClaimedSource, page: PageToVisit, finding: Finding): Promise<PageOutcome> {
    const isThere = !('outcome' in finding) || finding.outcome === 'unchanged';
    if (isThere && (await this.isDuplicate(source, page, finding))) return 'skipped';
    if ('outcome' in finding) return finding.outcome;
    if (page.documentId === null) return 'added';
    return page.contentHash && Buffer.compare(page.contentHash, finding.page.hash) === 0 ? 'unchanged' : 'changed';
  }

  private async isDuplicate({ id, syncId }: ClaimedSource, page: PageToVisit, finding: Finding): Promise<boolean> {
    const address = 'page' in finding ? finding.page.address : page.address;
    if (address === null || address === page.url) return false;
    return this.pages.isElsewhere({ id: page.id, sourceId: id, syncId, address });
  }

  private async storeAs(
    outcome: PageOutcome,
    source: ClaimedSource,
    { documentId }: PageToVisit,
    page: ReadablePage,
  ): Promise<string> {
    if (documentId === null) return this.documents.add(source, page);
    return outcome === 'changed' ? this.documents.replace(source, documentId, page) : documentId;
  }
}

function findingOf(answer: Exclude<WebAnswer, WebContent>): Finding {
  switch (answer.kind) {
    case 'unchanged':
      return { outcome: 'unchanged', isAnswered: true };
    case 'gone':
      return { outcome: 'gone', error: webErrors.gone(), isAnswered: true };
    case 'forbidden':
      return skipped(webErrors.robots_forbid(), false);
    case 'failed':
      return { outcome: 'failed', error: answer.error, isAnswered: !answer.isSilent, isSilent: answer.isSilent };
  }
}

function skipped(error: AppError, isAnswered: boolean): Finding {
  return { outcome: 'skipped', error, isAnswered };
}

function outcomeError(outcome: PageOutcome, finding: Finding): { code: string; message: string } | null {
  const isDuplicate = outcome === 'skipped' && !('outcome' in finding && finding.outcome === 'skipped');
  const error = isDuplicate ? webErrors.duplicate() : 'outcome' in finding ? finding.error : undefined;
  return error ? { code: error.code, message: error.message } : null;
}
