import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TrainingComparisons0000000000037 implements MigrationInterface {
  readonly name = 'TrainingComparisons0000000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the model said of each example that was held out; null of models that were trained before it was kept.
      alter table training_model add column judgements bytea;
      -- Packed already.
      alter table training_model alter judgements set storage external;

      -- Whether a new model is activated: by a policy, no longer yes or no.
      update training_session set config = config - 'activate' || jsonb_build_object('activation',
        case when config -> 'activate' = 'false' then 'never' else 'always' end)
      where config ? 'activate';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update training_session set config = config - 'activation' || jsonb_build_object('activate', config ->> 'activation' <> 'never')
      where config ? 'activation';
      alter table training_model drop column judgements;
    `);
  }
}
