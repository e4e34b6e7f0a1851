import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import { completeReport } from '../reports/complete-report';
import type { ActiveModel, TrainingModel, TrainingModelDetails } from './models.types';

export interface StoredModel extends Omit<TrainingModelDetails, 'isActive' | 'artefactBytes'> {
  id: string;
  teamId: string;
  artefact: Uint8Array;
  /** What it said of held-out examples. */
  judgements: Uint8Array;
}

/** Which model answers for a bot. */
export interface ActivePlace {
  teamId: string;
  modelId: string;
}

export interface ModelContents {
  version: number;
  artefact: Buffer;
  answers: Readonly<Record<string, string>>;
}

const COLUMNS = `m.bot_id as "botId", m.version, m.version = b.active_version is true as "isActive",
  m.session_id as "sessionId", m.dataset_ids as "datasetIds", m.artefact_bytes as "artefactBytes", m.metrics,
  m.created_at as "createdAt"`;

const OF_BOT =
  'from training_model m join bot_training b on b.bot_id = m.bot_id where m.bot_id = $1 and m.team_id = $2';

@Injectable()
export class ModelsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. By training_model's primary key, as are all below that say nothing else. */
  list(teamId: string, botId: string, page: PageRequest): Promise<TrainingModel[]> {
    return this.database.query<TrainingModel>(
      `select ${COLUMNS} ${OF_BOT} order by m.version desc limit $3 offset $4`,
      [botId, teamId, page.limit, offsetOf(page)],
    );
  }

  async count(teamId: string, botId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`select count(*)::int as count ${OF_BOT}`, [
      botId,
      teamId,
    ]);
    return row?.count ?? 0;
  }

  async find(teamId: string, botId: string, version: number): Promise<TrainingModelDetails | undefined> {
    const [row] = await this.database.query<TrainingModelDetails>(
      `select ${COLUMNS}, m.report, m.answers ${OF_BOT} and m.version = $3`,
      [botId, teamId, version],
    );
    return row && { ...row, report: completeReport(row.report) };
  }

  /** With those of its datasets that can still be trained from. By bot_training's primary key and that of its datasets. */
  async active(teamId: string, botId: string): Promise<ActiveModel | undefined> {
    const [row] = await this.database.query<ActiveModel>(
      `select m.version, m.report, b.activated_at as "activatedAt",
         array(
           select d.id from unnest(m.dataset_ids) with ordinality as t (id, place)
           join training_dataset d on d.id = t.id and d.is_active order by t.place
         ) as "datasetIds"
       from bot_training b join training_model m on m.bot_id = b.bot_id and m.version = b.active_version
       where b.bot_id = $1 and b.team_id = $2`,
      [botId, teamId],
    );
    return row && { ...row, report: completeReport(row.report) };
  }

  async activePlace(botId: string): Promise<ActivePlace | undefined> {
    const [row] = await this.database.query<ActivePlace>(
      `select m.team_id as "teamId", m.id as "modelId"
       from bot_training b join training_model m on m.bot_id = b.bot_id and m.version = b.active_version
       where b.bot_id = $1`,
      [botId],
      { prepare: true },
    );
    return row;
  }

  /** Up to 10 MB. By training_model_id_key. */
  async contents(modelId: string): Promise<ModelContents | undefined> {
    const [row] = await this.database.query<ModelContents>(
      'select version, artefact, answers from training_model where id = $1',
      [modelId],
    );
    return row;
  }

  /**
   * Nobody else changes the models of the bot before the open transaction ends, nor deletes the bot. Undefined when the bot
   * is gone. By the primary keys of bot and bot_training.
   */
  async hold(
    teamId: string,
    botId: string,
  ): Promise<{ lastVersion: number; activeVersion: number | null } | undefined> {
    const bots = await this.database.query('select from bot where id = $1 and team_id = $2 for key share', [
      botId,
      teamId,
    ]);
    if (bots.length === 0) return undefined;
    const [row] = await this.database.query<{ lastVersion: number; activeVersion: number | null }>(
      `insert into bot_training (bot_id, team_id) values ($1, $2)
       on conflict (bot_id) do update set team_id = excluded.team_id
       returning last_version as "lastVersion", active_version as "activeVersion"`,
      [botId, teamId],
    );
    return row;
  }

  async insert(model: StoredModel): Promise<void> {
    await this.database.query(
      `with counted as (update bot_training set last_version = $2 where bot_id = $1)
       insert into training_model (bot_id, version, id, team_id, session_id, dataset_ids, artefact, artefact_bytes, metrics,
         report, answers, created_at, judgements)
       values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9::jsonb, $10::jsonb, $11::jsonb, $12, $13)`,
      [
        model.botId,
        model.version,
        model.id,
        model.teamId,
        model.sessionId,
        model.datasetIds,
        bufferOf(model.artefact),
        model.artefact.byteLength,
        JSON.stringify(model.metrics),
        JSON.stringify(model.report),
        JSON.stringify(model.answers),
        model.createdAt,
        bufferOf(model.judgements),
      ],
    );
  }

  async activate(botId: string, version: number, now: Date): Promise<void> {
    await this.database.execute('update bot_training set active_version = $2, activated_at = $3 where bot_id = $1', [
      botId,
      version,
      now,
    ]);
  }

  /** The active one stays, and the newest of the others. */
  async deleteOldest(botId: string, keptVersions: number): Promise<void> {
    await this.database.execute(
      `delete from training_model where bot_id = $1 and version in (
         select m.version from training_model m join bot_training b on b.bot_id = m.bot_id where m.bot_id = $1
         order by m.version is not distinct from b.active_version desc, m.version desc offset $2
       )`,
      [botId, keptVersions],
    );
  }

  async delete(botId: string, version: number): Promise<void> {
    await this.database.execute('delete from training_model where bot_id = $1 and version = $2', [botId, version]);
  }
}

/** No copy. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
