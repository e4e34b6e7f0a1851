import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Context0000000000022 implements MigrationInterface {
  readonly name = 'Context0000000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What callers want to be known of an end user of a bot: one JSON object.
      create table user_context (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        -- The end user, in the words of the caller.
        user_ref text not null,
        context jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index user_context_bot_id_user_ref_key on user_context (bot_id, user_ref);
      create index user_context_team_id_idx on user_context (team_id, user_ref);

      -- What an end user and the bot have named.
      create table user_entity (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        user_ref text not null,
        type text not null,
        value text not null,
        -- The value folded, or its hash when that is long: an index takes no more.
        value_key text not null,
        confidence double precision not null,
        metadata jsonb not null default '{}',
        -- said: found in what was said; model: found there by a model; given: by a caller.
        source text not null,
        mentions integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        -- References go to what was named last.
        mentioned_at timestamptz not null
      );
      create unique index user_entity_value_key on user_entity (bot_id, user_ref, type, value_key);
      create index user_entity_recent_idx on user_entity (bot_id, user_ref, mentioned_at);
      create index user_entity_team_id_idx on user_entity (team_id, user_ref);

      create table user_topic (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        user_ref text not null,
        name text not null,
        name_key text not null,
        confidence double precision not null,
        is_active boolean not null,
        keywords text[] not null default '{}',
        -- said: found in what was said; given: by a caller, and then never changed by what is said.
        source text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        mentioned_at timestamptz not null
      );
      create unique index user_topic_name_key on user_topic (bot_id, user_ref, name_key);
      create index user_topic_recent_idx on user_topic (bot_id, user_ref, mentioned_at);
      create index user_topic_team_id_idx on user_topic (team_id, user_ref);

      -- Whoever calls for anybody has a user for each conversation, who is forgotten soon.
      create index user_entity_unnamed_idx on user_entity (mentioned_at) where user_ref like 'conversation:%';
      create index user_topic_unnamed_idx on user_topic (mentioned_at) where user_ref like 'conversation:%';

      -- Things that a team knows by name, found in what its end users say.
      create table entity_list (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        type text not null,
        -- [{value, synonyms}]
        entries jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index entity_list_team_id_idx on entity_list (team_id, id);

      -- Turns that a model is still to look at. The row goes when it has.
      create table pending_extraction (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        user_ref text not null,
        conversation_id uuid references conversation on delete cascade,
        message text not null,
        reply text not null,
        created_at timestamptz not null
      );
      create index pending_extraction_team_id_idx on pending_extraction (team_id, user_ref);
      create index pending_extraction_bot_id_idx on pending_extraction (bot_id, user_ref);
      create index pending_extraction_conversation_id_idx on pending_extraction (conversation_id)
        where conversation_id is not null;
      create index pending_extraction_created_at_idx on pending_extraction (created_at);

      -- All that is held of an end user is found by their name.
      create index conversation_user_ref_idx on conversation (team_id, user_ref);
      create index response_rating_user_ref_idx on response_rating (team_id, user_ref) where user_ref is not null;
      create index outbox_user_ref_idx on outbox (team_id, (data->>'userRef')) where data->>'userRef' is not null;
      create index outbox_conversation_id_idx on outbox (team_id, (data->>'conversationId'))
        where data->>'conversationId' is not null and data->>'userRef' is null;
      alter table webhook_delivery
        -- Of what it tells; null when that is of no bot, conversation or end user.
        add column bot_id uuid,
        add column conversation_id uuid,
        add column user_ref text;
      update webhook_delivery set user_ref = coalesce(body::jsonb #>> '{data,userId}', body::jsonb #>> '{data,user_id}')
        where not is_test and body ~ '"(conversationId|conversation_id)"';
      create index webhook_delivery_user_ref_idx on webhook_delivery (webhook_id, user_ref) where user_ref is not null;
      create index webhook_delivery_conversation_id_idx on webhook_delivery (webhook_id, conversation_id)
        where conversation_id is not null and user_ref is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index response_rating_user_ref_idx, conversation_user_ref_idx, outbox_user_ref_idx, outbox_conversation_id_idx;
      alter table webhook_delivery drop column bot_id, drop column conversation_id, drop column user_ref;
      drop table pending_extraction, entity_list, user_topic, user_entity, user_context;
    `);
  }
}
