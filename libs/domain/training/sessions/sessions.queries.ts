import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf } from '#kernel';
import type { SessionListRequest, TrainingSession } from './sessions.types';

export type NewSessionRow = Pick<
  TrainingSession,
  'id' | 'teamId' | 'botId' | 'datasetId' | 'datasetIds' | 'config' | 'createdAt'
> & { leaseUntil: Date };

const COLUMNS = `id, team_id as "teamId", bot_id as "botId", dataset_id as "datasetId", dataset_ids as "datasetIds", config,
  status, stage, progress, metrics,
  case when error_code is not null then json_build_object('code', error_code, 'message', error_message) end as error,
  started_at as "startedAt", completed_at as "completedAt", created_at as "createdAt"`;

const ACTIVE = `status in ('pending', 'in_progress')`;

@Injectable()
export class SessionsQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when the dataset has an active session. By training_session_active_key. */
  async insert(session: NewSessionRow): Promise<TrainingSession | undefined> {
    const [row] = await this.database.query<TrainingSession>(
      `insert into training_session (id, team_id, bot_id, dataset_id, dataset_ids, config, lease_until, created_at)
       values ($1, $2, $3, $4, $5::uuid[], $6::jsonb, $7, $8)
       on conflict (dataset_id) where status in ('pending', 'in_progress') do nothing returning ${COLUMNS}`,
      [
        session.id,
        session.teamId,
        session.botId,
        session.datasetId,
        session.datasetIds,
        JSON.stringify(session.config),
        session.leaseUntil,
        session.createdAt,
      ],
    );
    return row;
  }

  /** Newest first. By training_session_bot_id_idx. */
  list(botId: string, { status, ...page }: SessionListRequest): Promise<TrainingSession[]> {
    return this.database.query<TrainingSession>(
      `select ${COLUMNS} from training_session where bot_id = $1 and ($2::text is null or status = $2)
       order by id desc limit $3 offset $4`,
      [botId, status ?? null, page.limit, offsetOf(page)],
    );
  }

  /** By training_session_bot_id_idx. */
  async count(botId: string, status: string | undefined): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from training_session where bot_id = $1 and ($2::text is null or status = $2)`,
      [botId, status ?? null],
    );
    return row?.count ?? 0;
  }

  /** Whether an active session learns from the dataset. By training_session_bot_id_idx. */
  async isInUse(botId: string, datasetId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select from training_session where bot_id = $1 and ${ACTIVE} and $2 = any (dataset_ids) limit 1`,
      [botId, datasetId],
    );
    return rows.length > 0;
  }

  /** By training_session's primary key, as is the one below. */
  async find(teamId: string, id: string): Promise<TrainingSession | undefined> {
    const [row] = await this.database.query<TrainingSession>(
      `select ${COLUMNS} from training_session where id = $1 and team_id = $2`,
      [id, teamId],
    );
    return row;
  }

  /** Undefined when it has ended already. Whichever run has it finds that it no longer has. */
  async cancel(teamId: string, id: string, now: Date): Promise<TrainingSession | undefined> {
    const [row] = await this.database.query<TrainingSession>(
      `update training_session set status = 'cancelled', stage = null, run_id = null, lease_until = null, completed_at = $3
       where id = $1 and team_id = $2 and ${ACTIVE} returning ${COLUMNS}`,
      [id, teamId, now],
    );
    return row;
  }
}
