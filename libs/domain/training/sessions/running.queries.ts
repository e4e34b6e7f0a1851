import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { SessionConfig, SessionStage, TrainingMetrics } from './sessions.types';

export interface ClaimedSession {
  id: string;
  teamId: string;
  botId: string;
  datasetId: string;
  datasetIds: string[];
  config: SessionConfig;
  /** This one included. */
  runCount: number;
}

/** Which run writes, and when. */
export interface RunPlace {
  sessionId: string;
  runId: string;
  now: Date;
  leaseUntil: Date;
}

export interface RunProgress {
  stage: SessionStage;
  progress: number;
}

/** What runs write, each statement under the condition that the run still has the session. By its primary key. */
@Injectable()
export class RunningQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when somebody else has it, or it has ended. */
  async claim({ sessionId, runId, now, leaseUntil }: RunPlace): Promise<ClaimedSession | undefined> {
    const [row] = await this.database.query<ClaimedSession>(
      `update training_session set status = 'in_progress', stage = 'reading', progress = 0, run_id = $2,
         run_count = run_count + 1, lease_until = $3, started_at = coalesce(started_at, $4)
       where id = $1 and status = 'pending'
       returning id, team_id as "teamId", bot_id as "botId", dataset_id as "datasetId", dataset_ids as "datasetIds", config,
         run_count as "runCount"`,
      [sessionId, runId, leaseUntil, now],
    );
    return row;
  }

  /** False when the run no longer has it. */
  async beat({ sessionId, runId, leaseUntil }: RunPlace, { stage, progress }: RunProgress): Promise<boolean> {
    const count = await this.database.execute(
      `update training_session set lease_until = $3, stage = $4, progress = greatest(progress, $5)
       where id = $1 and run_id = $2 and status = 'in_progress'`,
      [sessionId, runId, leaseUntil, stage, progress],
    );
    return count > 0;
  }

  /** False when the run no longer has it. */
  async complete({ sessionId, runId, now }: RunPlace, metrics: TrainingMetrics): Promise<boolean> {
    const count = await this.database.execute(
      `update training_session set status = 'completed', stage = null, progress = 100, metrics = $4::jsonb, run_id = null,
         lease_until = null, completed_at = $3
       where id = $1 and run_id = $2 and status = 'in_progress'`,
      [sessionId, runId, now, JSON.stringify(metrics)],
    );
    return count > 0;
  }

  /** False when the run no longer has it. */
  async fail({ sessionId, runId, now }: RunPlace, error: { code: string; message: string }): Promise<boolean> {
    const count = await this.database.execute(
      `update training_session set status = 'failed', stage = null, run_id = null, lease_until = null, completed_at = $3,
         error_code = $4, error_message = $5
       where id = $1 and run_id = $2 and status = 'in_progress'`,
      [sessionId, runId, now, error.code, error.message],
    );
    return count > 0;
  }

  /** Back to those that wait. `isCounted`: whether the run counts as one. */
  async release({ sessionId, runId, leaseUntil }: RunPlace, isCounted: boolean): Promise<void> {
    await this.database.execute(
      `update training_session set status = 'pending', stage = null, progress = 0, run_id = null, lease_until = $3,
         run_count = run_count - $4::int
       where id = $1 and run_id = $2 and status = 'in_progress'`,
      [sessionId, runId, leaseUntil, isCounted ? 0 : 1],
    );
  }

  /** Sessions that nobody sees to any more, the longest forgotten first. By training_session_lease_until_idx. */
  async reclaim(now: Date, leaseUntil: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with lost as (
         select id from training_session where status in ('pending', 'in_progress') and lease_until < $1
         order by lease_until limit $3 for no key update skip locked
       )
       update training_session s set status = 'pending', stage = null, progress = 0, run_id = null, lease_until = $2
       from lost where s.id = lost.id returning s.id`,
      [now, leaseUntil, limit],
    );
    return rows.map(({ id }) => id);
  }
}
