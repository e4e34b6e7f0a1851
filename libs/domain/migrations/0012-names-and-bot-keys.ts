import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NamesAndBotKeys0000000000012 implements MigrationInterface {
  readonly name = 'NamesAndBotKeys0000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The bot's id where ids are integers.
      alter table bot add column number integer not null generated always as identity;
      create unique index bot_number_key on bot (number);

      -- A key that opens one bot and goes with it. Only its SHA-256: it carries 256 random bits.
      create table bot_key (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        hash bytea not null,
        created_at timestamptz not null default now()
      );
      create unique index bot_key_hash_key on bot_key (hash);
      create index bot_key_bot_id_idx on bot_key (bot_id);
      create index bot_key_team_id_idx on bot_key (team_id);

      alter table document
        -- What machines call it, where they do; unique in its base.
        add column name text,
        -- Pieces that the sender has cut himself: [{text, type, metadata}].
        add column nodes jsonb,
        -- What goes with them: [{uuid, mediaType, dataBase64, description}].
        add column assets jsonb;
      create unique index document_base_id_name_key on document (base_id, name) where name is not null;
      -- Documents that people have made have no name but their title.
      create index document_known_as_idx on document (base_id, coalesce(name, title), id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index document_base_id_name_key, document_known_as_idx;
      alter table document drop column name, drop column nodes, drop column assets;
      drop table bot_key;
      alter table bot drop column number;
    `);
  }
}
