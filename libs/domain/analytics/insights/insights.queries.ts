import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { PeriodRange } from './insight-periods';

/** Sums of what was counted in a period. */
export interface CountedFigures {
  conversations: number;
  newUsers: number;
  userMessages: number;
  replies: number;
  noContextReplies: number;
  escalations: number;
  positiveRatings: number;
  neutralRatings: number;
  negativeRatings: number;
}

export interface BusyHour {
  /** 1 is Monday. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
  messages: number;
}

/** Of a page of conversations: a turn, or a conversation without any in the period. */
export interface TurnRow {
  conversationId: string;
  lastMessageAt: string;
  userRef: string;
  channel: string;
  /** Of the reply; null: the conversation has no turn in the period. */
  messageId: string | null;
  text: string;
  askedAt: Date;
  isGrounded: boolean;
  isSmallTalk: boolean;
  confidence: number | null;
  latencyMs: number | null;
  intent: { name: string; confidence: number; inScope: boolean } | null;
  /** Of the sources. */
  documentIds: readonly string[];
}

/** Where a page ends: the last conversation on it. */
export interface TurnCursor {
  lastMessageAt: string;
  conversationId: string;
}

export interface RatedAnswer {
  ratingId: string;
  ratedAt: Date;
  rating: string;
  score: number | null;
  comment: string | null;
  userRef: string | null;
  conversationId: string;
  messageId: string | null;
  query: string | null;
  answer: string | null;
  confidence: number | null;
  sources: readonly { documentId: string; baseId: string; title: string; type: string }[];
}

export interface BotBase {
  id: string;
  name: string;
  isOwn: boolean;
  isActive: boolean;
  relevanceThreshold: number;
}

export interface KnownDocument {
  id: string;
  baseId: string;
  kind: string;
  title: string;
  passageCount: number;
  bytes: number;
  createdAt: Date;
  updatedAt: Date;
}

interface CountedRow extends CountedFigures {
  isCurrent: boolean;
}

/** Conversations of one page, and turns of each of them, at most. */
export const PAGE_CONVERSATIONS = 100;
const TURNS_OF_A_CONVERSATION = 50;
/** Of a text that was pasted into a message, what is read. */
const READ_CHARS = 1_000;
/** Of a bot, the latest: what is older was rated in another period. */
const RATINGS_READ = 5_000;
const BASES_READ = 200;
const DOCUMENTS_READ = 20_000;

const sum = (column: string, name: string) => `coalesce(sum(${column}), 0)::float8 as "${name}"`;

const CELLS = [
  sum('conversations', 'conversations'),
  sum('first_visits', 'newUsers'),
  sum('user_messages', 'userMessages'),
  sum('replies', 'replies'),
  sum('no_context_replies', 'noContextReplies'),
  sum('escalations', 'escalations'),
  sum('positive_ratings', 'positiveRatings'),
  sum('neutral_ratings', 'neutralRatings'),
  sum('negative_ratings', 'negativeRatings'),
].join(', ');

const DOCUMENT_COLUMNS = `d.id, d.base_id as "baseId", d.kind, d.title, d.passage_count as "passageCount",
  coalesce(d.source_bytes, octet_length(d.content)) as bytes, d.created_at as "createdAt", d.updated_at as "updatedAt"`;

/** What insights read, always of a bot that is known to be the team's. */
@Injectable()
export class InsightsQueries {
  constructor(private readonly database: Database) {}

  /** Of the period, and of the one before when there is one. By analytics_cell_pkey: a row an hour, or a day of all time. */
  async counted(botId: string, { from, to, previousFrom }: PeriodRange) {
    const grain = previousFrom === null ? 1_440 : 60;
    const rows = await this.database.query<CountedRow>(
      `select at >= $4 as "isCurrent", ${CELLS} from analytics_cell
       where bot_id = $1 and grain = $2 and at >= $3 and at < $5 group by 1`,
      [botId, grain, previousFrom ?? from, from, to],
    );
    const of = (isCurrent: boolean) => rows.find((row) => row.isCurrent === isCurrent) ?? NOTHING;
    return { current: of(true), previous: previousFrom === null ? null : of(false) };
  }

  /**
   * How many times as much the number of messages varies as it would if each came by itself: the mean of the squares of
   * the messages of a conversation over their mean. Of the latest ones; by conversation_bot_id_last_message_at_idx.
   */
  async messageDispersion(botId: string): Promise<number> {
    const [row] = await this.database.query<{ dispersion: number | null }>(
      `select (avg(messages * messages) / nullif(avg(messages), 0))::float8 as dispersion from (
         select ceil(message_count / 2.0) as messages from conversation
         where bot_id = $1 order by last_message_at desc limit 1000
       ) latest`,
      [botId],
    );
    return row?.dispersion ?? 1;
  }

  /** The hours of the week in which users wrote, the busiest first; at most 168. By analytics_cell_pkey. */
  busyHours(botId: string, from: Date, to: Date, timeZone: string): Promise<BusyHour[]> {
    return this.database.query<BusyHour>(
      `select extract(isodow from at at time zone $4)::int as weekday, extract(hour from at at time zone $4)::int as hour,
         sum(user_messages)::float8 as messages
       from analytics_cell
       where bot_id = $1 and grain = 15 and at >= $2 and at < $3 and user_messages > 0
       group by 1, 2 order by 3 desc, 1, 2`,
      [botId, from, to, timeZone],
    );
  }

