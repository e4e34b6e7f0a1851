/**
 * Measures how fast documents come in: from the upload to the last one that is ready, and then the index of passages by
 * itself, also how fast they are found before and after segments are merged. On the embedded database, or with DATABASE_URL
 * (and REDIS_URL) on a database of its own on that server.
 *
 *   npm run bench:indexing -- [--part queue|index] [--megabytes 10] [--sizes 2000,20000]
 */
import 'reflect-metadata';
import os from 'node:os';
import type { PassageSource } from '../../libs/domain/knowledge/knowledge.types';
import { IndexedBases, passagesOf } from '../../libs/testing/knowledge';
import { option } from '../retrieval/options';
import { measureEndToEnd } from './end-to-end';
import { SyntheticText } from './synthetic-text';

const PASSAGES_PER_DOCUMENT = 10;
const DOCUMENTS_PER_IMPORT = 100;
const SEARCHES = 400;
const SINGLE_ADDS = 100;

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}

async function timesOf(count: number, step: (round: number) => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < count; round++) {
    const start = performance.now();
    await step(round);
    times.push(performance.now() - start);
  }
  return `p50 ${percentile(times, 0.5)} p95 ${percentile(times, 0.95)} ms`;
}

class IndexingBench {
  private readonly text = new SyntheticText('indexing');
  private readonly queries: string[] = [];
  private baseId = '';

  constructor(private readonly bases: IndexedBases) {}

  async run(size: number): Promise<void> {
    await this.bases.reset();
    this.baseId = await this.bases.newBase();
    this.queries.length = 0;
    const indexingMs = await this.import(size);
    this.tell(size, `import: ${Math.round((1_000 * size) / indexingMs)} passages/s`);
    this.tell(
      size,
      `search: ${await this.searches()}, ${(await this.bases.segmentSizes(this.baseId)).length} segments`,
    );
    const start = performance.now();
    await this.bases.merging.merge(this.baseId);
    this.tell(size, `merge: ${Math.round(performance.now() - start)} ms`);
    const segments = (await this.bases.segmentSizes(this.baseId)).length;
    this.tell(size, `search, all terms new: ${await this.searches()}, ${segments} segments`);
    this.tell(size, `search, terms known: ${await this.searches()}`);
    this.tell(size, `search with tags: ${await this.searches(['tag3', 'tag5'])}`);
    this.tell(size, `keyword search: ${await this.keywordSearches()}`);
    this.tell(size, `add one passage: ${await this.singleAdds()}`);
    this.tell(size, `memory: ${Math.round(process.memoryUsage.rss() / 1e6)} MB of this process`);
  }

  /** Compiles what is about to be measured, and fills the caches that live as long as the process. */
  async warmUp(): Promise<void> {
    this.baseId = await this.bases.newBase();
    await this.import(1_000);
    await this.searches();
    await this.searches();
  }

  /** Time spent in the index alone; the rows of the documents are there before. */
  private async import(size: number): Promise<number> {
    let spentMs = 0;
    for (let done = 0; done < size; ) {
      const documents = [];
      for (let i = 0; i < DOCUMENTS_PER_IMPORT && done < size; i++, done += PASSAGES_PER_DOCUMENT) {
        const source = await this.bases.newDocument(this.baseId, [`tag${i % 10}`]);
        const bodies = Array.from({ length: PASSAGES_PER_DOCUMENT }, () => this.text.passage());
        if (this.queries.length < SEARCHES) this.queries.push(this.text.query(bodies[0] ?? ''));
        documents.push({ source, passages: passagesOf(bodies) });
      }
      const start = performance.now();
      await this.bases.index.replaceMany(this.baseId, documents);
      spentMs += performance.now() - start;
    }
    return spentMs;
  }

  private searches(tags?: string[]): Promise<string> {
    return timesOf(SEARCHES, (round) => this.bases.search.search({ ...this.request(round, 5), ...(tags && { tags }) }));
  }

  private keywordSearches(): Promise<string> {
    return timesOf(40, (round) => this.bases.search.searchKeyword(this.request(round, 10)));
  }

  private request(round: number, limit: number) {
    return { baseIds: [this.baseId], query: this.queries[round % this.queries.length] ?? '', limit };
  }

  /** One document a transaction, as when people write them. */
  private async singleAdds(): Promise<string> {
    const sources: PassageSource[] = [];
    for (let i = 0; i < SINGLE_ADDS; i++) sources.push(await this.bases.newDocument(this.baseId));
    const bodies = sources.map(() => this.text.passage());
    return timesOf(SINGLE_ADDS, (round) => {
      const source = sources[round] as PassageSource;
      return this.bases.index.replace(source, passagesOf([bodies[round] ?? '']));
    });
  }

  private tell(size: number, line: string): void {
    console.log(`${String(size).padStart(7)} passages  ${line}`);
  }
}

async function main(): Promise<void> {
  const queue = process.env.REDIS_URL ? 'Redis' : 'the database';
  const place = process.env.DATABASE_URL
    ? `On the server of DATABASE_URL, jobs in ${queue}`
    : 'On the embedded database';
  console.log(`${place}; ${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}`);
  const part = option('part');
  if (part !== 'index') await measureQueue();
  if (part !== 'queue') await measureIndex();
}

async function measureQueue(): Promise<void> {
  for (const withVectors of [false, true]) {
    const tell = (line: string) => console.log(`${withVectors ? 'with vectors' : 'words alone'}: ${line}`);
    await measureEndToEnd({ megabytes: Number(option('megabytes') ?? 10), withVectors, tell });
  }
}

async function measureIndex(): Promise<void> {
  const bases = await IndexedBases.open();
  try {
    const bench = new IndexingBench(bases);
    await bench.warmUp();
    for (const size of (option('sizes') ?? '2000,20000').split(',')) await bench.run(Number(size));
  } finally {
    await bases.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
