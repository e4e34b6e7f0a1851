import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QuestionClassifiers0000000000036 implements MigrationInterface {
  readonly name = 'QuestionClassifiers0000000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a base has learned of its questions: one row a base that has or had some.
      create table question_classifier (
        base_id uuid primary key references knowledge_base on delete cascade,
        team_id uuid not null references team on delete cascade,
        -- Grows with every change of the words of its questions.
        wanted_version bigint not null default 1 check (wanted_version > 0),
        -- That of the artefact; 0 while nothing was trained.
        trained_version bigint not null default 0 check (trained_version >= 0),
        -- Null when there are no questions.
        artefact bytea,
        -- The run that trains now. It writes under this condition only.
        run_id uuid,
        -- After this time nobody sees to what is wanted and not trained.
        lease_until timestamptz not null default to_timestamp(0),
        -- Runs in a row that have failed.
        failed_runs smallint not null default 0
      );
      -- Packed already.
      alter table question_classifier alter artefact set storage external;
      create index question_classifier_team_id_idx on question_classifier (team_id);
      create index question_classifier_lease_until_idx on question_classifier (lease_until)
        where wanted_version > trained_version;

      -- The wanted version of its base's classifier that the last change of its words has made.
      alter table question add words_version bigint not null default 0;
      create index question_words_version_idx on question (base_id, words_version);

      insert into question_classifier (base_id, team_id) select base_id, min(team_id::text)::uuid from question group by base_id;

      -- Whoever writes questions need not know that they are learned. The row of the classifier is held until the commit,
      -- so that versions are committed in their order.
      create function teach_questions(ids uuid[]) returns void language sql as $$
        with wanted as (
          insert into question_classifier as c (base_id, team_id)
            select base_id, min(team_id::text)::uuid from question where id = any (ids) group by base_id order by base_id
          on conflict (base_id) do update set wanted_version = c.wanted_version + 1
          returning c.base_id, c.wanted_version
        )
        update question q set words_version = wanted_version from wanted w where q.base_id = w.base_id and q.id = any (ids);
      $$;
      create function teach_new_questions() returns trigger language plpgsql as $$
        begin
          perform teach_questions(array(select id from changed));
          return null;
        end
      $$;
      create function teach_changed_questions() returns trigger language plpgsql as $$
        declare ids uuid[] := array(
          select c.id from changed c join former f using (id)
          where (c.phrasings, c.answer, c.base_id) is distinct from (f.phrasings, f.answer, f.base_id)
        );
        begin
          if cardinality(ids) > 0 then perform teach_questions(ids); end if;
          return null;
        end
      $$;
      create trigger question_new_words after insert on question referencing new table as changed
        for each statement execute function teach_new_questions();
      create trigger question_changed_words after update on question referencing old table as former new table as changed
        for each statement execute function teach_changed_questions();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger question_new_words on question;
      drop trigger question_changed_words on question;
      drop function teach_new_questions, teach_changed_questions, teach_questions;
      drop index question_words_version_idx;
      alter table question drop words_version;
      drop table question_classifier;
    `);
  }
}
