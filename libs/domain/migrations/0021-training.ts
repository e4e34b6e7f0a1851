import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Training0000000000021 implements MigrationInterface {
  readonly name = 'Training0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training_dataset (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        name text not null,
        description text,
        domain text not null default 'general',
        -- False: no session may be trained from it.
        is_active boolean not null default true,
        -- Of its rows in training_example; every statement that changes those keeps it.
        example_count integer not null default 0 check (example_count >= 0),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index training_dataset_bot_id_idx on training_dataset (bot_id, id);
      create index training_dataset_team_id_idx on training_dataset (team_id);

      create table training_example (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        dataset_id uuid not null references training_dataset on delete cascade,
        input text not null,
        output text not null,
        -- What the input means: said apart, or the output itself.
        intent text not null,
        is_intent_given boolean not null,
        metadata jsonb
      );
      create index training_example_dataset_id_idx on training_example (dataset_id, id);
      create index training_example_intent_idx on training_example (dataset_id, intent, id);
      create index training_example_team_id_idx on training_example (team_id);

      create table training_session (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        -- No foreign keys: what has been trained stays told when a dataset goes. None goes while it is trained from.
        dataset_id uuid not null,
        -- dataset_id first, then those that were added by the configuration.
        dataset_ids uuid[] not null,
        config jsonb not null default '{}',
        status text not null default 'pending'
          check (status in ('pending', 'in_progress', 'completed', 'failed', 'cancelled')),
        stage text check (stage in ('reading', 'preparing', 'validating', 'fitting', 'packing')),
        progress smallint not null default 0 check (progress between 0 and 100),
        metrics jsonb,
        error_code text,
        error_message text,
        -- Runs that were begun, those that were cut off included.
        run_count smallint not null default 0,
        -- The run that has it now. Whatever a run writes, it writes under this condition.
        run_id uuid,
        -- After this time it is no longer certain that anybody sees to it.
        lease_until timestamptz,
        started_at timestamptz,
        completed_at timestamptz,
        created_at timestamptz not null
      );
      create index training_session_bot_id_idx on training_session (bot_id, id);
      create index training_session_team_id_idx on training_session (team_id);
      create unique index training_session_active_key on training_session (dataset_id)
        where status in ('pending', 'in_progress');
      create index training_session_lease_until_idx on training_session (lease_until)
        where status in ('pending', 'in_progress');

      -- What a bot has learned so far, one row a bot. Who changes its models holds this row.
      create table bot_training (
        bot_id uuid primary key references bot on delete cascade,
        team_id uuid not null references team on delete cascade,
        -- Never given twice, also when models are deleted.
        last_version integer not null default 0 check (last_version >= 0),
        -- A version in training_model; null: the bot reads no intents.
        active_version integer,
        activated_at timestamptz
      );
      create index bot_training_team_id_idx on bot_training (team_id);

      create table training_model (
        bot_id uuid not null references bot_training on delete cascade,
        version integer not null,
        id uuid not null,
        team_id uuid not null references team on delete cascade,
        session_id uuid not null,
        dataset_ids uuid[] not null,
        -- What an intent classifier is loaded from.
        artefact bytea not null,
        artefact_bytes integer not null,
        metrics jsonb not null,
        report jsonb not null,
        -- {intent: what it replies}
        answers jsonb not null,
        created_at timestamptz not null,
        primary key (bot_id, version)
      );
      -- Packed already, and up to 10 MB: compressing it would hold up everybody on the embedded database.
      alter table training_model alter artefact set storage external;
      create unique index training_model_id_key on training_model (id);
      create index training_model_team_id_idx on training_model (team_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table training_model;
      drop table bot_training;
      drop table training_session;
      drop table training_example;
      drop table training_dataset;
    `);
  }
}
