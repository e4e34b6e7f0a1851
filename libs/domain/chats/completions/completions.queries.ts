import { Injectable } from '@nestjs/common';
import type { EndUser } from '#domain/context';
import { Database } from '#infra/database';
import type { StoredCompletion } from './completions.types';

export interface NewCompletion extends StoredCompletion {
  teamId: string;
  principal: string;
  userRef: string | undefined;
  previousId: string | undefined;
  threadDigest: Buffer;
}

/** Which completions somebody may see. */
export interface CompletionPlace {
  teamId: string;
  /** Of a key that opens one bot. */
  botId: string | undefined;
}

/** Links of one thread that are followed back; longer ones begin in the middle. */
const MAX_CHAIN = 500;

const COLUMNS =
  'c.id, c.bot_id as "botId", c.conversation_id as "conversationId", c.content, c.created_at as "createdAt"';
const VISIBLE = 'c.team_id = $2::uuid and ($3::uuid is null or c.bot_id = $3::uuid)';

@Injectable()
export class CompletionQueries {
  constructor(private readonly database: Database) {}

  async insert(completion: NewCompletion): Promise<void> {
    const { id, teamId, botId, principal, userRef, conversationId, previousId, content, createdAt } = completion;
    await this.database.query(
      `insert into completion
         (id, team_id, bot_id, principal, user_ref, conversation_id, previous_id, thread_digest, content, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
      [
        id,
        teamId,
        botId,
        principal,
        userRef ?? null,
        conversationId,
        previousId ?? null,
        completion.threadDigest,
        content === null ? null : JSON.stringify(content),
        createdAt,
      ],
      { prepare: true },
    );
  }

  /** The conversation in which this was said last. By completion_bot_id_thread_digest_idx. */
  async conversationOf(botId: string, principal: string, digest: Buffer): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `select conversation_id as id from completion
       where bot_id = $1::uuid and thread_digest = $3 and principal = $2 and conversation_id is not null
       order by created_at desc limit 1`,
      [botId, principal, digest],
      { prepare: true },
    );
    return row?.id;
  }

  /** By completion_pkey. */
  async find(id: string, { teamId, botId }: CompletionPlace): Promise<StoredCompletion | undefined> {
    const [row] = await this.database.query<StoredCompletion>(
      `select ${COLUMNS} from completion c where c.id = $1::uuid and ${VISIBLE}`,
      [id, teamId, botId ?? null],
    );
    return row;
  }

  /** The completion and those that it goes on with, oldest first. By completion_pkey. */
  chain(id: string, { teamId, botId }: CompletionPlace): Promise<StoredCompletion[]> {
    return this.database.query<StoredCompletion>(
      `with recursive link as (
         select c.id, c.previous_id, 1 as depth from completion c where c.id = $1::uuid and ${VISIBLE}
         union all
         select c.id, c.previous_id, link.depth + 1 from link join completion c on c.id = link.previous_id
         where link.depth < ${MAX_CHAIN} and ${VISIBLE}
       )
       select ${COLUMNS} from link join completion c on c.id = link.id order by link.depth desc`,
      [id, teamId, botId ?? null],
    );
  }

  /** By completion_pkey. */
  async delete(id: string, { teamId, botId }: CompletionPlace): Promise<boolean> {
    const deleted = await this.database.execute(`delete from completion c where c.id = $1::uuid and ${VISIBLE}`, [
      id,
      teamId,
      botId ?? null,
    ]);
    return deleted > 0;
  }

  /** By completion_created_at_idx. Gives how many went. */
  deleteOlder(before: Date, limit: number): Promise<number> {
    return this.database.execute(
      `delete from completion where id in
         (select id from completion where created_at < $1 order by created_at limit $2)`,
      [before, limit],
    );
  }

  /** Those that callers may ask for again, of users whom they named; oldest first. By completion_team_id_user_ref_idx. */
  async ofUser(user: EndUser): Promise<unknown[]> {
    const rows = await this.database.query<{ record: unknown }>(
      `select jsonb_build_object('id', c.id, 'chatbotId', c.bot_id, 'conversationId', c.conversation_id,
         'content', c.content, 'createdAt', c.created_at) as record
       from completion c where ${OF_USER} and c.content is not null order by c.created_at, c.id`,
      placeOf(user),
    );
    return rows.map(({ record }) => record);
  }

  /** By completion_team_id_user_ref_idx. */
  deleteOfUser(user: EndUser): Promise<number> {
    return this.database.execute(`delete from completion c where ${OF_USER}`, placeOf(user));
  }
}

const OF_USER = 'c.team_id = $1::uuid and ($2::uuid is null or c.bot_id = $2::uuid) and c.user_ref = $3::text';

function placeOf({ teamId, botId, userRef }: EndUser) {
  return [teamId, botId ?? null, userRef];
}
