/**
 * Runs executions. A run claims one under an id of its own, and every later write, steps included, asks whether it still has
 * it; so a cancelled execution, a second delivery of a job, or a process that wakes up late change nothing. Executions whose
 * run has died are put again by `sweep`, and go on from their steps.
 */
import { Injectable, Logger } from '@nestjs/common';
import { budgetErrors } from '#domain/budgets';
import { deadlineIn } from '#infra/http-client';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { AppError, after, Clock } from '#kernel';
import { AgentWork } from '../agent/agent-work';
import { agentErrors } from '../agents.errors';
import { executionChanged } from '../agents.notices';
import { runExecution } from '../jobs/run-execution.job';
import { ExecutionEnding } from './execution-ending';
import { ExecutionRun, TakenAwayError } from './execution-run';
import { BACKOFF_MS, MAX_RUNS, QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { type ClaimedExecution, RunningQueries } from './running.queries';

const SWEPT_AT_ONCE = 1_000;
const NO_BUDGET = budgetErrors.exhausted().code;

/** What one run has come to know. */
interface Knowledge {
  lastText: string | null;
}

@Injectable()
export class ExecutionRunning {
  private readonly logger = new Logger(ExecutionRunning.name);
  private readonly runs = new Map<string, ExecutionRun>();

  constructor(
    private readonly queries: RunningQueries,
    private readonly work: AgentWork,
    private readonly ending: ExecutionEnding,
    private readonly jobs: JobQueue,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {
    notices.on(executionChanged, ({ executionId, isOver }) => {
      if (isOver) this.runs.get(executionId)?.takeAway();
    });
  }

  /**
   * Until the execution has ended; returns at once when there is nothing to do.
   *
   * @throws what may pass, when the execution waits for another run
   */
  async run(executionId: string, stopping: AbortSignal): Promise<void> {
    const run = new ExecutionRun(executionId, this.queries, this.clock, stopping);
    const execution = await this.queries.claim(run.place);
    if (!execution) return;
    this.runs.set(executionId, run);
    run.start();
    this.notices.publish(executionChanged, { executionId, isOver: false });
    const leftMs = execution.startedAt.getTime() + execution.terms.timeoutMs - this.clock.nowMs();
    const deadline = deadlineIn(Math.max(0, leftMs), run.signal);
    const known: Knowledge = { lastText: null };
    try {
      if (leftMs <= 0) deadline.abort();
      if (execution.runCount > MAX_RUNS) throw agentErrors.cut_off();
      const output = await this.work.do(run, execution, deadline.signal, known);
      await this.ending.complete(run, execution, output);
    } catch (error) {
      await this.giveBack(run, execution, { error, known, stopping, isTimeOver: deadline.signal.aborted });
    } finally {
      deadline.end();
      run.stop();
      this.runs.delete(executionId);
    }
  }

  /** Makes up for lost jobs and dead runs. */
  async sweep(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const ids = await this.queries.reclaim(now, after(now, QUEUE_LEASE_MS), SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(
        runExecution,
        ids.map((executionId) => ({ executionId })),
      );
      if (ids.length < SWEPT_AT_ONCE) return;
    }
  }

  /** What will not pass ends the execution; after anything else it waits for another run, if it has not had enough. */
  private async giveBack(run: ExecutionRun, execution: ClaimedExecution, end: RunEnd): Promise<void> {
    const { error, known, stopping, isTimeOver } = end;
    if (error instanceof TakenAwayError || run.signal.reason instanceof TakenAwayError) return;
    const { place } = run;
    if (stopping.aborted && !(stopping.reason instanceof AppError)) {
      await this.queries.release({ ...place, leaseUntil: place.now }, false);
      throw error;
    }
    const final = isTimeOver ? undefined : finalFailure(error, execution);
    try {
      if (isTimeOver) return await this.ending.timeOut(run, execution, known.lastText);
      if (final) return await this.ending.fail(run, execution, this.told(final, error, execution), known.lastText);
    } catch (failure) {
      if (failure instanceof TakenAwayError) return;
      throw failure;
    }
    const leaseUntil = after(place.now, BACKOFF_MS * 2 ** execution.runCount + RUN_LEASE_MS);
    await this.queries.release({ ...place, leaseUntil }, true);
    throw error;
  }

  private told(final: AppError, error: unknown, { id }: ClaimedExecution): AppError {
    if (final !== error) this.logger.error({ message: 'An execution was given up.', executionId: id, err: error });
    return final;
  }
}

interface RunEnd {
  error: unknown;
  known: Knowledge;
  stopping: AbortSignal;
  isTimeOver: boolean;
}

/** Undefined for what may pass, unless it has not passed often enough. */
function finalFailure(error: unknown, { runCount }: ClaimedExecution): AppError | undefined {
  const isOurs = error instanceof AppError;
  // Another run would find it used up, too, for up to a month.
  if (isOurs && error.code === NO_BUDGET) return agentErrors.budget_exhausted({ message: error.message });
  if (isOurs && error.kind !== 'unavailable' && error.kind !== 'rate_limited') return error;
  if (runCount < MAX_RUNS) return undefined;
  return isOurs ? error : agentErrors.failed();
}
