import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf } from '#kernel';
import type { Example, ExampleListRequest } from './datasets.types';

export interface StoredExample extends Example {
  isIntentGiven: boolean;
}

/** What a training reads of an example. */
export interface ReadExample {
  id: string;
  input: string;
  intent: string;
  /** Equal for equal outputs. */
  outputHash: string;
}

/** What a file tells of an example. */
export interface WrittenExample {
  id: string;
  input: string;
  output: string;
  intent: string;
  isIntentGiven: boolean;
  metadata: Record<string, unknown> | null;
}

/** One of the outputs that an intent's examples have. */
export interface IntentOutput {
  intent: string;
  isIntentGiven: boolean;
  output: string;
}

/** Where reading by intents goes on. */
export type IntentPlace = Pick<WrittenExample, 'intent' | 'id'>;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const WRITTEN = `id, input, output, intent, is_intent_given as "isIntentGiven", metadata`;

interface Addition {
  teamId: string;
  datasetId: string;
  examples: readonly StoredExample[];
  maxExamples: number;
  now: Date;
}

const LISTED = `from training_example where dataset_id = $1 and ($2::text is null or intent = $2)
  and ($3::text is null or strpos(lower(input), lower($3)) > 0 or strpos(lower(output), lower($3)) > 0)`;

@Injectable()
export class ExamplesQueries {
  constructor(private readonly database: Database) {}

  /**
   * Many examples in one statement, all or none: false when there is no such dataset, or it would have more than it may.
   * By training_dataset's primary key.
   */
  async add({ teamId, datasetId, examples, maxExamples, now }: Addition): Promise<boolean> {
    const rows = await this.database.query(
      `with dataset as (
         update training_dataset set example_count = example_count + $3, updated_at = $4
         where id = $2 and team_id = $1 and example_count + $3 <= $5 returning id
       ), added as (
         insert into training_example (id, team_id, dataset_id, input, output, intent, is_intent_given, metadata)
         select e.id, $1, dataset.id, e.input, e.output, e.intent, e.is_intent_given, e.metadata
         from dataset, unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::boolean[], $11::jsonb[])
           as e (id, input, output, intent, is_intent_given, metadata)
       )
       select from dataset`,
      [
        teamId,
        datasetId,
        examples.length,
        now,
        maxExamples,
        examples.map(({ id }) => id),
        examples.map(({ input }) => input),
        examples.map(({ output }) => output),
        examples.map(({ intent }) => intent),
        examples.map(({ isIntentGiven }) => isIntentGiven),
        examples.map(({ metadata }) => (metadata === null ? null : JSON.stringify(metadata))),
      ],
    );
    return rows.length > 0;
  }

  /** False when the dataset has no such example. By the primary keys of both. */
  async delete(teamId: string, datasetId: string, id: string, now: Date): Promise<boolean> {
    const count = await this.database.execute(
      `with dataset as (
         select id from training_dataset where id = $2 and team_id = $1 for no key update
       ), deleted as (
         delete from training_example e using dataset where e.id = $3 and e.dataset_id = dataset.id returning e.id
       )
       update training_dataset d set example_count = example_count - 1, updated_at = $4
       from deleted where d.id = $2`,
      [teamId, datasetId, id, now],
    );
    return count > 0;
  }

  /** Oldest first. By training_example_dataset_id_idx, with an intent by training_example_intent_idx. */
  list(datasetId: string, { intent, search, ...page }: ExampleListRequest): Promise<Example[]> {
    return this.database.query<Example>(
      `select id, input, output, intent, metadata ${LISTED} order by id limit $4 offset $5`,
      [datasetId, intent ?? null, search ?? null, page.limit, offsetOf(page)],
    );
  }

  /** As `list`. */
  async count(datasetId: string, { intent, search }: ExampleListRequest): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`select count(*)::int as count ${LISTED}`, [
      datasetId,
      intent ?? null,
      search ?? null,
    ]);
    return row?.count ?? 0;
  }

  /** The next ones after `afterId`, oldest first; from the beginning when it is null. By training_example_dataset_id_idx. */
  readNext(datasetId: string, afterId: string | null, limit: number): Promise<ReadExample[]> {
    return this.database.query<ReadExample>(
      `select id, input, intent, md5(output) as "outputHash" from training_example
       where dataset_id = $1 and id > coalesce($2, '00000000-0000-0000-0000-000000000000'::uuid) order by id limit $3`,
      [datasetId, afterId, limit],
    );
  }

  /** By training_example's primary key. */
  outputsOf(ids: readonly string[]): Promise<IntentOutput[]> {
    return this.database.query<IntentOutput>(
      'select intent, is_intent_given as "isIntentGiven", output from training_example where id = any ($1::uuid[])',
      [ids],
    );
  }

  /** The next ones after `afterId`, oldest first. By training_example_dataset_id_idx. */
  readWhole(datasetId: string, afterId: string | null, limit: number): Promise<WrittenExample[]> {
    return this.database.query<WrittenExample>(
      `select ${WRITTEN} from training_example where dataset_id = $1 and id > $2::uuid order by id limit $3`,
      [datasetId, afterId ?? FIRST_ID, limit],
    );
  }

  /** The next ones behind `after`, intent by intent, each oldest first. By training_example_intent_idx. */
  readByIntent(datasetId: string, after: IntentPlace | null, limit: number): Promise<WrittenExample[]> {
    const { intent, id } = after ?? { intent: '', id: FIRST_ID };
    return this.database.query<WrittenExample>(
      `select ${WRITTEN} from training_example where dataset_id = $1 and (intent, id) > ($2, $3::uuid)
       order by intent, id limit $4`,
      [datasetId, intent, id, limit],
    );
  }

  /** What says whether two examples are the same, of the next ones after `afterId`. By training_example_dataset_id_idx. */
  readKeys(datasetId: string, afterId: string | null, limit: number): Promise<Array<{ id: string; key: string }>> {
    return this.database.query<{ id: string; key: string }>(
      `select id, md5(intent) || md5(input) as key from training_example
       where dataset_id = $1 and id > $2::uuid order by id limit $3`,
      [datasetId, afterId ?? FIRST_ID, limit],
    );
  }

  /** By training_example_intent_idx. */
  async countIntents(datasetId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(distinct intent)::int as count from training_example where dataset_id = $1',
      [datasetId],
    );
    return row?.count ?? 0;
  }

  /** All of a dataset whose row is locked; how many there were. By training_example_dataset_id_idx. */
  async deleteAll(datasetId: string, now: Date): Promise<number> {
    const count = await this.database.execute('delete from training_example where dataset_id = $1', [datasetId]);
    await this.database.execute('update training_dataset set example_count = 0, updated_at = $2 where id = $1', [
      datasetId,
      now,
    ]);
    return count;
  }
}
