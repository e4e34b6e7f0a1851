import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { TaughtQuestion } from './classifier/classifier-parts';

/** Versions are bigints, which come as strings and are compared for equality only. */
export interface ClassifierState {
  baseId: string;
  trainedVersion: string;
  /** Questions whose words have changed since. */
  changed: string[];
}

export interface ClassifierRun {
  baseId: string;
  runId: string;
}

@Injectable()
export class ClassifiersQueries {
  constructor(private readonly database: Database) {}

  /** For who takes questions away; everybody else's changes are marked by triggers. By question_classifier_pkey. */
  async markChanged(baseId: string): Promise<void> {
    await this.database.execute(
      'update question_classifier set wanted_version = wanted_version + 1 where base_id = $1',
      [baseId],
    );
  }

  /** Undefined when nothing was trained for the base. By question_classifier_pkey and question_words_version_idx. */
  async state(baseId: string): Promise<ClassifierState | undefined> {
    const [row] = await this.database.query<ClassifierState>(
      `select base_id as "baseId", trained_version::text as "trainedVersion", array(
         select q.id from question q where q.base_id = c.base_id and q.words_version > c.trained_version
       ) as changed
       from question_classifier c where base_id = $1 and trained_version > 0 and artefact is not null`,
      [baseId],
    );
    return row;
  }

  /** Undefined when it is of another version by now. By question_classifier_pkey. */
  async artefact(baseId: string, version: string): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ artefact: Buffer }>(
      'select artefact from question_classifier where base_id = $1 and trained_version = $2 and artefact is not null',
      [baseId, version],
    );
    return row?.artefact;
  }

  /** Gives the version to be trained; undefined when there is nothing to do, or somebody does it. By its primary key. */
  async claim({ baseId, runId }: ClassifierRun, now: Date, leaseUntil: Date): Promise<string | undefined> {
    const [row] = await this.database.query<{ version: string }>(
      `update question_classifier set run_id = $2, lease_until = $4
       where base_id = $1 and wanted_version > trained_version and (run_id is null or lease_until < $3)
       returning wanted_version::text as version`,
      [baseId, runId, now, leaseUntil],
    );
    return row?.version;
  }

  /** A page of the base's questions, oldest first, with the beginnings of their answers. By question_base_id_id_idx. */
  taught(baseId: string, after: string, answerChars: number, limit: number): Promise<TaughtQuestion[]> {
    return this.database.query<TaughtQuestion>(
      `select id, phrasings, left(answer, $3) as answer from question
       where base_id = $1 and id > $2 order by id limit $4`,
      [baseId, after, answerChars, limit],
    );
  }

  /** Whether more is wanted by now; undefined when the run no longer has it. By question_classifier_pkey. */
  async complete(
    { baseId, runId }: ClassifierRun,
    version: string,
    artefact: Uint8Array | null,
  ): Promise<boolean | undefined> {
    const [row] = await this.database.query<{ isMoreWanted: boolean }>(
      `update question_classifier set trained_version = $3, artefact = $4, run_id = null, lease_until = to_timestamp(0),
         failed_runs = 0
       where base_id = $1 and run_id = $2 returning wanted_version > trained_version as "isMoreWanted"`,
      [baseId, runId, version, artefact === null ? null : Buffer.from(artefact)],
    );
    return row?.isMoreWanted;
  }

  /** Back to those that wait; the sweep puts it again after `lease_until`, and later the more often it has failed. */
  async release({ baseId, runId }: ClassifierRun, now: Date, backoffMs: number): Promise<void> {
    await this.database.execute(
      `update question_classifier set run_id = null, failed_runs = least(failed_runs + 1, 10),
         lease_until = $3::timestamptz + interval '1 millisecond' * ($4::int * 2 ^ least(failed_runs, 10))
       where base_id = $1 and run_id = $2`,
      [baseId, runId, now, backoffMs],
    );
  }

  /** Bases that nobody sees to, the longest forgotten first. By question_classifier_lease_until_idx. */
  async forgotten(now: Date, leaseUntil: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ baseId: string }>(
      `with lost as (
         select base_id from question_classifier where wanted_version > trained_version and lease_until < $1
         order by lease_until limit $3 for no key update skip locked
       )
       update question_classifier c set run_id = null, lease_until = $2 from lost where c.base_id = lost.base_id
       returning c.base_id as "baseId"`,
      [now, leaseUntil, limit],
    );
    return rows.map(({ baseId }) => baseId);
  }
}
