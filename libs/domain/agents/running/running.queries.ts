import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { ExecutionTerms } from '../executions/executions.queries';
import type { ExecutionInput, ExecutionServer } from '../executions/executions.types';

/** Which run writes, and when. */
export interface RunPlace {
  executionId: string;
  runId: string;
  now: Date;
  leaseUntil: Date;
}

export interface ClaimedExecution {
  id: string;
  teamId: string;
  loopId: string;
  input: ExecutionInput;
  terms: ExecutionTerms;
  iterationsUsed: number;
  usage: { inputTokens: number; outputTokens: number };
  startedAt: Date;
  /** This one included. */
  runCount: number;
}

export interface ExecutionEnd {
  status: 'completed' | 'failed' | 'timeout';
  output: string | null;
  error: { code: string; message: string } | null;
}

export interface EndedExecution {
  loopName: string;
  output: string | null;
  iterationsUsed: number;
  toolCallCount: number;
  tokensUsed: number;
  model: string | null;
  startedAt: Date;
  completedAt: Date;
  hasCallback: boolean;
}

/** What runs write, each statement under the condition that the run still has the execution. By its primary key. */
@Injectable()
export class RunningQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when somebody else has it, or it has ended. */
  async claim({ executionId, runId, now, leaseUntil }: RunPlace): Promise<ClaimedExecution | undefined> {
    const [row] = await this.database.query<ClaimedExecution>(
      `update agent_execution set status = 'running', run_id = $2, run_count = run_count + 1, lease_until = $3,
         started_at = coalesce(started_at, $4), revision = revision + 1
       where id = $1 and status = 'queued'
       returning id, team_id as "teamId", loop_id as "loopId", input, terms, iterations_used as "iterationsUsed",
         json_build_object('inputTokens', input_tokens, 'outputTokens', output_tokens) as usage,
         started_at as "startedAt", run_count as "runCount"`,
      [executionId, runId, leaseUntil, now],
    );
    return row;
  }

  /** False when the run no longer has it. */
  async beat({ executionId, runId, leaseUntil }: RunPlace): Promise<boolean> {
    const count = await this.database.execute(
      `update agent_execution set lease_until = $3 where id = $1 and run_id = $2 and status = 'running'`,
      [executionId, runId, leaseUntil],
    );
    return count > 0;
  }

  /** Who will speak, and how it stands with the tools. False when the run no longer has it. */
  async equip({ executionId, runId }: RunPlace, model: string, servers: readonly ExecutionServer[]): Promise<boolean> {
    const count = await this.database.execute(
      `update agent_execution set model = $3, servers = $4::jsonb, revision = revision + 1
       where id = $1 and run_id = $2 and status = 'running'`,
      [executionId, runId, model, JSON.stringify(servers)],
    );
    return count > 0;
  }

  /** Undefined when the run no longer has it. A callback is due at once. */
  async end(
    { executionId, runId, now }: RunPlace,
    { status, output, error }: ExecutionEnd,
  ): Promise<EndedExecution | undefined> {
    const [row] = await this.database.query<EndedExecution>(
      `update agent_execution e set status = $4, output = $5, error_code = $6, error_message = $7, run_id = null,
         lease_until = null, completed_at = $3, revision = revision + 1,
         callback_state = case when l.callback_url is null then 'none' else 'waiting' end,
         callback_due_at = case when l.callback_url is null then null else $3::timestamptz end
       from agent_loop l where e.id = $1 and e.run_id = $2 and e.status = 'running' and l.id = e.loop_id
       returning l.name as "loopName", e.output, e.iterations_used as "iterationsUsed",
         e.tool_call_count as "toolCallCount", (e.input_tokens + e.output_tokens)::float8 as "tokensUsed", e.model,
         e.started_at as "startedAt", e.completed_at as "completedAt", l.callback_url is not null as "hasCallback"`,
      [executionId, runId, now, status, output, error?.code ?? null, error?.message ?? null],
    );
    return row;
  }

  /** Back to those that wait. `isCounted`: whether the run counts as one. */
  async release({ executionId, runId, leaseUntil }: RunPlace, isCounted: boolean): Promise<void> {
    await this.database.execute(
      `update agent_execution set status = 'queued', run_id = null, lease_until = $3, run_count = run_count - $4::int,
         revision = revision + 1
       where id = $1 and run_id = $2 and status = 'running'`,
      [executionId, runId, leaseUntil, isCounted ? 0 : 1],
    );
  }

  /** Executions that nobody sees to any more, the longest forgotten first. By agent_execution_lease_until_idx. */
  async reclaim(now: Date, leaseUntil: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with lost as (
         select id from agent_execution where status in ('queued', 'running') and lease_until < $1
         order by lease_until limit $3 for no key update skip locked
       )
       update agent_execution e set status = 'queued', run_id = null, lease_until = $2, revision = revision + 1
       from lost where e.id = lost.id returning e.id`,
      [now, leaseUntil, limit],
    );
    return rows.map(({ id }) => id);
  }
}
