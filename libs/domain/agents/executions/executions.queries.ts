import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf } from '#kernel';
import type {
  AgentExecution,
  AgentStep,
  ExecutionInput,
  ExecutionListRequest,
  ExecutionTrigger,
} from './executions.types';

/** What an execution goes by, as its loop had it when it was asked for. */
export interface ExecutionTerms {
  systemPrompt: string;
  maxIterations: number;
  maxTokens: number | null;
  timeoutMs: number;
  model: string | null;
  modelId: number | null;
}

export interface NewExecution {
  id: string;
  teamId: string;
  loopId: string;
  trigger: ExecutionTrigger;
  dueAt: Date | null;
  input: ExecutionInput;
  terms: ExecutionTerms;
  leaseUntil: Date;
  createdAt: Date;
}

export const EXECUTION_COLUMNS = `e.id, e.team_id as "teamId", e.loop_id as "loopId", e.status, e.trigger, e.input, e.output,
  e.iterations_used as "iterationsUsed", e.tool_call_count as "toolCallCount", e.error_message as error,
  json_build_object('inputTokens', e.input_tokens, 'outputTokens', e.output_tokens) as usage, e.model, e.servers,
  json_build_object('state', e.callback_state, 'attempts', e.callback_attempts, 'error', e.callback_error) as callback,
  e.due_at as "dueAt", e.started_at as "startedAt", e.completed_at as "completedAt", e.created_at as "createdAt"`;

const STEP_COLUMNS = `position, kind, state, name, call_id as "callId", input, output, error,
  json_build_object('inputTokens', input_tokens, 'outputTokens', output_tokens) as usage, started_at as "startedAt",
  ended_at as "endedAt"`;

const UNDER_WAY = `status in ('queued', 'running')`;

@Injectable()
export class ExecutionsQueries {
  constructor(private readonly database: Database) {}

  async insert(execution: NewExecution): Promise<AgentExecution> {
    const [row] = await this.database.query<AgentExecution>(
      `insert into agent_execution as e (id, team_id, loop_id, trigger, due_at, input, terms, lease_until, created_at)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9) returning ${EXECUTION_COLUMNS}`,
      [
        execution.id,
        execution.teamId,
        execution.loopId,
        execution.trigger,
        execution.dueAt,
        JSON.stringify(execution.input),
        JSON.stringify(execution.terms),
        execution.leaseUntil,
        execution.createdAt,
      ],
    );
    return row!;
  }

  /** Newest first. By agent_execution_loop_id_idx, as is the one below. */
  list(loopId: string, { status, ...page }: ExecutionListRequest): Promise<AgentExecution[]> {
    return this.database.query<AgentExecution>(
      `select ${EXECUTION_COLUMNS} from agent_execution e where e.loop_id = $1 and ($2::text is null or e.status = $2)
       order by e.id desc limit $3 offset $4`,
      [loopId, status ?? null, page.limit, offsetOf(page)],
    );
  }

  async count(loopId: string, status: string | undefined): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from agent_execution where loop_id = $1 and ($2::text is null or status = $2)`,
      [loopId, status ?? null],
    );
    return row?.count ?? 0;
  }

  /** By agent_execution_under_way_idx, as is the one below. */
  async underWay(teamId: string, loopId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from agent_execution where team_id = $1 and loop_id = $2 and ${UNDER_WAY}`,
      [teamId, loopId],
    );
    return rows.map(({ id }) => id);
  }

  /** Stops counting at `limit`. */
  async underWayOfTeam(teamId: string, limit: number): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from
         (select from agent_execution where team_id = $1 and ${UNDER_WAY} limit $2) found`,
      [teamId, limit],
    );
    return row?.count ?? 0;
  }

  /** By agent_execution's primary key, as are those below. */
  async find(teamId: string, id: string): Promise<AgentExecution | undefined> {
    const [row] = await this.database.query<AgentExecution>(
      `select ${EXECUTION_COLUMNS} from agent_execution e where e.id = $1 and e.team_id = $2`,
      [id, teamId],
    );
    return row;
  }

  /** With how often it has changed. */
  async changed(teamId: string, id: string): Promise<(AgentExecution & { revision: number }) | undefined> {
    const [row] = await this.database.query<AgentExecution & { revision: number }>(
      `select ${EXECUTION_COLUMNS}, e.revision from agent_execution e where e.id = $1 and e.team_id = $2`,
      [id, teamId],
    );
    return row;
  }

  /** Undefined when it has ended already. Whichever run has it finds that it no longer has. */
  async cancel(teamId: string, id: string, now: Date): Promise<AgentExecution | undefined> {
    const [row] = await this.database.query<AgentExecution>(
      `update agent_execution e set status = 'cancelled', run_id = null, lease_until = null, completed_at = $3,
         revision = revision + 1
       where id = $1 and team_id = $2 and ${UNDER_WAY} returning ${EXECUTION_COLUMNS}`,
      [id, teamId, now],
    );
    return row;
  }

  /** In their order. By agent_step's primary key, as is the one below: an execution has some hundreds at most. */
  steps(executionId: string): Promise<AgentStep[]> {
    return this.database.query<AgentStep>(
      `select ${STEP_COLUMNS} from agent_step where execution_id = $1 order by position`,
      [executionId],
    );
  }

  /** Those that have changed since, in the order of their last change. */
  stepsAfter(executionId: string, revision: number): Promise<(AgentStep & { revision: number })[]> {
    return this.database.query<AgentStep & { revision: number }>(
      `select ${STEP_COLUMNS}, revision from agent_step where execution_id = $1 and revision > $2 order by revision`,
      [executionId, revision],
    );
  }
}
