import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { AgentStep } from '../executions/executions.types';
import type { RunPlace } from '../running/running.queries';

export type BegunStep = Pick<AgentStep, 'kind' | 'name' | 'callId' | 'input'>;
export type EndedStep = Pick<AgentStep, 'output' | 'error' | 'usage'> & { state: 'completed' | 'failed' };

/**
 * What a run writes of its steps. Each statement first touches the execution's row, under the condition that the run still has
 * it, so that a run which has lost it writes nothing, and changes are numbered in the order in which they become visible.
 */
@Injectable()
export class StepsQueries {
  constructor(private readonly database: Database) {}

  /** The step's position; undefined when the run no longer has the execution. By the primary keys, as are those below. */
  async begin({ executionId, runId, now }: RunPlace, step: BegunStep): Promise<number | undefined> {
    const [row] = await this.database.query<{ position: number }>(
      `with mine as (
         update agent_execution set revision = revision + 1, step_count = step_count + 1,
           tool_call_count = tool_call_count + case when $4 = 'tool' then 1 else 0 end
         where id = $1 and run_id = $2 and status = 'running' returning id, team_id, revision, step_count
       )
       insert into agent_step (execution_id, team_id, position, kind, name, call_id, input, revision, started_at)
       select id, team_id, step_count, $4, $5, $6, $7::jsonb, revision, $3 from mine returning position`,
      [executionId, runId, now, step.kind, step.name, step.callId, JSON.stringify(step.input ?? null)],
    );
    return row?.position;
  }

  /** False when the run no longer has the execution. A model's call that ended in order is an iteration. */
  async end({ executionId, runId, now }: RunPlace, position: number, step: EndedStep): Promise<boolean> {
    const { inputTokens, outputTokens } = step.usage;
    const count = await this.database.execute(
      `with mine as (
         update agent_execution e set revision = e.revision + 1, input_tokens = e.input_tokens + $7,
           output_tokens = e.output_tokens + $8,
           iterations_used = e.iterations_used + case when s.kind = 'model' and $5 = 'completed' then 1 else 0 end
         from agent_step s
         where e.id = $1 and e.run_id = $2 and e.status = 'running' and s.execution_id = e.id and s.position = $4
         returning e.revision
       )
       update agent_step set state = $5, output = $6::jsonb, error = $9, input_tokens = $7, output_tokens = $8,
         ended_at = $3, revision = mine.revision
       from mine where execution_id = $1 and position = $4`,
      [
        executionId,
        runId,
        now,
        position,
        step.state,
        JSON.stringify(step.output ?? null),
        inputTokens,
        outputTokens,
        step.error,
      ],
    );
    return count > 0;
  }

  /** Of an execution that the caller holds: what was begun and has not ended. */
  async abandon(executionId: string, now: Date, why: string): Promise<void> {
    await this.database.execute(
      `with mine as (
         update agent_execution set revision = revision + 1
         where id = $1 and exists (select 1 from agent_step where execution_id = $1 and state = 'started')
         returning revision
       )
       update agent_step set state = 'unknown', error = $3, ended_at = $2, revision = mine.revision
       from mine where execution_id = $1 and state = 'started'`,
      [executionId, now, why],
    );
  }
}
