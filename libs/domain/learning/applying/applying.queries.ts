import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { ITEM_COLUMNS } from '../learning.queries';
import type { LearningItem, LearningType } from '../learning.types';

@Injectable()
export class ApplyingQueries {
  constructor(private readonly database: Database) {}

  /**
   * Of these types, the oldest after an id that are approved and not applied; locked, so that nobody changes what is being
   * written. By learning_item_bot_id_idx.
   */
  async lockApplicable(
    botId: string,
    types: readonly LearningType[],
    afterId: string,
    limit: number,
  ): Promise<LearningItem[]> {
    const locked = await this.database.query<{ id: string }>(
      `select id from learning_item
       where bot_id = $1 and id > $3::uuid and type = any($2::text[]) and status = 'approved' and applied_at is null
       order by id limit $4 for update`,
      [botId, types, afterId, limit],
    );
    return this.database.query<LearningItem>(
      `select ${ITEM_COLUMNS} from learning_item i where i.id = any($1::uuid[]) order by i.id`,
      [locked.map(({ id }) => id)],
    );
  }

  /** The oldest of that name. By knowledge_base_bot_id_idx. */
  async findBase(botId: string, name: string): Promise<string | undefined> {
    return this.first('select id from knowledge_base where bot_id = $1 and name = $2 order by id limit 1', [
      botId,
      name,
    ]);
  }

  /** The oldest of that name. */
  async findDataset(botId: string, name: string): Promise<string | undefined> {
    return this.first('select id from training_dataset where bot_id = $1 and name = $2 order by id limit 1', [
      botId,
      name,
    ]);
  }

  /** Ids of the examples that were written of each item. By training_example_dataset_id_idx. */
  async examplesOfItems(datasetId: string, itemIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ itemId: string; exampleIds: string[] }>(
      `select metadata->>'learningId' as "itemId", array_agg(id order by id) as "exampleIds" from training_example
       where dataset_id = $1 and metadata->>'learningId' = any($2::text[]) group by 1`,
      [datasetId, itemIds],
    );
    return new Map(rows.map(({ itemId, exampleIds }) => [itemId, exampleIds]));
  }

  /** Of these datasets those that a session can be started from, in their order, and how many intents they name together. */
  async trainable(datasetIds: readonly string[]): Promise<{ ids: string[]; intents: number }> {
    const rows = await this.database.query<{ id: string; intents: string[] }>(
      `select d.id, array(
         select distinct e.intent from training_example e where e.dataset_id = d.id order by e.intent limit 2
       ) as intents
       from training_dataset d join unnest($1::uuid[]) with ordinality as given (id, place) on given.id = d.id
       where d.is_active and d.example_count > 0 order by given.place`,
      [datasetIds],
    );
    return { ids: rows.map(({ id }) => id), intents: new Set(rows.flatMap(({ intents }) => intents)).size };
  }

  /** Whether examples were written that no session was started for. By learning_item_bot_id_idx. */
  async awaitsTraining(botId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from learning_item where bot_id = $1 and type = 'intent_pattern' and applied_at is not null
         and training_session_id is null limit 1`,
      [botId],
    );
    return rows.length > 0;
  }

  /** Of the examples that were written up to then. */
  async noteTraining(botId: string, sessionId: string, upTo: Date): Promise<void> {
    await this.database.query(
      `update learning_item set training_session_id = $2
       where bot_id = $1 and type = 'intent_pattern' and applied_at <= $3 and training_session_id is null`,
      [botId, sessionId, upTo],
    );
  }

  private async first(sql: string, parameters: readonly unknown[]): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(sql, parameters);
    return row?.id;
  }
}
