import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import { type Dataset, SHOWN_EXAMPLES, SHOWN_EXAMPLES_IN_LISTS } from './datasets.types';

/** Of a bot's dataset that somebody holds. */
export interface HeldDataset {
  id: string;
  isActive: boolean;
  exampleCount: number;
}

export type DatasetFields = Omit<Dataset, 'exampleCount' | 'examples'>;

const COLUMNS = `d.id, d.team_id as "teamId", d.bot_id as "botId", d.name, d.description, d.domain,
  d.is_active as "isActive", d.example_count as "exampleCount", d.created_at as "createdAt", d.updated_at as "updatedAt"`;

/** The oldest of its examples. By training_example_dataset_id_idx. */
function shown(maxExamples: number): string {
  return `coalesce((
      select jsonb_agg(jsonb_build_object('id', e.id, 'input', e.input, 'output', e.output, 'intent', e.intent,
        'metadata', e.metadata) order by e.id)
      from (select * from training_example where dataset_id = d.id order by id limit ${maxExamples}) e
    ), '[]') as examples`;
}

@Injectable()
export class DatasetsQueries {
  constructor(private readonly database: Database) {}

  async insert(dataset: DatasetFields): Promise<void> {
    const { id, teamId, botId, name, description, domain, isActive, createdAt, updatedAt } = dataset;
    await this.database.query(
      `insert into training_dataset (id, team_id, bot_id, name, description, domain, is_active, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, teamId, botId, name, description, domain, isActive, createdAt, updatedAt],
    );
  }

  /** Newest first. By training_dataset_bot_id_idx. */
  list(botId: string, page: PageRequest): Promise<Dataset[]> {
    return this.database.query<Dataset>(
      `select ${COLUMNS}, ${shown(SHOWN_EXAMPLES_IN_LISTS)} from training_dataset d where d.bot_id = $1
       order by d.id desc limit $2 offset $3`,
      [botId, page.limit, offsetOf(page)],
    );
  }

  /** By training_dataset_bot_id_idx. */
  async count(botId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from training_dataset where bot_id = $1',
      [botId],
    );
    return row?.count ?? 0;
  }

  /** By training_dataset's primary key, as are all below. */
  async find(teamId: string, id: string): Promise<Dataset | undefined> {
    const [row] = await this.database.query<Dataset>(
      `select ${COLUMNS}, ${shown(SHOWN_EXAMPLES)} from training_dataset d where d.id = $1 and d.team_id = $2`,
      [id, teamId],
    );
    return row;
  }

  async exists(teamId: string, id: string): Promise<boolean> {
    const rows = await this.database.query('select from training_dataset where id = $1 and team_id = $2', [id, teamId]);
    return rows.length > 0;
  }

  /** Nobody else deletes them before the open transaction ends. In the order of their ids, against deadlocks. */
  hold(botId: string, ids: readonly string[]): Promise<HeldDataset[]> {
    return this.database.query<HeldDataset>(
      `select id, is_active as "isActive", example_count as "exampleCount" from training_dataset
       where id = any ($1::uuid[]) and bot_id = $2 order by id for key share`,
      [ids, botId],
    );
  }

  /** Nobody else refers to it, or adds examples, before the open transaction ends. */
  async lock(teamId: string, id: string): Promise<{ botId: string } | undefined> {
    const [row] = await this.database.query<{ botId: string }>(
      'select bot_id as "botId" from training_dataset where id = $1 and team_id = $2 for update',
      [id, teamId],
    );
    return row;
  }

  /** Only what is given changes. False when there is no such dataset. */
  async update(
    teamId: string,
    id: string,
    changes: Partial<Pick<Dataset, 'name' | 'description' | 'domain' | 'isActive'>>,
    now: Date,
  ): Promise<boolean> {
    const { name = null, description, domain = null, isActive = null } = changes;
    const count = await this.database.execute(
      `update training_dataset set name = coalesce($3, name), domain = coalesce($4, domain),
         is_active = coalesce($5, is_active), description = case when $6 then $7 else description end, updated_at = $8
       where id = $1 and team_id = $2`,
      [id, teamId, name, domain, isActive, description !== undefined, description ?? null, now],
    );
    return count > 0;
  }

  async delete(id: string): Promise<void> {
    await this.database.execute('delete from training_dataset where id = $1', [id]);
  }
}
