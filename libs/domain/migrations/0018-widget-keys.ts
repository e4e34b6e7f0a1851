import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WidgetKeys0000000000018 implements MigrationInterface {
  readonly name = 'WidgetKeys0000000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table api_key
        -- public: stands in web pages, and may only begin conversations with its bot.
        add column type text not null default 'secret' check (type in ('secret', 'public')),
        add column bot_id uuid references bot on delete cascade,
        -- Of pages that may use it, as https://example.com.
        add column allowed_origins text[] not null default '{}',
        -- Everybody can read it in the pages that use it, so it is kept as it is.
        add column public_text text,
        -- The key of the demo page of this installation.
        add column is_demo boolean not null default false,
        add constraint api_key_public_check check (type <> 'public' or bot_id is not null and public_text is not null);
      create index api_key_bot_id_idx on api_key (bot_id) where bot_id is not null;
      create index api_key_allowed_origins_idx on api_key using gin (allowed_origins) where type = 'public';
      create unique index api_key_demo_key on api_key (is_demo) where is_demo;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from api_key where type = 'public';
      alter table api_key drop column type, drop column bot_id, drop column allowed_origins, drop column public_text,
        drop column is_demo;
    `);
  }
}
