import { Injectable } from '@nestjs/common';
import type { EndUser } from '#domain/context';
import type { OldRows } from '#domain/retention';
import { Database } from '#infra/database';

export interface SaidWords {
  learningId: string;
  type: string;
  status: string;
  text: string | null;
  comment: string | null;
  saidAt: Date;
}

/** An item that holds words of the user. */
export interface ConcernedItem {
  id: string;
  botId: string;
  /** Whether the lesson is in their words. */
  isTheirs: boolean;
}

/** Words of the same lesson by somebody else. */
export interface OtherWords {
  text: string;
  userRef: string | null;
}

/** By learning_item_team_id_user_ref_idx and learning_example_team_id_user_ref_idx. */
const CONCERNED = `concerned as materialized (
  select i.* from learning_item i
  where i.team_id = $1 and ($2::uuid is null or i.bot_id = $2) and i.id in (
    select id from learning_item where team_id = $1 and user_ref = $3
    union all select item_id from learning_example where team_id = $1 and user_ref = $3
  )
)`;

@Injectable()
export class EndUserQueries {
  constructor(private readonly database: Database) {}

  said({ teamId, botId, userRef }: EndUser): Promise<SaidWords[]> {
    return this.database.query<SaidWords>(
      `with ${CONCERNED}
       select c.id as "learningId", c.type, c.status, coalesce(e.text, c.lesson->>'query') as text, e.comment,
         coalesce(e.said_at, c.created_at) as "saidAt"
       from concerned c left join learning_example e on e.item_id = c.id and e.user_ref = $3
       order by c.id, e.origin_id`,
      [teamId, botId ?? null, userRef],
    );
  }

  concerned({ teamId, botId, userRef }: EndUser): Promise<ConcernedItem[]> {
    return this.database.query<ConcernedItem>(
      `with ${CONCERNED}
       select id, bot_id as "botId", coalesce(user_ref = $3, false) as "isTheirs" from concerned order by bot_id, id`,
      [teamId, botId ?? null, userRef],
    );
  }

  /** By learning_example_pkey. */
  async deleteExamples(itemId: string, userRef: string): Promise<void> {
    await this.database.query('delete from learning_example where item_id = $1 and user_ref = $2', [itemId, userRef]);
  }

  /** By learning_example_team_id_said_at_idx. */
  deleteOldExamples({ teamId, before, maxRows }: OldRows): Promise<number> {
    return this.database.execute(
      `delete from learning_example e using (
         select item_id, origin_id from learning_example where team_id = $1 and said_at < $2 order by said_at limit $3
       ) old
       where e.item_id = old.item_id and e.origin_id = old.origin_id`,
      [teamId, before, maxRows],
    );
  }

  /** The latest that are left. By learning_example_pkey. */
  async otherWords(itemId: string): Promise<OtherWords | undefined> {
    const [words] = await this.database.query<OtherWords>(
      `select text, user_ref as "userRef" from learning_example where item_id = $1 order by said_at desc limit 1`,
      [itemId],
    );
    return words;
  }

  async setWords(itemId: string, { text, userRef }: OtherWords): Promise<void> {
    await this.database.query(
      `update learning_item set lesson = lesson || jsonb_build_object('query', $2::text), user_ref = $3 where id = $1`,
      [itemId, text, userRef],
    );
  }
}
