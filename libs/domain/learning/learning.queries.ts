import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type {
  LearningItem,
  LearningListRequest,
  LearningSource,
  LearningStatus,
  LearningType,
  Lesson,
  Written,
} from './learning.types';

export interface InsertedItem {
  id: string;
  teamId: string;
  botId: string;
  type: LearningType;
  source: LearningSource;
  status: LearningStatus;
  findingKey: string;
  lesson: Lesson;
  createdAt: Date;
}

export type ItemFilter = Pick<LearningListRequest, 'type' | 'source' | 'status'>;

/** Of what end users said: what a reader can take in. */
const SHOWN_EXAMPLES = 10;

/** Each once, the latest first. By learning_example_pkey. */
const latest = (column: 'text' | 'comment') => `array(
    select e.${column} from learning_example e where e.item_id = i.id and e.${column} is not null
    group by e.${column} order by max(e.said_at) desc, e.${column} limit ${SHOWN_EXAMPLES})`;

/** Of the item `i`. */
export const ITEM_COLUMNS = `i.id, i.team_id as "teamId", i.bot_id as "botId", i.type, i.source, i.status, i.lesson, i.evidence,
  ${latest('text')} as examples, ${latest('comment')} as comments,
  (select count(*)::int from learning_example e where e.item_id = i.id) as "exampleCount",
  i.applied_at as "appliedAt", i.written, i.created_at as "createdAt", i.updated_at as "updatedAt"`;

const LISTED = `from learning_item i where i.team_id = $1 and i.bot_id = $2
  and ($3::text is null or i.type = $3) and ($4::text is null or i.source = $4) and ($5::text is null or i.status = $5)`;

@Injectable()
export class LearningQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. By learning_item_bot_id_idx. */
  list(teamId: string, botId: string, filter: ItemFilter, limit: number, offset: number): Promise<LearningItem[]> {
    return this.database.query<LearningItem>(`select ${ITEM_COLUMNS} ${LISTED} order by i.id desc limit $6 offset $7`, [
      ...filterValues(teamId, botId, filter),
      limit,
      offset,
    ]);
  }

  /** By learning_item_bot_id_idx. */
  async count(teamId: string, botId: string, filter: ItemFilter): Promise<number> {
    const sql = `select count(*)::int as count ${LISTED}`;
    const [row] = await this.database.query<{ count: number }>(sql, filterValues(teamId, botId, filter));
    return row?.count ?? 0;
  }

  /** Until the open transaction ends nobody else applies, reverts or finds items of the bot: the others wait. */
  async lockBot(botId: string): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('learning:' || $1, 0))`, [botId]);
  }

  /** By learning_item_pkey. */
  find(teamId: string, id: string): Promise<LearningItem | undefined> {
    return this.one(teamId, id, '');
  }

  /** Nobody else changes it before the open transaction ends. By learning_item_pkey. */
  lock(teamId: string, id: string): Promise<LearningItem | undefined> {
    return this.one(teamId, id, 'for update');
  }

  async insert(item: InsertedItem): Promise<void> {
    await this.database.query(
      `insert into learning_item
         (id, team_id, bot_id, type, source, status, finding_key, lesson, evidence, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, '{}', $9, $9)`,
      [
        item.id,
        item.teamId,
        item.botId,
        item.type,
        item.source,
        item.status,
        item.findingKey,
        JSON.stringify(item.lesson),
        item.createdAt,
      ],
    );
  }

  async setStatus(id: string, status: LearningStatus, at: Date): Promise<void> {
    await this.database.query('update learning_item set status = $2, updated_at = $3 where id = $1', [id, status, at]);
  }

  /** From now on the words are those of the team, but for the query if that stays. */
  async setLesson(id: string, lesson: Lesson, keepsQuery: boolean, at: Date): Promise<void> {
    await this.database.query(
      `update learning_item set lesson = $2::jsonb, is_edited = true, updated_at = $4,
         user_ref = case when $3::boolean then user_ref end
       where id = $1`,
      [id, JSON.stringify(lesson), keepsQuery, at],
    );
  }

  /** What was applied is taken back. */
  async clearApplied(id: string, status: LearningStatus, at: Date): Promise<void> {
    await this.database.query(
      `update learning_item set status = $2, applied_at = null, written = null, training_session_id = null, updated_at = $3
       where id = $1`,
      [id, status, at],
    );
  }

  async setWritten(ids: readonly string[], written: readonly Written[], at: Date): Promise<void> {
    await this.database.query(
      `update learning_item i set applied_at = $3, updated_at = $3, written = w.written
       from unnest($1::uuid[], $2::jsonb[]) as w (id, written) where i.id = w.id`,
      [ids, written.map((one) => JSON.stringify(one)), at],
    );
  }

  /** In the order of the ids. By learning_item_pkey. */
  findAll(ids: readonly string[]): Promise<LearningItem[]> {
    return this.database.query<LearningItem>(
      `select ${ITEM_COLUMNS} from learning_item i where i.id = any($1::uuid[]) order by i.id`,
      [ids],
    );
  }

  /** Of these findings, without those that are rejected; newest first. By learning_item_finding_key. */
  foundByKeys(botId: string, keys: readonly string[]): Promise<LearningItem[]> {
    return this.database.query<LearningItem>(
      `select ${ITEM_COLUMNS} from learning_item i
       where i.bot_id = $1 and i.finding_key = any($2::text[]) and i.status <> 'rejected' order by i.id desc`,
      [botId, keys],
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.query('delete from learning_item where id = $1', [id]);
  }

  /** The lock is taken by a statement of its own: one that waits for it would see other tables as they were before. */
  private async one(teamId: string, id: string, lock: '' | 'for update'): Promise<LearningItem | undefined> {
    if (lock)
      await this.database.query(`select 1 from learning_item where id = $2 and team_id = $1 ${lock}`, [teamId, id]);
    const [row] = await this.database.query<LearningItem>(
      `select ${ITEM_COLUMNS} from learning_item i where i.id = $2 and i.team_id = $1`,
      [teamId, id],
    );
    return row;
  }
}

function filterValues(teamId: string, botId: string, { type, source, status }: ItemFilter): unknown[] {
  return [teamId, botId, type ?? null, source ?? null, status ?? null];
}
