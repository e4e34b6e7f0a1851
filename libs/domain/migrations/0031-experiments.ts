import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Experiments0000000000031 implements MigrationInterface {
  readonly name = 'Experiments0000000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The integrations of which something was counted. They stay when the integration is deleted, until its bot is.
      create table analytics_integration (
        -- Of an integration that there is, or was.
        integration_id uuid primary key,
        bot_id uuid not null references bot on delete cascade,
        team_id uuid not null references team on delete cascade,
        kind text,
        -- The last ones that were known; null when it was deleted before it was counted.
        name text
      );
      create index analytics_integration_bot_id_idx on analytics_integration (bot_id);
      create index analytics_integration_team_id_idx on analytics_integration (team_id);

      -- What happened in a day (UTC) that begins then, and what became of the conversations that were first given to it in it.
      create table analytics_integration_day (
        integration_id uuid not null references analytics_integration on delete cascade,
        at timestamptz not null,
        -- Replies that are its own.
        turns integer not null default 0,
        -- Times that it was asked, and how many of these came to nothing; times that its circuit was open.
        calls integer not null default 0,
        failures integer not null default 0,
        skips integer not null default 0,
        -- Turns that it was chosen for and that nobody could answer.
        apologies integer not null default 0,
        latency_ms bigint not null default 0,
        input_tokens bigint not null default 0,
        output_tokens bigint not null default 0,
        cost_nano_usd bigint not null default 0,
        unpriced_turns integer not null default 0,
        positive_ratings integer not null default 0,
        neutral_ratings integer not null default 0,
        negative_ratings integer not null default 0,
        scores integer not null default 0,
        score_sum integer not null default 0,
        -- Conversations, each once, by what is known of it in analytics_integration_conversation.
        conversations integer not null default 0,
        failed_conversations integer not null default 0,
        rated_conversations integer not null default 0,
        pleased_conversations integer not null default 0,
        -- Of the means of the logarithms of waiting times: the sum, and that of the squares; in ten thousandths.
        wait_logs bigint not null default 0,
        wait_log_squares bigint not null default 0,
        primary key (integration_id, at)
      ) with (fillfactor = 80);

      -- Its replies of a day by how long they took: classes that are each a tenth wider than the one before.
      create table analytics_integration_latency (
        integration_id uuid not null references analytics_integration on delete cascade,
        at timestamptz not null,
        class smallint not null,
        turns integer not null default 0,
        primary key (integration_id, at, class)
      ) with (fillfactor = 80);

      -- What is known of a conversation that was given to an integration.
      create table analytics_integration_conversation (
        conversation_id uuid not null references conversation on delete cascade,
        integration_id uuid not null references analytics_integration on delete cascade,
        -- The first turn that it was chosen for; null while only ratings are known.
        first_at timestamptz,
        -- Turns that it was chosen for, and those of them that it did not answer.
        turns integer not null default 0,
        unanswered_turns integer not null default 0,
        -- The sum of the natural logarithms of the milliseconds that each turn took, in ten thousandths.
        wait_logs bigint not null default 0,
        positive_ratings integer not null default 0,
        negative_ratings integer not null default 0,
        ratings integer not null default 0,
        primary key (conversation_id, integration_id)
      );
      create index analytics_integration_conversation_integration_id_idx
        on analytics_integration_conversation (integration_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table analytics_integration_conversation, analytics_integration_latency, analytics_integration_day,
        analytics_integration
    `);
  }
}
