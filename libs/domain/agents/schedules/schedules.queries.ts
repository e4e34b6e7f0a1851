import { Injectable } from '@nestjs/common';
import type { OldRows } from '#domain/retention';
import { Database } from '#infra/database';
import type { NewExecution } from '../executions/executions.queries';

export interface DueLoop {
  id: string;
  teamId: string;
}

@Injectable()
export class SchedulesQueries {
  constructor(private readonly database: Database) {}

  /** The longest due first. By agent_loop_next_run_at_idx. */
  due(now: Date, limit: number): Promise<DueLoop[]> {
    return this.database.query<DueLoop>(
      `select id, team_id as "teamId" from agent_loop where next_run_at <= $1 order by next_run_at limit $2`,
      [now, limit],
    );
  }

  /** By agent_loop's primary key. */
  async setNext(loopId: string, next: Date | null): Promise<void> {
    await this.database.execute('update agent_loop set next_run_at = $2 where id = $1', [loopId, next]);
  }

  /** Takes away the oldest executions beyond those that are kept, some at a time. By agent_execution_loop_id_idx. */
  async prune(loopId: string, kept: number): Promise<void> {
    await this.database.execute(
      `delete from agent_execution where completed_at is not null and callback_state <> 'waiting' and id in
         (select id from agent_execution where loop_id = $1 order by id desc offset $2 limit 100)`,
      [loopId, kept],
    );
  }

  /** Whose callers have been told, with their steps. By agent_execution_team_id_completed_at_idx. */
  deleteEnded({ teamId, before, maxRows }: OldRows): Promise<number> {
    return this.database.execute(
      `delete from agent_execution where id in (
         select id from agent_execution where team_id = $1 and completed_at < $2 and callback_state <> 'waiting'
         order by completed_at limit $3
       )`,
      [teamId, before, maxRows],
    );
  }

  /** False when the loop has one for this time already. By agent_execution_loop_id_due_at_key. */
  async insert(execution: NewExecution): Promise<boolean> {
    const count = await this.database.execute(
      `insert into agent_execution (id, team_id, loop_id, trigger, due_at, input, terms, lease_until, created_at)
       values ($1, $2, $3, 'schedule', $4, $5::jsonb, $6::jsonb, $7, $8)
       on conflict (loop_id, due_at) where due_at is not null do nothing`,
      valuesOf(execution),
    );
    return count > 0;
  }

  /** One that does not take place, so that people see why. By agent_execution_loop_id_due_at_key. */
  async insertSkipped(execution: NewExecution, why: { code: string; message: string }): Promise<void> {
    const { leaseUntil: _, ...rest } = execution;
    await this.database.execute(
      `insert into agent_execution (id, team_id, loop_id, trigger, due_at, input, terms, lease_until, created_at,
         status, completed_at, error_code, error_message)
       values ($1, $2, $3, 'schedule', $4, $5::jsonb, $6::jsonb, $7, $8, 'cancelled', $8, $9, $10)
       on conflict (loop_id, due_at) where due_at is not null do nothing`,
      [...valuesOf({ ...rest, leaseUntil: null }), why.code, why.message],
    );
  }
}

function valuesOf(execution: Omit<NewExecution, 'leaseUntil'> & { leaseUntil: Date | null }): unknown[] {
  const { id, teamId, loopId, dueAt, input, terms, leaseUntil, createdAt } = execution;
  return [id, teamId, loopId, dueAt, JSON.stringify(input), JSON.stringify(terms), leaseUntil, createdAt];
}
