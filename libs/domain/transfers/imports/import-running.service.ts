/**
 * Imports. A run claims an import under an id of its own, and every later write asks whether it still has it. Rows are written
 * in batches, each in one transaction with the number of its last row: whatever is killed, and whenever, the next run goes
 * on with the row after it, and no row is lost or comes twice.
 */
import { Injectable, Logger } from '@nestjs/common';
import { defineCounter } from '#infra/metrics';
import { Notices } from '#infra/notices';
import { AppError, after, Clock } from '#kernel';
import { transferErrors } from '../transfers.errors';
import { importCancelled } from '../transfers.notices';
import type { RowError } from '../transfers.types';
import { ImportRun, TakenAwayError } from './import-run';
import { ImportSteps, RowRefusedError } from './import-steps.service';
import { BACKOFF_MS, MAX_RUNS, RUN_LEASE_MS } from './lease';
import { type ClaimedImport, RunningQueries } from './running.queries';

/** The blob store is out of reach, which no run of ours can mend: none is counted. */
const STORE_UNAVAILABLE = 'blob_store.unavailable';

const imports = defineCounter({
  name: 'knowledge_imports_total',
  help: 'Imports into knowledge bases that a run has ended.',
  labels: ['outcome'],
});

@Injectable()
export class ImportRunning {
  private readonly logger = new Logger(ImportRunning.name);
  private readonly runs = new Map<string, ImportRun>();

  constructor(
    private readonly queries: RunningQueries,
    private readonly steps: ImportSteps,
    private readonly clock: Clock,
    notices: Notices,
  ) {
    notices.on(importCancelled, ({ importId }) => this.runs.get(importId)?.takeAway());
  }

  /**
   * Until the import is completed or has failed; returns at once when there is nothing to do.
   *
   * @throws what may pass, when the import waits for another run
   */
  async run(importId: string, stopping: AbortSignal): Promise<void> {
    const run = new ImportRun(importId, this.queries, this.clock, stopping);
    const claimed = await this.queries.claim(run.place);
    if (!claimed) return;
    this.runs.set(importId, run);
    run.start({ stage: claimed.rowCount === null ? 'checking' : 'writing', progress: 0 });
    try {
      if (claimed.runCount > MAX_RUNS) throw transferErrors.cut_off();
      await this.steps.take(run, claimed);
      imports.with('completed').add();
    } catch (error) {
      await this.giveBack(run, claimed, error, stopping);
    } finally {
      run.stop();
      this.runs.delete(importId);
    }
  }

  /** What will not pass fails the import; after anything else it waits for another run, if it has not had enough. */
  private async giveBack(run: ImportRun, claimed: ClaimedImport, error: unknown, stopping: AbortSignal): Promise<void> {
    if (error instanceof TakenAwayError || run.signal.reason instanceof TakenAwayError) return;
    const { place } = run;
    // Its process ends, or its time is over: the next run goes on.
    if (stopping.aborted) {
      await this.queries.release({ ...place, leaseUntil: place.now }, false);
      throw error;
    }
    const final = finalFailure(error, claimed);
    if (final) return this.fail(run, error, final);
    const leaseUntil = after(place.now, BACKOFF_MS * 2 ** claimed.runCount + RUN_LEASE_MS);
    await this.queries.release({ ...place, leaseUntil }, !isStoreAway(error));
    throw error;
  }

  private async fail(run: ImportRun, error: unknown, { code, message }: AppError): Promise<void> {
    if (!(error instanceof AppError || error instanceof RowRefusedError)) {
      this.logger.error({ message: 'An import was given up.', importId: run.importId, err: error });
    }
    const rows: RowError[] = error instanceof RowRefusedError ? [error.row] : [];
    if (await this.queries.fail(run.place, { code, message }, rows)) imports.with('failed').add();
  }
}

function finalFailure(error: unknown, { runCount }: ClaimedImport): AppError | undefined {
  if (error instanceof RowRefusedError) {
    const { row, message } = error.row;
    return transferErrors.row_refused({ message: `Row ${row}: ${message}` });
  }
  if (error instanceof AppError && error.kind === 'invalid_input') return error;
  if (isStoreAway(error)) return undefined;
  if (runCount > MAX_RUNS) return transferErrors.cut_off();
  return runCount === MAX_RUNS ? transferErrors.failed() : undefined;
}

function isStoreAway(error: unknown): boolean {
  return error instanceof AppError && error.code === STORE_UNAVAILABLE;
}