  /**
   * Turns of the conversations that were the last to have a message, a page of conversations at a time. By
   * conversation_bot_id_last_message_at_idx and message_conversation_id_position_key.
   */
  turns(botId: string, from: Date, to: Date, after: TurnCursor | undefined): Promise<TurnRow[]> {
    return this.database.query<TurnRow>(
      `with page as materialized (
         select id, user_ref, channel, last_message_at from conversation
         where bot_id = $1 and last_message_at >= $2 and last_message_at <= coalesce($4::timestamptz, $3)
           and ($4::timestamptz is null or (last_message_at, id) < ($4::timestamptz, $5::uuid))
         order by last_message_at desc, id desc limit ${PAGE_CONVERSATIONS}
       )
       select p.id as "conversationId", p.last_message_at::text as "lastMessageAt", p.user_ref as "userRef", p.channel, t.*
       from page p left join lateral (
         select reply.id as "messageId", left(asked.content, ${READ_CHARS}) as text, asked.created_at as "askedAt",
           coalesce((reply.reply->>'grounded')::boolean, false) as "isGrounded",
           coalesce((reply.reply->>'isSmallTalk')::boolean, false) as "isSmallTalk",
           (reply.reply->>'confidence')::float8 as confidence, (reply.reply->>'latencyMs')::float8 as "latencyMs",
           reply.reply->'intent' as intent,
           array(select source->>'documentId' from jsonb_array_elements(reply.reply->'sources') source) as "documentIds"
         from message reply
         join message asked on asked.conversation_id = p.id and asked.position = reply.position - 1 and asked.role = 'user'
         where reply.conversation_id = p.id and reply.role = 'bot' and reply.state = 'complete'
           and reply.created_at >= $2 and reply.created_at < $3
         order by reply.position desc limit ${TURNS_OF_A_CONVERSATION}
       ) t on true
       order by p.last_message_at desc, p.id desc`,
      [botId, from, to, after?.lastMessageAt ?? null, after?.conversationId ?? null],
    );
  }

  /** The latest first. By response_rating_bot_id_idx, message_pkey and message_conversation_id_position_key. */
  badlyRated(botId: string, from: Date, to: Date, limit: number): Promise<RatedAnswer[]> {
    return this.database.query<RatedAnswer>(
      `with latest as materialized (
         select * from response_rating where bot_id = $1 order by id desc limit ${RATINGS_READ}
       ), bad as materialized (
         select * from latest where created_at >= $2 and created_at < $3 and (rating = 'negative' or score <= 2)
         order by created_at desc, id desc limit $4
       )
       select b.id as "ratingId", b.created_at as "ratedAt", b.rating, b.score, b.comment,
         coalesce(b.user_ref, c.user_ref) as "userRef", b.conversation_id as "conversationId", b.message_id as "messageId",
         left(coalesce(asked.content, b.query), ${READ_CHARS}) as query,
         left(coalesce(reply.content, b.response), ${READ_CHARS}) as answer,
         (reply.reply->>'confidence')::float8 as confidence,
         array(
           select jsonb_build_object('documentId', source->>'documentId', 'baseId', source->>'baseId',
             'title', source->>'title', 'type', source->>'type')
           from jsonb_array_elements(reply.reply->'sources') source
         ) as sources
       from bad b join conversation c on c.id = b.conversation_id
       left join message reply on reply.id = b.message_id and reply.role = 'bot'
       left join message asked on asked.conversation_id = reply.conversation_id and asked.position = reply.position - 1
       order by b.created_at desc, b.id desc`,
      [botId, from, to, limit],
    );
  }

  /** Oldest first. By knowledge_base_bot_id_idx. */
  bases(botId: string): Promise<BotBase[]> {
    return this.database.query<BotBase>(
      `select id, name, is_own as "isOwn", is_active as "isActive", relevance_threshold as "relevanceThreshold"
       from knowledge_base where bot_id = $1 order by id limit ${BASES_READ}`,
      [botId],
    );
  }

  /** Of these bases, made before `before` and none of `usedIds`: the largest ones and how many there are. By document_base_id_idx. */
  async unusedDocuments(baseIds: readonly string[], before: Date, usedIds: readonly string[], limit: number) {
    const rows = await this.database.query<KnownDocument & { total: number }>(
      `with known as materialized (
         select id, passage_count from document
         where base_id = any($1::uuid[]) and state = 'ready' and created_at < $2 limit ${DOCUMENTS_READ}
       ), unused as materialized (
         select id, count(*) over ()::int as total from known where id <> all($3::uuid[])
         order by passage_count desc, id limit $4
       )
       select ${DOCUMENT_COLUMNS}, u.total from unused u join document d on d.id = u.id order by d.passage_count desc, d.id`,
      [baseIds, before, usedIds, limit],
    );
    return { total: rows[0]?.total ?? 0, documents: rows.map(({ total: _, ...document }) => document) };
  }

  /** By document_pkey. */
  documents(ids: readonly string[]): Promise<KnownDocument[]> {
    return this.database.query<KnownDocument>(
      `select ${DOCUMENT_COLUMNS} from document d where d.id = any($1::uuid[])`,
      [ids],
    );
  }

  /** Ready ones, counted up to a bound. By document_base_id_idx. */
  async countDocuments(baseIds: readonly string[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from (
         select 1 from document where base_id = any($1::uuid[]) and state = 'ready' limit ${DOCUMENTS_READ}
       ) known`,
      [baseIds],
    );
    return row?.count ?? 0;
  }
}

const NOTHING: CountedFigures = {
  conversations: 0,
  newUsers: 0,
  userMessages: 0,
  replies: 0,
  noContextReplies: 0,
  escalations: 0,
  positiveRatings: 0,
  neutralRatings: 0,
  negativeRatings: 0,
};
