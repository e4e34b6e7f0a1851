import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { newId } from '#kernel';
import { recordKey } from '../records/record-keys';
import { type BotUser, CONTEXT_LIMITS, type EntitySource, type UserEntity } from '../records/records.types';
import type { MentionedTopic } from '../topics/turn-topics';

/** Enough for references, which look a few turns back. */
const READ_ENTITIES = 40;
const READ_TOPICS = 50;

export interface StoredEntity extends Pick<UserEntity, 'id' | 'type' | 'value' | 'confidence' | 'metadata' | 'source'> {
  mentionedAt: string;
}

export interface StoredTopic {
  name: string;
  confidence: number;
  isActive: boolean;
  keywords: string[];
  isGiven: boolean;
  mentionedAt: string;
}

export interface StoredKnowledge {
  known: Record<string, unknown> | null;
  /** What was mentioned last first. */
  entities: StoredEntity[];
  topics: StoredTopic[];
}

export interface SaidEntity {
  type: string;
  value: string;
  confidence: number;
  metadata: Record<string, unknown>;
  source: EntitySource;
}

export interface SaidInTurn {
  teamId: string;
  user: BotUser;
  conversationId: string | undefined;
  at: Date;
  /** In the order in which they were said. */
  entities: readonly SaidEntity[];
  topics: readonly MentionedTopic[];
  /** For a model to look at. */
  pending?: { id: string; message: string; reply: string };
}

/** By the unique keys of user_context, and by user_entity_recent_idx and user_topic_recent_idx. */
const READ = `
select
  (select context from user_context where bot_id = $1 and user_ref = $2) as known,
  (select coalesce(json_agg(e), '[]') from (
    select id, type, value, confidence, metadata, source, mentioned_at as "mentionedAt" from user_entity
    where bot_id = $1 and user_ref = $2 order by mentioned_at desc, id desc limit ${READ_ENTITIES}
  ) e) as entities,
  (select coalesce(json_agg(t), '[]') from (
    select name, confidence, is_active as "isActive", keywords, source = 'given' as "isGiven",
      mentioned_at as "mentionedAt" from user_topic
    where bot_id = $1 and user_ref = $2 order by mentioned_at desc, confidence desc, id desc limit ${READ_TOPICS}
  ) t) as topics`;

/** Each turn that was about something else takes a fifth of a topic's confidence; below a quarter it is no longer active. */
const FADING = 0.8;
const LEAST_ACTIVE = 0.25;

/**
 * The row of the conversation is held while something of it is remembered, and nothing is when it is gone: who erases an
 * end user deletes the conversation first, so that a turn on its way leaves nothing behind. What was said in one message
 * is mentioned microseconds apart, in its order. What a caller has given keeps all but the time of its last mention.
 */
