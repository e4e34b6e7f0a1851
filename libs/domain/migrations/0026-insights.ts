import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Insights0000000000026 implements MigrationInterface {
  readonly name = 'Insights0000000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The latest conversations of a bot. Every message moves its conversation in conversation_idle_idx already.
      create index conversation_bot_id_last_message_at_idx on conversation (bot_id, last_message_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index conversation_bot_id_last_message_at_idx');
  }
}
