import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { lastTime, nextTime } from '#infra/schedules';
import { after, Clock, newId } from '#kernel';
import { agentErrors } from '../agents.errors';
import { ExecutionsQueries } from '../executions/executions.queries';
import { termsOf } from '../executions/executions.service';
import { runExecution } from '../jobs/run-execution.job';
import { type LoopRow, LoopsQueries } from '../loops/loops.queries';
import { QUEUE_LEASE_MS } from '../running/lease';

import { type DueLoop, SchedulesQueries } from './schedules.queries';

const BEGUN_AT_ONCE = 500;
/** Of a loop with a schedule: a row each second is 86,400 a day. */
const KEPT = 1_000;

/**
 * Begins executions when their time has come. Who begins one holds the loop's row, and a time is begun once, whatever number of
 * workers see that it is due. Of several times that were missed while nobody was there, the last one is made up for.
 */
@Injectable()
export class LoopScheduling {
  private readonly logger = new Logger(LoopScheduling.name);

  constructor(
    private readonly queries: SchedulesQueries,
    private readonly loops: LoopsQueries,
    private readonly executions: ExecutionsQueries,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  async beginDue(): Promise<void> {
    const due = await this.queries.due(this.clock.now(), BEGUN_AT_ONCE);
    for (const loop of due) await this.tryBegin(loop);
  }

  /** One loop that cannot be begun keeps none of the others waiting. */
  private async tryBegin({ teamId, id }: DueLoop): Promise<void> {
    try {
      await this.database.transaction(() => this.begin(teamId, id));
    } catch (error) {
      this.logger.error({ message: 'A scheduled execution could not be begun; again soon.', loopId: id, err: error });
    }
  }

  private async begin(teamId: string, loopId: string): Promise<void> {
    const now = this.clock.now();
    const loop = await this.loops.lock(teamId, loopId);
    // Somebody else was quicker, or it was changed.
    if (!loop || !isDue(loop, now)) return;
    const { cron, timeZone, nextRunAt } = loop;
    await this.queries.setNext(loopId, nextTime(cron, timeZone, now));
    const dueAt = lastTime(cron, timeZone, nextRunAt, now);
    const execution = {
      id: newId(),
      teamId,
      loopId,
      trigger: 'schedule' as const,
      dueAt,
      input: { userMessage: loop.userMessage, variables: {} },
      terms: termsOf(loop),
      leaseUntil: after(now, QUEUE_LEASE_MS),
      createdAt: now,
    };
    await this.queries.prune(loopId, KEPT);
    if ((await this.executions.underWay(teamId, loopId)).length > 0) {
      await this.queries.insertSkipped(execution, agentErrors.overlapped());
    } else if (await this.queries.insert(execution)) {
      await this.jobs.enqueue(runExecution, { executionId: execution.id });
    }
  }
}

type ScheduledLoop = LoopRow & { cron: string; timeZone: string; nextRunAt: Date };

function isDue(loop: LoopRow, now: Date): loop is ScheduledLoop {
  return loop.cron !== null && loop.timeZone !== null && loop.nextRunAt !== null && loop.nextRunAt <= now;
}
