import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Completions0000000000038 implements MigrationInterface {
  readonly name = 'Completions0000000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Replies to callers who keep the history themselves: what they may refer to later.
      create table completion (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        principal text not null,
        user_ref text,
        -- Null while a reply only wants tools called: no turn is stored of it.
        conversation_id uuid references conversation on delete cascade,
        previous_id uuid,
        -- SHA-256 of all that had been said, this reply included.
        thread_digest bytea not null,
        -- As the API tells it; null where callers refer to nothing but the history.
        content jsonb,
        created_at timestamptz not null
      );
      create index completion_bot_id_thread_digest_idx on completion (bot_id, thread_digest);
      create index completion_conversation_id_idx on completion (conversation_id);
      create index completion_team_id_user_ref_idx on completion (team_id, user_ref);
      create index completion_created_at_idx on completion (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table completion');
  }
}
