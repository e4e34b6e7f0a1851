/**
 * Imports of bots. A run claims an import under an id of its own, and asks at each step whether it still has it. It makes the bot
 * from the beginning to its end: what a run that was cut off has begun, the next one deletes.
 */
import { Injectable, Logger } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { type Actor, AppError, after, Clock, newId } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import { botFileErrors } from '../bot-files.errors';
import { runBotImport } from '../jobs/run-bot-import.job';
import type { BotBeingMade } from './bot-being-made';
import { BotImportsQueries, type ClaimedBotImport, type RunPlace, type RunProgress } from './bot-imports.queries';
import { BotWriting } from './bot-writing.service';
import { checkBotFile, partsOf } from './checked-bot-file';
import { BACKOFF_MS, HEARTBEAT_MS, MAX_RUNS, QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';

const SWEPT_AT_ONCE = 1_000;
/** The share of the work that is done when the file has been read once. */
const PROGRESS_CHECKED = 10;

/** The import is another run's, or gone with its team. */
class TakenAwayError extends Error {}

interface Run {
  place: () => RunPlace;
  state: RunProgress;
  signal: AbortSignal;
}

@Injectable()
export class BotImportRunning {
  private readonly logger = new Logger(BotImportRunning.name);

  constructor(
    private readonly queries: BotImportsQueries,
    private readonly writing: BotWriting,
    private readonly bots: BotsService,
    private readonly blobs: BlobStore,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Until the import is completed or has failed; returns at once when there is nothing to do.
   *
   * @throws what may pass, when the import waits for another run
   */
  async run(importId: string, stopping: AbortSignal): Promise<void> {
    const takenAway = new AbortController();
    const runId = newId();
    const place = () => {
      const now = this.clock.now();
      return { importId, runId, now, leaseUntil: after(now, RUN_LEASE_MS) };
    };
    const claimed = await this.queries.claim(place());
    if (!claimed) return;
    const signal = AbortSignal.any([stopping, takenAway.signal]);
    const run: Run = { place, state: { stage: 'checking', progress: 0 }, signal };
    const pulse = setInterval(() => void this.beat(run, takenAway), HEARTBEAT_MS);
    try {
      if (claimed.runCount > MAX_RUNS) throw botFileErrors.failed();
      await this.make(run, claimed);
    } catch (error) {
      await this.giveBack(run, claimed, error, stopping);
    } finally {
      clearInterval(pulse);
    }
  }

  /** Makes up for lost jobs and dead runs. */
  async sweep(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const ids = await this.queries.reclaim(now, after(now, QUEUE_LEASE_MS), SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(
        runBotImport,
        ids.map((importId) => ({ importId })),
      );
      if (ids.length < SWEPT_AT_ONCE) return;
    }
  }

  private async make(run: Run, claimed: ClaimedBotImport): Promise<void> {
    const actor = systemOf(claimed);
    if (claimed.botId) await this.deleteBot(run, actor, claimed.botId);
    const { signal } = run;
    const open = async () => (await this.blobs.get(claimed.blobKey, { signal })).stream;
    const counts = await checkBotFile(await open());
    const total = counts.items + counts.questions + counts.examples + counts.uploads;
    run.state = { stage: 'writing', progress: PROGRESS_CHECKED };
    let [made, done]: [BotBeingMade | undefined, number] = [undefined, 0];
    for await (const part of partsOf(await open())) {
      signal.throwIfAborted();
      if (part.kind === 'bot')
        made = await this.writing.furnish(actor, await this.begin(run, claimed, part.bot), part.bot);
      else if (part.kind !== 'end') await this.writing.write(actor, made!, part);
      done += part.kind === 'bytes' ? 1 : 'rows' in part ? part.rows.length : 0;
      const share = Math.floor(((99 - PROGRESS_CHECKED) * done) / Math.max(1, total));
      run.state = { stage: 'writing', progress: PROGRESS_CHECKED + share };
    }
    await this.complete(run, actor, made!);
  }

  private async complete(run: Run, actor: Actor, made: BotBeingMade): Promise<void> {
    await this.writing.finish(actor, made);
    await this.database.transaction(async () => {
      await this.writing.enable(actor, made);
      if (!(await this.queries.complete(run.place(), made.notes))) throw new TakenAwayError();
    });
  }

  private begin(run: Run, claimed: ClaimedBotImport, file: BotBeingMade['file']): Promise<string> {
    return this.database.transaction(async () => {
      const botId = await this.writing.begin(systemOf(claimed), file, claimed.wantedName ?? file.bot.name);
      if (!(await this.queries.setBot(run.place(), botId))) throw new TakenAwayError();
      return botId;
    });
  }

  private async deleteBot(run: Run, actor: Actor, botId: string): Promise<void> {
    if (!(await this.queries.setBot(run.place(), botId))) throw new TakenAwayError();
    await this.bots.delete(actor, botId).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.kind !== 'not_found') throw error;
    });
  }

  /** What will not pass fails the import; after anything else it waits for another run, if it has not had enough. */
  private async giveBack(run: Run, claimed: ClaimedBotImport, error: unknown, stopping: AbortSignal): Promise<void> {
    if (error instanceof TakenAwayError || run.signal.reason instanceof TakenAwayError) return;
    const place = run.place();
    if (stopping.aborted) {
      await this.queries.release({ ...place, leaseUntil: place.now }, false);
      throw error;
    }
    const isFinal = error instanceof AppError && (error.kind === 'invalid_input' || error.kind === 'conflict');
    if (isFinal || claimed.runCount >= MAX_RUNS) return this.fail(run, claimed, error);
    const leaseUntil = after(place.now, BACKOFF_MS * 2 ** claimed.runCount + RUN_LEASE_MS);
    await this.queries.release({ ...place, leaseUntil }, true);
    throw error;
  }

  /** All or nothing: with the bot that was begun. */
  private async fail(run: Run, claimed: ClaimedBotImport, error: unknown): Promise<void> {
    const isOurs = !(error instanceof AppError) || error.kind === 'internal' || error.kind === 'unavailable';
    if (isOurs) this.logger.error({ message: 'An import of a bot was given up.', err: error });
    const { code, message } = isOurs ? botFileErrors.failed() : error;
    const found = await this.queries.find(claimed.teamId, run.place().importId);
    if (found?.botId) await this.deleteBot(run, systemOf(claimed), found.botId);
    await this.queries.fail(run.place(), { code, message });
  }

  private async beat(run: Run, takenAway: AbortController): Promise<void> {
    try {
      if (!(await this.queries.beat(run.place(), run.state))) takenAway.abort(new TakenAwayError());
    } catch (error) {
      this.logger.warn({ message: 'An import could not say that it is alive.', err: error });
    }
  }
}

function systemOf({ teamId }: ClaimedBotImport): Actor {
  return { kind: 'system', teamId, plan: 'free' };
}
