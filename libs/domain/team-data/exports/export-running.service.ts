/**
 * Exports of teams. A run claims an export under an id of its own and writes one archive from the start: whatever is killed,
 * and whenever, the next run writes another one, and what the dead one has stored is named by a row that lets it go.
 */
import { Injectable, Logger } from '@nestjs/common';
import { UnneededBlobs } from '#domain/documents';
import { Database } from '#infra/database';
import { defineCounter } from '#infra/metrics';
import { AppError, after, Clock } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import { teamDataErrors } from '../team-data.errors';
import { archiveOf } from './archive';
import { ArchiveContents } from './archive-content.service';
import { ExportRun, TakenAwayError } from './export-run';
import { ARCHIVE_KEPT_MS, BACKOFF_MS, EXPECTED_AGAIN_MS, MAX_RUNS, RUN_LEASE_MS } from './lease';
import { Manifest } from './manifest';
import { type ClaimedExport, RunningQueries } from './running.queries';

/** The blob store is out of reach, which no run of ours can mend: none is counted. */
const STORE_UNAVAILABLE = 'blob_store.unavailable';

const exportsEnded = defineCounter({
  name: 'team_exports_total',
  help: 'Exports of teams that a run has ended.',
  labels: ['outcome'],
});

@Injectable()
export class ExportRunning {
  private readonly logger = new Logger(ExportRunning.name);

  constructor(
    private readonly queries: RunningQueries,
    private readonly contents: ArchiveContents,
    private readonly unneeded: UnneededBlobs,
    private readonly blobs: BlobStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Until the export is completed or has failed; returns at once when there is nothing to do.
   *
   * @throws what may pass, when the export waits for another run
   */
  async run(exportId: string, stopping: AbortSignal): Promise<void> {
    const run = new ExportRun(exportId, this.queries, this.clock, stopping);
    const claimed = await this.queries.claim(run.place);
    if (!claimed) return;
    run.start();
    try {
      if (claimed.runCount > MAX_RUNS) throw teamDataErrors.cut_off();
      await this.write(run, claimed);
      exportsEnded.with('completed').add();
    } catch (error) {
      await this.giveBack(run, claimed, error, stopping);
    } finally {
      run.stop();
    }
  }

  private async write(run: ExportRun, { teamId, id }: ClaimedExport): Promise<void> {
    const blobKey = `exports/${teamId}/${id}/${run.id}`;
    await this.unneeded.expect(blobKey);
    const prolonging = setInterval(() => void this.unneeded.prolong(blobKey), EXPECTED_AGAIN_MS);
    try {
      const now = this.clock.now();
      const manifest = new Manifest(teamId, now);
      const onProgress = run.reach.bind(run);
      const entries = this.contents.entries(teamId, manifest, { signal: run.signal, onProgress });
      const { bytes } = await this.blobs.put(blobKey, archiveOf(entries, now), { mediaType: 'application/gzip' });
      await this.complete(run, blobKey, { manifest, bytes });
    } catch (error) {
      await this.unneeded.discard(blobKey);
      throw error;
    } finally {
      clearInterval(prolonging);
    }
  }

  private complete(run: ExportRun, blobKey: string, { manifest, bytes }: { manifest: Manifest; bytes: number }) {
    const { rowCount, fileCount } = manifest;
    const expiresAt = after(this.clock.now(), ARCHIVE_KEPT_MS);
    return this.database.transaction(async () => {
      const archive = { blobKey, archiveBytes: bytes, rowCount, fileCount, expiresAt };
      run.requireHeld(await this.queries.complete(run.place, archive));
      await this.unneeded.adopt(blobKey);
    });
  }

  /** After what may pass it waits for another run, if it has not had enough. */
  private async giveBack(run: ExportRun, claimed: ClaimedExport, error: unknown, stopping: AbortSignal): Promise<void> {
    if (error instanceof TakenAwayError || run.signal.reason instanceof TakenAwayError) return;
    const { place } = run;
    // Its process ends, or its time is over.
    if (stopping.aborted) {
      await this.queries.release({ ...place, leaseUntil: place.now }, false);
      throw error;
    }
    if (!isStoreAway(error) && claimed.runCount >= MAX_RUNS) return this.fail(run, error, claimed);
    const leaseUntil = after(place.now, BACKOFF_MS * 2 ** claimed.runCount + RUN_LEASE_MS);
    await this.queries.release({ ...place, leaseUntil }, !isStoreAway(error));
    throw error;
  }

  private async fail(run: ExportRun, error: unknown, { runCount }: ClaimedExport): Promise<void> {
    this.logger.error({ message: 'An export of a team was given up.', exportId: run.exportId, err: error });
    const { code, message } = runCount > MAX_RUNS ? teamDataErrors.cut_off() : teamDataErrors.failed();
    if (await this.queries.fail(run.place, { code, message })) exportsEnded.with('failed').add();
  }
}

function isStoreAway(error: unknown): boolean {
  return error instanceof AppError && error.code === STORE_UNAVAILABLE;
}
