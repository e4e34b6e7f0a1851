import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { type Actor, after, Clock, isUuid, newId, type Page } from '#kernel';
import { agentErrors } from '../agents.errors';
import { executionChanged } from '../agents.notices';
import { runExecution } from '../jobs/run-execution.job';
import { type LoopRow, LoopsQueries } from '../loops/loops.queries';
import { AgentLoops } from '../loops/loops.service';
import { QUEUE_LEASE_MS } from '../running/lease';
import { ExecutionFeed } from './execution-feed';
import { ExecutionsQueries, type ExecutionTerms } from './executions.queries';
import type { AgentExecution, AgentProgress, AgentStep, ExecutionListRequest, RunLoop } from './executions.types';
import { executionInput } from './user-message';

/** Of a team, at the same time: one team must not keep all workers for itself. */
const MAX_UNDER_WAY = 100;

/** The runs of loops: begun, watched and cancelled here; `ExecutionRunning` does the work. */
@Injectable()
export class AgentExecutions {
  private readonly logger = new Logger(AgentExecutions.name);

  constructor(
    private readonly loops: AgentLoops,
    private readonly loopRows: LoopsQueries,
    private readonly queries: ExecutionsQueries,
    private readonly feed: ExecutionFeed,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /**
   * A job runs it, also of a loop that is paused. What is acknowledged here ends, whatever happens to processes meanwhile.
   *
   * @throws AppError `agents.loop_not_found`, `input.invalid`, `agents.too_many_executions`
   */
  async run({ teamId }: Actor, loopId: string, request: RunLoop = {}): Promise<AgentExecution> {
    const execution = await this.database.transaction(async () => {
      const loop = isUuid(loopId) ? await this.loopRows.hold(teamId, loopId) : undefined;
      if (!loop) throw agentErrors.loop_not_found();
      const input = executionInput(loop.userMessage, request);
      if ((await this.queries.underWayOfTeam(teamId, MAX_UNDER_WAY)) >= MAX_UNDER_WAY)
        throw agentErrors.too_many_executions();
      const now = this.clock.now();
      return this.queries.insert({
        id: newId(),
        teamId,
        loopId,
        trigger: 'api',
        dueAt: null,
        input,
        terms: termsOf(loop),
        leaseUntil: after(now, QUEUE_LEASE_MS),
        createdAt: now,
      });
    });
    this.wake(execution.id);
    return execution;
  }

  /** Newest first. @throws `agents.loop_not_found` */
  async list(actor: Actor, loopId: string, request: ExecutionListRequest): Promise<Page<AgentExecution>> {
    const { page, limit, status } = request;
    await this.loops.get(actor, loopId);
    const items = await this.queries.list(loopId, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(loopId, status), page, limit };
  }

  /** @throws `agents.execution_not_found` */
  async get({ teamId }: Actor, id: string): Promise<AgentExecution> {
    const execution = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!execution) throw agentErrors.execution_not_found();
    return execution;
  }

  /** In their order. @throws `agents.execution_not_found` */
  async steps(actor: Actor, id: string): Promise<AgentStep[]> {
    await this.get(actor, id);
    return this.queries.steps(id);
  }

  /** What it has done stays done. @throws `agents.execution_not_found`, `agents.not_under_way` */
  cancel(actor: Actor, id: string): Promise<AgentExecution> {
    return this.database.transaction(async () => {
      const cancelled = isUuid(id) ? await this.queries.cancel(actor.teamId, id, this.clock.now()) : undefined;
      if (!cancelled) {
        const { status } = await this.get(actor, id);
        throw agentErrors.not_under_way({
          message: `The execution is ${status}; only one that is queued or running can be cancelled.`,
        });
      }
      this.notices.publish(executionChanged, { executionId: id, isOver: true });
      return cancelled;
    });
  }

  /**
   * What has changed since the follower's last sequence, then what changes, until the execution has ended or is deleted.
   *
   * @throws `agents.execution_not_found`
   */
  follow(actor: Actor, id: string, afterSequence: number, signal: AbortSignal): AsyncIterable<AgentProgress> {
    return this.feed.follow(actor, id, afterSequence, signal);
  }

  /** The row is stored; if its job cannot be put now, the sweep puts it. */
  private wake(executionId: string): void {
    this.jobs.enqueue(runExecution, { executionId }).catch((error: unknown) => {
      this.logger.warn({
        message: 'An execution could not be put in the queue; it will be later.',
        executionId,
        err: error,
      });
    });
  }
}

export function termsOf({
  systemPrompt,
  maxIterations,
  maxTokens,
  timeoutMs,
  model,
  modelId,
}: LoopRow): ExecutionTerms {
  return { systemPrompt, maxIterations, maxTokens, timeoutMs, model, modelId };
}
