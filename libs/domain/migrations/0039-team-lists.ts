import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TeamLists0000000000039 implements MigrationInterface {
  readonly name = 'TeamLists0000000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a team has is listed page by page, each beginning behind the key that ended the one before.
      drop index document_team_id_idx, personality_team_id_idx;
      create index document_team_id_id_idx on document (team_id, id);
      create index personality_team_id_id_idx on personality (team_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index document_team_id_id_idx, personality_team_id_id_idx;
      create index document_team_id_idx on document (team_id);
      create index personality_team_id_idx on personality (team_id);
    `);
  }
}
