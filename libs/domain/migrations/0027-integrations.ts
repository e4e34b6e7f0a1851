import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Integrations0000000000027 implements MigrationInterface {
  readonly name = 'Integrations0000000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What answers the turns of a bot instead of its own engine.
      create table integration (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        name text not null,
        kind text not null check (kind in ('echo', 'webhook', 'model')),
        -- Of a webhook.
        webhook_url text,
        -- {name: value}; a mask stands for what is secret.
        headers jsonb not null default '{}',
        -- The secret headers as one JSON object; sealed, see libs/infra/secrets.
        secrets bytea,
        -- Of a model; null when it is gone with its team.
        model_id integer references model on delete set null,
        timeout_ms integer not null check (timeout_ms > 0),
        -- Its share of the conversations, relative to the other integrations of the bot.
        weight double precision not null default 1 check (weight >= 0 and weight < 'Infinity'),
        is_fallback boolean not null default false,
        is_enabled boolean not null default true,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index integration_bot_id_id_idx on integration (bot_id, id);
      create index integration_team_id_idx on integration (team_id);
      create index integration_model_id_idx on integration (model_id) where model_id is not null;

      -- Who answers a conversation, once that was chosen. A chat may be led with several bots.
      create table integration_assignment (
        conversation_id uuid not null references conversation on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        team_id uuid not null references team on delete cascade,
        integration_id uuid not null references integration on delete cascade,
        assigned_at timestamptz not null,
        primary key (conversation_id, bot_id)
      );
      create index integration_assignment_bot_id_idx on integration_assignment (bot_id);
      create index integration_assignment_team_id_idx on integration_assignment (team_id);
      create index integration_assignment_integration_id_idx on integration_assignment (integration_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table integration_assignment, integration');
  }
}