const REMEMBER = `
with held as materialized (
  select id from conversation where id = $5::uuid for key share
), may as materialized (
  select true where $5::uuid is null or exists (select from held)
), said as (
  insert into user_entity as e (id, team_id, bot_id, user_ref, type, value, value_key, confidence, metadata, source,
    created_at, updated_at, mentioned_at)
  select s.id, $1::uuid, $2::uuid, $3::text, s.type, s.value, s.value_key, s.confidence, s.metadata, s.source,
    $4::timestamptz, $4::timestamptz, $4::timestamptz + s.place * interval '1 microsecond'
  from unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::double precision[], $11::jsonb[], $12::text[],
    $13::integer[]) as s (id, type, value, value_key, confidence, metadata, source, place), may
  on conflict (bot_id, user_ref, type, value_key) do update set
    confidence = case when e.source = 'given' then e.confidence else greatest(e.confidence, excluded.confidence) end,
    metadata = case when e.source = 'given' then e.metadata else e.metadata || excluded.metadata end,
    source = case when e.source = 'given' then e.source else excluded.source end,
    mentions = e.mentions + 1, updated_at = excluded.updated_at, mentioned_at = excluded.mentioned_at
), faded as (
  update user_topic set confidence = confidence * ${FADING}, is_active = confidence * ${FADING} >= ${LEAST_ACTIVE}
  where bot_id = $2::uuid and user_ref = $3::text and source = 'said' and name_key <> all($16::text[])
    and cardinality($16::text[]) > 0 and exists (select from may)
), spoken as (
  insert into user_topic as t (id, team_id, bot_id, user_ref, name, name_key, confidence, is_active, keywords, source,
    created_at, updated_at, mentioned_at)
  select s.id, $1::uuid, $2::uuid, $3::text, s.name, s.name_key, s.confidence, true,
    array(select jsonb_array_elements_text(s.keywords)), 'said', $4::timestamptz, $4::timestamptz, $4::timestamptz
  from unnest($14::uuid[], $15::text[], $16::text[], $17::double precision[], $18::jsonb[])
    as s (id, name, name_key, confidence, keywords), may
  on conflict (bot_id, user_ref, name_key) do update set
    confidence = case when t.source = 'given' then t.confidence else greatest(t.confidence * ${FADING}, excluded.confidence) end,
    is_active = case when t.source = 'given' then t.is_active else true end,
    keywords = case when t.source = 'given' then t.keywords else excluded.keywords end,
    updated_at = excluded.updated_at, mentioned_at = excluded.mentioned_at
), old_entities as (
  delete from user_entity where id in (
    select id from user_entity where bot_id = $2 and user_ref = $3
      and (type, value_key) not in (select * from unnest($7::text[], $9::text[]))
    order by mentioned_at desc offset greatest(0, ${CONTEXT_LIMITS.entitiesPerUser} - cardinality($6::uuid[]))
  )
), old_topics as (
  delete from user_topic where id in (
    select id from user_topic where bot_id = $2 and user_ref = $3 and name_key <> all($16::text[])
    order by mentioned_at desc offset greatest(0, ${CONTEXT_LIMITS.topicsPerUser} - cardinality($14::uuid[]))
  )
), pending as (
  insert into pending_extraction (id, team_id, bot_id, user_ref, conversation_id, message, reply, created_at)
  select $19::uuid, $1::uuid, $2::uuid, $3::text, $5::uuid, $20::text, $21::text, $4::timestamptz from may where $19::uuid is not null
)
select exists (select from may) as "isRemembered"`;

/** The statements of a chat turn. */
@Injectable()
export class TurnQueries {
  constructor(private readonly database: Database) {}

  async read({ botId, userRef }: BotUser): Promise<StoredKnowledge> {
    const [row] = await this.database.query<StoredKnowledge>(READ, [botId, userRef], { prepare: true });
    return row!;
  }

  /** False when the conversation is gone. */
  async remember(turn: SaidInTurn): Promise<boolean> {
    const { teamId, user, at, conversationId, pending } = turn;
    const entities = inOrderOfKeys(
      turn.entities.map((entity, place) => ({ ...entity, place, key: recordKey(entity.value) })),
    );
    const topics = inOrderOfKeys(turn.topics.map((topic) => ({ ...topic, type: '', key: recordKey(topic.name) })));
    const [row] = await this.database.query<{ isRemembered: boolean }>(
      REMEMBER,
      [
        teamId,
        user.botId,
        user.userRef,
        at,
        conversationId ?? null,
        entities.map(() => newId()),
        entities.map(({ type }) => type),
        entities.map(({ value }) => value),
        entities.map(({ key }) => key),
        entities.map(({ confidence }) => confidence),
        entities.map(({ metadata }) => JSON.stringify(metadata)),
        entities.map(({ source }) => source),
        entities.map(({ place }) => place),
        topics.map(() => newId()),
        topics.map(({ name }) => name),
        topics.map(({ key }) => key),
        topics.map(({ confidence }) => confidence),
        topics.map(({ keywords }) => JSON.stringify(keywords)),
        pending?.id ?? null,
        pending?.message ?? null,
        pending?.reply ?? null,
      ],
      { prepare: true },
    );
    return row!.isRemembered;
  }
}

/** Of each key one row, as one statement can write it; in one order, so that two turns of a user never wait for each other. */
function inOrderOfKeys<Row extends { type: string; key: string }>(rows: readonly Row[]): Row[] {
  const unique = new Map(rows.toReversed().map((row) => [`${row.type}\n${row.key}`, row]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
