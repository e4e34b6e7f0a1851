import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Plugins0000000000023 implements MigrationInterface {
  readonly name = 'Plugins0000000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plugin (
        id uuid primary key,
        -- Null: built in, for every team; what it is and does stands in the code (libs/domain/plugins/builtin).
        team_id uuid references team on delete cascade,
        name text not null,
        version text not null,
        description text,
        author text,
        kind text not null check (kind in ('none', 'builtin', 'http', 'mcp')),
        -- A URL, or the name of what is built in.
        entry_point text,
        -- [{name, priority, handler?}]
        hooks jsonb not null default '[]',
        -- [{name, description, parameters}]
        tools jsonb not null default '[]',
        -- [{name, type, required, default?, description?, values?}]
        config_options jsonb not null default '[]',
        -- JSON Schema, beside or instead of the options.
        config_schema jsonb,
        timeout_ms integer check (timeout_ms > 0),
        -- What calls of it are signed with; sealed, see libs/infra/secrets.
        secret bytea,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index plugin_team_id_name_version_key on plugin (team_id, name, version) where team_id is not null;
      create index plugin_team_id_id_idx on plugin (team_id, id);

      insert into plugin (id, name, version, kind, entry_point) values
        ('00000000-0000-7000-8000-000000000001', 'calculator', '1.0.0', 'builtin', 'calculator'),
        ('00000000-0000-7000-8000-000000000002', 'date-and-time', '1.0.0', 'builtin', 'date-and-time'),
        ('00000000-0000-7000-8000-000000000003', 'knowledge-search', '1.0.0', 'builtin', 'knowledge-search'),
        ('00000000-0000-7000-8000-000000000004', 'pii-redactor', '1.0.0', 'builtin', 'pii-redactor'),
        ('00000000-0000-7000-8000-000000000005', 'profanity-filter', '1.0.0', 'builtin', 'profanity-filter');

      -- A plugin at work for one bot.
      create table installed_plugin (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        plugin_id uuid not null references plugin,
        is_enabled boolean not null default true,
        -- Without what is secret.
        config jsonb not null default '{}',
        -- The secret options as one JSON object; sealed.
        secrets bytea,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index installed_plugin_bot_id_plugin_id_key on installed_plugin (bot_id, plugin_id);
      create index installed_plugin_plugin_id_idx on installed_plugin (plugin_id);
      create index installed_plugin_team_id_idx on installed_plugin (team_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table installed_plugin, plugin');
  }
}
