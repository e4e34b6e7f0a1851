import type { ExamplesQueries, ReadExample } from '../datasets/examples.queries';

/** A portion is read, and handed over, in some milliseconds. */
const PORTION = 2_000;

/** All examples of the datasets, a portion at a time, however many there are. */
export async function* readExamples(
  queries: ExamplesQueries,
  datasetIds: readonly string[],
): AsyncGenerator<readonly ReadExample[]> {
  for (const datasetId of datasetIds) {
    for (let afterId: string | null = null; ; ) {
      const examples: readonly ReadExample[] = await queries.readNext(datasetId, afterId, PORTION);
      if (examples.length > 0) yield examples;
      if (examples.length < PORTION) break;
      afterId = examples.at(-1)?.id ?? null;
    }
  }
}
