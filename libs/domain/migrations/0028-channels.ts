import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Channels0000000000028 implements MigrationInterface {
  readonly name = 'Channels0000000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table channel (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        type text not null check (type in ('telegram', 'slack', 'discord', 'whatsapp', 'webhook')),
        name text,
        status text not null default 'pending' check (status in ('pending', 'connected', 'disconnected')),
        -- Why it is disconnected.
        status_reason text,
        -- Without credentials.
        config jsonb not null default '{}',
        -- {name: text}, sealed, and which of them are set.
        credentials bytea not null,
        credential_names text[] not null default '{}',
        -- Sealed.
        webhook_secret bytea not null,
        -- Where the platform reaches us, as it was when the channel was last written; the installation's own address wins.
        origin text not null,
        -- Who the bot is there.
        identity jsonb,
        connected_at timestamptz,
        last_inbound_at timestamptz,
        last_error text,
        -- The platform asked for quiet until then (Retry-After).
        held_until timestamptz,
        -- When a worker connects it or looks whether it still stands; while one does: when another may. Null: nobody need.
        next_probe_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index channel_bot_id_idx on channel (bot_id, id);
      create index channel_team_id_idx on channel (team_id);
      create index channel_next_probe_at_idx on channel (next_probe_at) where next_probe_at is not null;

      -- Who sees to one chat (inbound) or one conversation (outbound) now, so that its messages go one after the other.
      create table channel_lane (
        channel_id uuid not null references channel on delete cascade,
        direction text not null check (direction in ('inbound', 'outbound')),
        name text not null,
        team_id uuid not null references team on delete cascade,
        -- The run that has it. Whatever a run writes, it writes under this condition.
        run_id uuid,
        lease_until timestamptz,
        primary key (channel_id, direction, name)
      );
      create index channel_lane_team_id_idx on channel_lane (team_id);
      create index channel_lane_lease_until_idx on channel_lane (lease_until);

      -- What a platform has told us, once for each of its own keys.
      create table channel_update (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        channel_id uuid not null references channel on delete cascade,
        key text not null,
        chat_id text not null,
        -- <platform>:<user id>
        user_ref text not null,
        -- Once it is answered without its words, which stand in the conversation as the bot's redactors left them.
        message jsonb not null,
        -- What the caller of a generic webhook was answered: whoever sends it again is answered the same.
        answer jsonb,
        state text not null default 'waiting' check (state in ('waiting', 'answered', 'ignored', 'failed')),
        -- Why it was ignored, or why it could not be answered so far.
        reason text,
        attempts integer not null default 0,
        next_attempt_at timestamptz,
        -- Settled when it is first seen to, so that every attempt speaks in the same conversation.
        session_key text,
        conversation_id uuid references conversation on delete set null,
        received_at timestamptz not null,
        settled_at timestamptz
      );
      create unique index channel_update_channel_id_key_key on channel_update (channel_id, key);
      create index channel_update_waiting_idx on channel_update (channel_id, chat_id, id) where state = 'waiting';
      create index channel_update_due_idx on channel_update (next_attempt_at) where state = 'waiting';
      create index channel_update_conversation_id_idx on channel_update (conversation_id, id);
      create index channel_update_user_ref_idx on channel_update (bot_id, user_ref);
      create index channel_update_team_id_idx on channel_update (team_id);

      -- The present session of whoever shares a conversation: a chat, one of its users, one of its threads.
      create table channel_session (
        channel_id uuid not null references channel on delete cascade,
        -- SHA-256: it is compared, never shown.
        scope_hash bytea not null,
        team_id uuid not null references team on delete cascade,
        started_at timestamptz not null,
        last_at timestamptz not null,
        primary key (channel_id, scope_hash)
      );
      create index channel_session_team_id_idx on channel_session (team_id);
      create index channel_session_last_at_idx on channel_session (last_at);

      -- A message on its way to a platform; its id is the message's own, and its words are there.
      create table channel_message (
        id uuid primary key references message on delete cascade,
        team_id uuid not null references team on delete cascade,
        channel_id uuid not null references channel on delete cascade,
        conversation_id uuid not null references conversation on delete cascade,
        chat_id text not null,
        thread_id text,
        -- What the platform needs beyond the chat.
        reply_to jsonb,
        -- In the platform's flavour, cut at its limit, when it is first seen to. Null: not yet, or all have been sent.
        parts jsonb,
        -- Of the parts that were sent, in their order.
        platform_message_ids text[] not null default '{}',
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'skipped')),
        -- A part is being sent: its number, from 0. Found set by another run, nobody knows whether it arrived.
        sending_part integer,
        -- Parts whose sending was cut off and that were sent again.
        doubtful_parts integer not null default 0,
        -- Calls begun, and of these the ones that count against the limit of retries.
        attempts integer not null default 0,
        failures integer not null default 0,
        next_attempt_at timestamptz,
        error text,
        created_at timestamptz not null,
        settled_at timestamptz
      );
      create index channel_message_log_idx on channel_message (channel_id, id);
      create index channel_message_waiting_idx on channel_message (channel_id, conversation_id, id) where state = 'waiting';
      create index channel_message_due_idx on channel_message (next_attempt_at) where state = 'waiting';
      create index channel_message_conversation_id_idx on channel_message (conversation_id);
      create index channel_message_team_id_idx on channel_message (team_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table channel_message;
      drop table channel_session;
      drop table channel_update;
      drop table channel_lane;
      drop table channel;
    `);
  }
}
