import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { newId } from '#kernel';
import type { Finding, KnownItem, PastTurn, SpokenMessage } from './finding.types';

export interface Place {
  teamId: string;
  botId: string;
}

export interface GivenWords {
  query: string | null;
  response: string | null;
  userRef: string;
}

/** Of an item: enough to know it again by. */
const KNOWN_ORIGINS = 50;

/** Of one bot, the latest by when they began; each has a turn or more. By conversation_team_id_idx, backwards. */
const RECENT = `recent as materialized (
  select id, user_ref from conversation where team_id = $1 and bot_id = $2 order by id desc limit $3
)`;

@Injectable()
export class FindingsQueries {
  constructor(private readonly database: Database) {}

  /** The latest first. By message_conversation_id_position_key. */
  pastTurns({ teamId, botId }: Place, limit: number): Promise<PastTurn[]> {
    return this.database.query<PastTurn>(
      `with ${RECENT}
       select asked.id as "messageId", asked.content as text, r.user_ref as "userRef", asked.created_at as "askedAt",
         coalesce((reply.reply->>'grounded')::boolean, false) as "isGrounded",
         coalesce((reply.reply->>'isSmallTalk')::boolean, false) as "isSmallTalk",
         case when (reply.reply->'intent'->>'inScope')::boolean then reply.reply->'intent'->>'name' end as intent,
         (reply.reply->'intent'->>'confidence')::float8 as "intentConfidence",
         coalesce(reply.reply->'context'->'entities', '[]') as entities
       from recent r
       join message reply on reply.conversation_id = r.id and reply.role = 'bot' and reply.state = 'complete'
       join message asked on asked.conversation_id = r.id and asked.position = reply.position - 1 and asked.role = 'user'
       order by asked.id desc limit $3`,
      [teamId, botId, limit],
    );
  }

  /** Everything said in the latest conversations in which a person has answered, in its order. By escalation_bot_id_idx. */
  spokenWithAgents({ teamId, botId }: Place, conversations: number, messages: number): Promise<SpokenMessage[]> {
    return this.database.query<SpokenMessage>(
      `with answered as materialized (
         select conversation_id from escalation where team_id = $1 and bot_id = $2 and reply_count > 0
         group by conversation_id order by max(created_at) desc limit $3
       )
       select m.id, m.conversation_id as "conversationId", c.user_ref as "userRef", m.role, m.content as text,
         m.created_at as at, coalesce((m.reply->>'grounded')::boolean, false) as "isGrounded",
         m.author_id as "authorId", m.author_name as "authorName"
       from answered a join conversation c on c.id = a.conversation_id
       join message m on m.conversation_id = a.conversation_id
       where m.role <> 'system' and m.state = 'complete'
       order by m.conversation_id desc, m.position limit $4`,
      [teamId, botId, conversations, messages],
    );
  }

  /**
   * What the caller has said with a judgement, and whose conversation it is. Neither goes before the open transaction ends.
   * By the primary keys.
   */
  async given(ratingId: string): Promise<GivenWords | undefined> {
    const [row] = await this.database.query<GivenWords>(
      `select r.query, r.response, c.user_ref as "userRef"
       from response_rating r join conversation c on c.id = r.conversation_id where r.id = $1 for key share`,
      [ratingId],
    );
    return row;
  }

  /** Answers and failures, the latest first. By learning_item_bot_id_idx and learning_example_pkey. */
  knownItems({ botId }: Place, limit: number): Promise<KnownItem[]> {
    return this.database.query<KnownItem>(
      `select i.id, i.finding_key as key, i.type, i.status, i.lesson->>'query' as query, array(
         select e.origin_id from learning_example e where e.item_id = i.id and i.type = 'fallback_response'
         order by e.said_at desc limit ${KNOWN_ORIGINS}
       ) as "originIds"
       from learning_item i
       where i.bot_id = $1 and i.type in ('query_response', 'fallback_response') order by i.id desc limit $2`,
      [botId, limit],
    );
  }

  /** Of these messages and ratings, those that are still there. By the primary keys. */
  async stillThere(originIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(
      `select id from message where id = any($1::uuid[])
       union all select id from response_rating where id = any($1::uuid[])`,
      [originIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Makes items of findings, and brings those along that were made before: what speaks for them, and the lesson too as long
   * as nobody has decided about it or changed it. A rejected one stays rejected. Nothing happens when the bot is gone. By
   * learning_item_finding_key; in the order of the keys, so that two of these statements never wait for each other.
   *
   * @returns ids of the items that are new
   */
  async store({ teamId, botId }: Place, findings: readonly Finding[], at: Date): Promise<string[]> {
    if (findings.length === 0) return [];
    const sorted = findings.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const rows = await this.database.query<{ id: string; isNew: boolean }>(STORE, [
      teamId,
      botId,
      sorted.map(() => newId()),
      sorted.map(({ key }) => key),
      sorted.map(({ type }) => type),
      sorted.map(({ source }) => source),
      sorted.map(({ status }) => status),
      sorted.map(({ lesson }) => JSON.stringify(lesson)),
      sorted.map(({ evidence }) => JSON.stringify(evidence)),
      sorted.map(({ userRef }) => userRef),
      at,
      JSON.stringify(sorted.flatMap(({ key, examples }) => examples.map((example) => ({ key, ...example })))),
    ]);
    return rows.filter(({ isNew }) => isNew).map(({ id }) => id);
  }
}

/** Examples of an item are added to those that it has. */
const STORE = `
with found as (
  select * from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::jsonb[], $10::text[])
    as found (id, key, type, source, status, lesson, evidence, user_ref)
), place as materialized (
  select id, team_id from bot where id = $2 and team_id = $1 for key share
), stored as (
  insert into learning_item as i
    (id, team_id, bot_id, type, source, status, finding_key, lesson, evidence, user_ref, created_at, updated_at)
  select f.id, place.team_id, place.id, f.type, f.source, f.status, f.key, f.lesson, f.evidence, f.user_ref,
    $11::timestamptz, $11::timestamptz
  from found f cross join place order by f.key
  on conflict (bot_id, finding_key) do update set
    evidence = i.evidence || excluded.evidence,
    lesson = case when i.status = 'pending' and not i.is_edited then excluded.lesson else i.lesson end,
    user_ref = case when i.status = 'pending' and not i.is_edited then excluded.user_ref else i.user_ref end,
    status = case when i.status = 'pending' then excluded.status else i.status end,
    updated_at = case
      when i.evidence @> excluded.evidence and (i.status <> 'pending' or i.lesson = excluded.lesson or i.is_edited)
        and (i.status <> 'pending' or i.status = excluded.status)
      then i.updated_at else excluded.updated_at end
  returning i.id, i.finding_key, i.team_id, (xmax = 0) as is_new
), examples as (
  insert into learning_example (item_id, origin_id, team_id, user_ref, text, comment, said_at)
  select s.id, e."originId", s.team_id, e."userRef", e.text, e.comment, e."saidAt"
  from jsonb_to_recordset($12::jsonb)
    as e (key text, "originId" uuid, "userRef" text, text text, comment text, "saidAt" timestamptz)
  join stored s on s.finding_key = e.key
  on conflict (item_id, origin_id) do nothing
)
select id, is_new as "isNew" from stored`;
