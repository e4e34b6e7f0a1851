import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChatsOfSeveralBots0000000000013 implements MigrationInterface {
  readonly name = 'ChatsOfSeveralBots0000000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is begun before it is known which bot will answer. With each bot that does it has one conversation, whose
      -- session key is the chat's id.
      create table chat (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        -- The bot of its last message.
        bot_id uuid references bot on delete set null,
        started_at timestamptz not null default now(),
        -- Moves with every message; from then on the chat is gone, though its conversations are not.
        expires_at timestamptz not null
      );
      create index chat_expires_at_idx on chat (expires_at);
      create index chat_team_id_idx on chat (team_id);
      create index chat_bot_id_idx on chat (bot_id);

      alter table conversation add column chat_id uuid references chat on delete set null;
      create index conversation_chat_id_idx on conversation (chat_id) where chat_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table conversation drop column chat_id;
      drop table chat;
    `);
  }
}
