import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { ITEM_COLUMNS } from '../learning.queries';
import type { LearningItem, LearningType } from '../learning.types';

@Injectable()
export class PreviewQueries {
  constructor(private readonly database: Database) {}

  /** Of these types, those that the next apply would take, the latest first. By learning_item_bot_id_idx. */
  applicable(teamId: string, botId: string, types: readonly LearningType[], limit: number): Promise<LearningItem[]> {
    return this.database.query<LearningItem>(
      `select ${ITEM_COLUMNS} from learning_item i
       where i.team_id = $1 and i.bot_id = $2 and i.type = any($3::text[]) and i.status = 'approved'
         and i.applied_at is null
       order by i.id desc limit $4`,
      [teamId, botId, types, limit],
    );
  }

  /** By learning_item_pkey. */
  named(teamId: string, botId: string, ids: readonly string[]): Promise<LearningItem[]> {
    return this.database.query<LearningItem>(
      `select ${ITEM_COLUMNS} from learning_item i
       where i.id = any($3::uuid[]) and i.team_id = $1 and i.bot_id = $2 order by i.id desc`,
      [teamId, botId, ids],
    );
  }
}
