import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BotImports0000000000044 implements MigrationInterface {
  readonly name = 'BotImports0000000000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A file of which a job makes a bot.
      create table bot_import (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        -- The bot that is being made, disabled until it is whole; of an import that has failed it is gone.
        bot_id uuid references bot on delete set null,
        -- In place of the name in the file.
        wanted_name text,
        file_name text,
        file_bytes bigint not null,
        -- The file in the blob store; null when it is needed no more.
        blob_key text,
        status text not null default 'queued' check (status in ('queued', 'running', 'completed', 'failed')),
        stage text check (stage in ('checking', 'writing')),
        progress smallint not null default 0 check (progress between 0 and 100),
        -- Sentences: what the file could not bring, such as credentials.
        notes jsonb not null default '[]',
        error_code text,
        error_message text,
        run_count smallint not null default 0,
        -- The run that has it now. Whatever a run writes of it, it writes under this condition.
        run_id uuid,
        -- After this time it is no longer certain that anybody sees to it.
        lease_until timestamptz,
        started_at timestamptz,
        completed_at timestamptz,
        created_at timestamptz not null
      );
      create index bot_import_team_id_idx on bot_import (team_id, id);
      create index bot_import_bot_id_idx on bot_import (bot_id) where bot_id is not null;
      create index bot_import_lease_until_idx on bot_import (lease_until) where status in ('queued', 'running');
      create trigger bot_import_blob_unneeded after delete on bot_import
        for each row when (old.blob_key is not null) execute function note_unneeded_blob();
      create trigger bot_import_blob_given_up after update of blob_key on bot_import
        for each row when (old.blob_key is not null and new.blob_key is null) execute function note_unneeded_blob();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bot_import');
  }
}
