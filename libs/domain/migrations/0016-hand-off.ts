import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandOff0000000000016 implements MigrationInterface {
  readonly name = 'HandOff0000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The bot of dialects that name none; made at first use.
      alter table bot add column is_default boolean not null default false;
      create unique index bot_default_key on bot (team_id) where is_default;

      alter table conversation
        -- What the end user writes through: api, chat, widget, email, ...
        add column channel text not null default 'api',
        -- What the caller wants to keep with the conversation, as the end user's name and address.
        add column metadata jsonb,
        -- Who answers. The row's lock is the fence: whoever changes this withdraws the replies that are pending.
        add column handling text not null default 'bot' check (handling in ('bot', 'waiting', 'human')),
        -- Cleared by the next message.
        add column resolved_at timestamptz;
      create index conversation_team_id_started_at_idx on conversation (team_id, started_at);

      alter table message
        drop constraint message_role_check,
        drop constraint message_state_check,
        -- agent: a person of the team; system: what happens with the conversation, told to the end user.
        add constraint message_role_check check (role in ('user', 'bot', 'agent', 'system')),
        -- withdrawn: a person took over before the reply was told.
        add constraint message_state_check check (state in ('pending', 'complete', 'failed', 'withdrawn')),
        -- The person, when the role is agent.
        add column author_id uuid references app_user on delete set null,
        -- What they were called then.
        add column author_name text,
        -- Files that came with it: [{id, name, mediaType}].
        add column attachments jsonb;
      create index message_author_id_idx on message (author_id) where author_id is not null;

      -- 1 to 5; a judgement in three words has none.
      alter table response_rating add column score smallint check (score between 1 and 5);
      create index response_rating_team_id_idx on response_rating (team_id, created_at);

      -- A member of the team who answers in place of bots.
      create table support_agent (
        user_id uuid primary key references app_user on delete cascade,
        team_id uuid not null references team on delete cascade,
        display_name text not null,
        -- Conversations at the same time.
        capacity integer not null check (capacity >= 0),
        is_available boolean not null,
        -- When a conversation was last given to them.
        last_assigned_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index support_agent_team_id_idx on support_agent (team_id);

      -- One conversation's way to a person and back.
      create table escalation (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        conversation_id uuid not null references conversation on delete cascade,
        -- low_confidence, user_request, frustration, no_context, turn_limit, time_limit, requested, taken_over
        reason text not null,
        -- waiting: nobody has accepted, though it may be assigned; active: its agent answers.
        state text not null check (state in ('waiting', 'active', 'returned', 'resolved')),
        -- What the end user said last.
        summary text not null,
        -- Of what the end user is told about it: ISO 639-1.
        language text not null,
        confidence double precision,
        -- A person; those who are no longer a support agent have left what is still open.
        agent_id uuid references app_user on delete set null,
        created_at timestamptz not null,
        assigned_at timestamptz,
        accepted_at timestamptz,
        first_reply_at timestamptz,
        ended_at timestamptz,
        -- Of the agent's replies.
        reply_count integer not null default 0,
        transfer_count integer not null default 0
      );
      create unique index escalation_open_key on escalation (conversation_id) where state in ('waiting', 'active');
      create index escalation_team_id_idx on escalation (team_id, created_at, id);
      create index escalation_agent_id_idx on escalation (agent_id) where agent_id is not null;
      create index escalation_conversation_id_idx on escalation (conversation_id);
      create index escalation_bot_id_idx on escalation (bot_id);
      create index escalation_open_idx on escalation (team_id, created_at) where state in ('waiting', 'active');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table escalation, support_agent;
      drop index response_rating_team_id_idx;
      alter table response_rating drop column score;
      delete from message where role in ('agent', 'system') or state = 'withdrawn';
      alter table message drop column author_id, drop column author_name, drop column attachments,
        drop constraint message_role_check, drop constraint message_state_check,
        add constraint message_role_check check (role in ('user', 'bot')),
        add constraint message_state_check check (state in ('pending', 'complete', 'failed'));
      drop index conversation_team_id_started_at_idx;
      alter table conversation drop column channel, drop column metadata, drop column handling, drop column resolved_at;
      alter table bot drop column is_default;
    `);
  }
}
