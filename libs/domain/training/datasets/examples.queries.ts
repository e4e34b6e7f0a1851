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

/** One of the outputs that an intent's examples have. */
export interface IntentOutput {
  intent: string;
  isIntentGiven: boolean;
  output: string;
}

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
}
