import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConversationsOfChannels0000000000029 implements MigrationInterface {
  readonly name = 'ConversationsOfChannels0000000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table conversation
        -- The messenger's channel in which it is held; other conversations have none.
        add column channel_id uuid references channel on delete set null,
        -- Where in the channel, and who with, in the platform's words: {chatId, threadId, user: {id, username, name}}.
        add column address jsonb;
      -- Lists of conversations go by conversation_bot_id_last_message_at_idx, these two are for those of messengers.
      create index conversation_channel_id_idx on conversation (channel_id, last_message_at) where channel_id is not null;
      create index conversation_address_user_idx on conversation (bot_id, (address->'user'->>'id')) where address is not null;

      alter table message
        -- Of a reply that is made once however often it is asked for: until then the process that makes it has it for itself.
        add column held_until timestamptz,
        -- Of a reply that was made again when other messages had come: the message that it answers. Others stand just after theirs.
        add column answers_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table message drop column held_until, drop column answers_id;
      alter table conversation drop column channel_id, drop column address;
    `);
  }
}
