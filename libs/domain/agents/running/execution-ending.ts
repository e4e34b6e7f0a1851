import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { defineCounter } from '#infra/metrics';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { AppError, SECOND_MS } from '#kernel';
import { agentErrors } from '../agents.errors';
import { type AgentLoopCompletedData, agentLoopCompleted } from '../agents.events';
import { executionChanged } from '../agents.notices';
import { sendCallback } from '../jobs/send-callback.job';
import { StepsQueries } from '../steps/steps.queries';
import { type ExecutionRun, TakenAwayError } from './execution-run';
import { type ClaimedExecution, type EndedExecution, type ExecutionEnd, RunningQueries } from './running.queries';

const executions = defineCounter({
  name: 'agent_executions_total',
  help: 'Executions of agent loops that a run has ended.',
  labels: ['outcome'],
});

const NEVER_ENDED = 'The execution ended before an answer came.';

/** Ends executions: their row, what they left open, the event and the callback are one transaction. */
@Injectable()
export class ExecutionEnding {
  constructor(
    private readonly queries: RunningQueries,
    private readonly steps: StepsQueries,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly jobs: JobQueue,
    private readonly notices: Notices,
  ) {}

  /** @throws TakenAwayError when the run no longer has it */
  complete(run: ExecutionRun, execution: ClaimedExecution, output: string): Promise<void> {
    return this.end(run, execution, { status: 'completed', output, error: null });
  }

  /** @param output what was said last @throws TakenAwayError */
  fail(
    run: ExecutionRun,
    execution: ClaimedExecution,
    { code, message }: AppError,
    output: string | null,
  ): Promise<void> {
    return this.end(run, execution, { status: 'failed', output, error: { code, message } });
  }

  /** @param output what was said last @throws TakenAwayError */
  timeOut(run: ExecutionRun, execution: ClaimedExecution, output: string | null): Promise<void> {
    const seconds = (execution.terms.timeoutMs / SECOND_MS).toLocaleString('en-US');
    const { code, message } = agentErrors.timed_out({
      message: `The execution did not end within the ${seconds} seconds that it may take.`,
    });
    return this.end(run, execution, { status: 'timeout', output, error: { code, message } });
  }

  private async end(run: ExecutionRun, { id, teamId, loopId }: ClaimedExecution, end: ExecutionEnd): Promise<void> {
    await this.database.transaction(async () => {
      const { place } = run;
      const ended = await this.queries.end(place, end);
      if (!ended) throw new TakenAwayError();
      await this.steps.abandon(id, place.now, NEVER_ENDED);
      await this.outbox.add(agentLoopCompleted, { teamId, data: completedData(loopId, id, ended, end) });
      if (ended.hasCallback) await this.jobs.enqueue(sendCallback, { executionId: id });
      this.notices.publish(executionChanged, { executionId: id, isOver: false });
    });
    executions.with(end.status).add();
  }
}

function completedData(
  loopId: string,
  executionId: string,
  ended: EndedExecution,
  { status, error }: ExecutionEnd,
): AgentLoopCompletedData {
  const { loopName, output, iterationsUsed, toolCallCount, startedAt, completedAt, model, tokensUsed } = ended;
  return {
    agentLoopId: loopId,
    agentLoopName: loopName,
    executionId,
    status,
    result: { output, iterationsUsed, toolCalls: toolCallCount },
    metadata: {
      startedAt: startedAt.toISOString(),
      completedAt: completedAt.toISOString(),
      durationSeconds: (completedAt.getTime() - startedAt.getTime()) / SECOND_MS,
      model,
      tokensUsed,
    },
    error: error?.message ?? null,
  };
}
