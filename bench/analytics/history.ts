/** Two years of conversations with one bot, written by set-based SQL as `chats` would have stored them. */
import type { Database } from '../../libs/infra/database';

export interface History {
  teamId: string;
  botId: string;
  messages: number;
}

const TURNS = 4;
const MESSAGES_PER_CONVERSATION = 2 * TURNS;
/** A third of all users come back often; the others have been there once or twice. */
const CONVERSATIONS_PER_USER = 2;

/** More begin in daytime than at night. Their ids stand in the order of time, as the product's own do (UUIDv7). */
const CONVERSATIONS = `
insert into conversation (id, team_id, bot_id, session_key, user_ref, started_at, last_message_at, message_count)
select overlay(gen_random_uuid()::text placing id_start from 1 for 15)::uuid, $1::uuid, $2::uuid, gen_random_uuid()::text,
  user_ref, at, at + interval '3 minutes', ${MESSAGES_PER_CONVERSATION}
from (
  select *, regexp_replace(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0'), '(.{8})', '\\1-') || '-7' as id_start
  from (
  select 'user-' || case when random() < 0.6
      then floor(random() ^ 2 * $3::integer / ${3 * CONVERSATIONS_PER_USER})
      else floor(random() * $3::integer / ${CONVERSATIONS_PER_USER})
    end as user_ref,
    date_trunc('day', now()) - make_interval(days => floor(random() * 730)::integer)
      + make_interval(secs => 86400 * (random() + random() + random()) / 3) as at
  from generate_series(1, $3::integer)
  ) made
) dated`;

/** One conversation in seven has its second half on a later day. */
const MESSAGES = `
with turns as (
  select c.id, c.started_at, turn,
    c.started_at + make_interval(secs => turn * (20 + 60 * random()))
      + case when turn >= 2 and c.is_later then interval '1 day' * (1 + 20 * random()) else interval '0' end as at
  from (
    select id, started_at, random() < 0.15 as is_later from conversation where bot_id = $1
  ) c cross join generate_series(0, ${TURNS - 1}) turn
)
insert into message (id, conversation_id, position, role, state, content, principal, reply, created_at, completed_at)
select gen_random_uuid(), t.id, 2 * t.turn + side, case side when 1 then 'user' else 'bot' end, 'complete', 'Text', 'key:k',
  case side when 2 then jsonb_build_object(
    'model', (array['gpt-large', 'gpt-small', 'local'])[1 + floor(random() * 3)::integer],
    'modelId', 1 + floor(random() * 3)::integer,
    'usage', jsonb_build_object('inputTokens', 300 + floor(random() * 2000)::integer,
      'outputTokens', 20 + floor(random() * 300)::integer),
    'costUsd', round((random() / 100)::numeric, 6),
    'latencyMs', floor(exp(5 + 3 * random()))::integer,
    'confidence', random(),
    'grounded', random() < 0.8,
    'intent', jsonb_build_object('name', 'intent-' || floor(random() ^ 2 * 40)::integer, 'confidence', 0.9,
      'inScope', random() < 0.85, 'modelVersion', 1)
  ) end,
  t.at, case side when 1 then t.at else t.at + make_interval(secs => exp(5 + 3 * random()) / 1000) end
from turns t cross join generate_series(1, 2) side`;

/** Writes it, and notes that it is to be counted, as the migration does with what it finds. */
export async function writeHistory(database: Database, { teamId, botId, messages }: History): Promise<void> {
  const conversations = Math.ceil(messages / MESSAGES_PER_CONVERSATION);
  await database.query(CONVERSATIONS, [teamId, botId, conversations]);
  await database.query(MESSAGES, [botId]);
  await database.query(
    `insert into analytics_backlog (conversation_id, last_position)
     select id, message_count from conversation where bot_id = $1`,
    [botId],
  );
}

export async function sizeOfTables(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string; rows: number; megabytes: number }>(
    `select relname as name, greatest(reltuples, 0)::bigint::integer as rows,
       round(pg_total_relation_size(oid) / 1e6)::integer as megabytes
     from pg_class where relkind = 'r' and relname like 'analytics\\_%' and relnamespace = current_schema()::regnamespace
     order by relname`,
  );
  return rows.map(({ name, rows: count, megabytes }) => `${name}: ${count} rows, ${megabytes} MB`);
}
