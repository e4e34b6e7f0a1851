import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Chats0000000000005 implements MigrationInterface {
  readonly name = 'Chats0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conversation (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        -- The name that clients give the conversation; ours when they gave none.
        session_key text not null,
        -- The end user, in the words of the caller.
        user_ref text not null,
        state text not null default 'open' check (state in ('open', 'ended')),
        message_count integer not null default 0,
        started_at timestamptz not null default now(),
        last_message_at timestamptz not null default now(),
        ended_at timestamptz
      );
      create unique index conversation_bot_id_session_key_key on conversation (bot_id, session_key);
      create index conversation_team_id_idx on conversation (team_id, id);
      create index conversation_idle_idx on conversation (last_message_at) where state = 'open';

      create table message (
        id uuid primary key,
        conversation_id uuid not null references conversation on delete cascade,
        -- From 1, in the order of the conversation.
        position integer not null,
        role text not null check (role in ('user', 'bot')),
        -- A reply is pending from the moment its question is stored until it is complete or failed.
        state text not null check (state in ('pending', 'complete', 'failed')),
        content text not null,
        -- Who asked, e.g. key:<id>: only they may resume the stream of the reply.
        principal text not null,
        -- Of a reply: sources, confidence, model, usage, latency.
        reply jsonb,
        metadata jsonb,
        created_at timestamptz not null default now(),
        completed_at timestamptz
      );
      create unique index message_conversation_id_position_key on message (conversation_id, position);
      create index message_pending_idx on message (created_at) where state = 'pending';

      create table response_rating (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        conversation_id uuid not null references conversation on delete cascade,
        message_id uuid references message on delete cascade,
        rating text not null check (rating in ('positive', 'neutral', 'negative')),
        query text,
        response text,
        user_ref text,
        comment text,
        created_at timestamptz not null default now()
      );
      create index response_rating_bot_id_idx on response_rating (bot_id, id);
      create index response_rating_conversation_id_idx on response_rating (conversation_id);
      create index response_rating_message_id_idx on response_rating (message_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table response_rating, message, conversation');
  }
}
