import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { EXECUTION_COLUMNS } from '../executions/executions.queries';
import type { AgentExecution } from '../executions/executions.types';

export interface ClaimedCallback {
  execution: AgentExecution;
  loopName: string;
  /** Null: it was taken away since. */
  url: string | null;
  /** Sealed. */
  secret: Buffer;
  /** Sealed. */
  headerSecrets: Buffer | null;
  /** This one included. */
  attempts: number;
}

type ClaimedRow = AgentExecution & Omit<ClaimedCallback, 'execution'>;

/** What became of an attempt. Null for `dueAt`: no further one. */
export interface AttemptEnd {
  state: 'waiting' | 'delivered' | 'failed';
  dueAt: Date | null;
  error: string | null;
}

@Injectable()
export class CallbacksQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when it is not due, or done. Until `leaseUntil` nobody else tries. By the primary keys. */
  async claim(executionId: string, now: Date, leaseUntil: Date): Promise<ClaimedCallback | undefined> {
    const [row] = await this.database.query<ClaimedRow>(
      `update agent_execution e set callback_attempts = callback_attempts + 1, callback_due_at = $3
       from agent_loop l
       where e.id = $1 and e.callback_state = 'waiting' and e.callback_due_at <= $2 and l.id = e.loop_id
       returning ${EXECUTION_COLUMNS}, l.name as "loopName", l.callback_url as url, l.callback_secret as secret,
         l.header_secrets as "headerSecrets", e.callback_attempts as attempts`,
      [executionId, now, leaseUntil],
    );
    if (!row) return undefined;
    const { loopName, url, secret, headerSecrets, attempts, ...execution } = row;
    return { execution, loopName, url, secret, headerSecrets, attempts };
  }

  /** Nothing when another attempt was begun meanwhile. By the primary key. */
  async ended(executionId: string, attempts: number, { state, dueAt, error }: AttemptEnd): Promise<void> {
    await this.database.execute(
      `update agent_execution set callback_state = $3, callback_due_at = $4, callback_error = $5
       where id = $1 and callback_attempts = $2 and callback_state = 'waiting'`,
      [executionId, attempts, state, dueAt, error],
    );
  }

  /** By agent_execution_callback_due_at_idx. */
  async due(now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from agent_execution where callback_state = 'waiting' and callback_due_at <= $1
       order by callback_due_at limit $2`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }
}
