/**
 * Measures retrieval without an embedding model on the sets of a folder: how well passages are ranked, beside baselines on
 * the same data, how well a query without an answer in the base is told from one with, and what the probabilities are worth.
 * Every set is loaded and asked through the HTTP API of a server. Half of the queries tune, the other half is reported.
 *
 *   npm run bench:retrieval -- --data <folder> [--half reported|tuning] [--sets a,b] [--limit n] [--runs <folder>]
 *     [--url http://host:port --key <api key> | --in-memory] [--no-baselines] [--no-answers]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WireClient } from '../../libs/testing/parley';
import { startOwnServer } from '../training/own-server';
import { line as lineOfAnswers, measureAnswers } from './answers';
import { baselinesFor, languageOf } from './baselines';
import { type BenchQuery, type Dataset, type Half, halfOf, loadDataset } from './datasets';
import { auroc, calibrationError, type Prediction, rankingQuality, refusedAt } from './metrics';
import { dataFolder, option } from './options';
import { inMemory, overHttp, type RankedPassage, type SubjectOf } from './subjects';

const defaultSets = 'squad1-even,xquad-en,xquad-es,xquad-de,cranfield,stackfaq-first';
const FALSE_REFUSALS = 0.05;

interface Server {
  api: WireClient | undefined;
  subjectOf: SubjectOf;
  stop(): Promise<void>;
}

async function main(): Promise<void> {
  const folder = dataFolder();
  const half = (option('half') ?? 'reported') as Half;
  const limit = Number(option('limit') ?? Number.POSITIVE_INFINITY);
  const server = await serverOfOptions();
  try {
    for (const name of (option('sets') ?? defaultSets).split(',')) {
      const set = loadDataset(folder, name);
      const queries = set.queries.filter(({ id }) => halfOf(id) === half).slice(0, limit);
      console.log(`${name}: ${set.passages.length} passages, ${queries.length} queries of the ${half} half`);
      if (!process.argv.includes('--no-baselines')) await reportBaselines(set, queries);
      await reportProduct(server.subjectOf, set, queries);
      if (server.api && !process.argv.includes('--no-answers')) await reportAnswers(server.api, set, queries);
    }
  } finally {
    await server.stop();
  }
}

async function serverOfOptions(): Promise<Server> {
  if (process.argv.includes('--in-memory')) return { api: undefined, subjectOf: inMemory, stop: async () => undefined };
  const url = option('url');
  if (url === undefined) {
    const { wire, stop } = await startOwnServer();
    return { api: wire, subjectOf: overHttp(wire), stop };
  }
  const key = option('key');
  if (key === undefined) throw new Error('Say by which key the server is asked: --key <api key>');
  const api = new WireClient(url.replace(/\/+$/, '')).withKey(key);
  return { api, subjectOf: overHttp(api), stop: async () => undefined };
}

async function reportBaselines(set: Dataset, queries: readonly BenchQuery[]): Promise<void> {
  for (const [name, subjectOf] of baselinesFor(languageOf(set.name))) {
    const { rankings, p50Ms } = await ranked(subjectOf, set, queries);
    console.log(rankingLine(name, queries, rankings, p50Ms));
  }
}

async function reportProduct(subjectOf: SubjectOf, set: Dataset, queries: readonly BenchQuery[]): Promise<void> {
  const { rankings, p50Ms } = await ranked(subjectOf, set, queries);
  console.log(rankingLine('Parley', queries, rankings, p50Ms));
  const runs = option('runs');
  if (runs !== undefined) writeRun(runs, set.name, queries, rankings);
  const refusals = await measureRefusals(subjectOf, set, queries);
  if (refusals) console.log(`  no context: ${refusals}`);
}

async function reportAnswers(api: WireClient, set: Dataset, queries: readonly BenchQuery[]): Promise<void> {
  const answerable = queries.filter(({ answers }) => answers !== undefined && answers.length > 0);
  if (answerable.length === 0) return;
  console.log('  answer inside:    n   1     2     3      as is (chars) | AUROC  refused@5%  ECE');
  console.log(`  ${lineOfAnswers(set.name, answerable.length, await measureAnswers(api, set, answerable))}`);
}

async function ranked(subjectOf: SubjectOf, set: Dataset, queries: readonly BenchQuery[]) {
  const subject = await subjectOf(set.passages);
  const rankings: RankedPassage[][] = [];
  const timesMs: number[] = [];
  for (const { text } of queries) {
    const startMs = performance.now();
    rankings.push(await subject.search(text));
    timesMs.push(performance.now() - startMs);
  }
  await subject.close();
  timesMs.sort((a, b) => a - b);
  return { rankings, p50Ms: timesMs[Math.floor(timesMs.length / 2)] ?? 0 };
}

function rankingLine(
  name: string,
  queries: readonly BenchQuery[],
  rankings: readonly RankedPassage[][],
  p50Ms: number,
): string {
  const ids = rankings.map((ranking) => ranking.map(({ id }) => id));
  const { recallAt1, recallAt5, ndcgAt10 } = rankingQuality(queries, ids);
  const figures = `recall@1 ${percent(recallAt1)}  @5 ${percent(recallAt5)}  nDCG@10 ${ndcgAt10.toFixed(3)}`;
  return `  ${name.padEnd(26)} ${figures}  p50 ${p50Ms.toFixed(1)} ms`;
}

/** Two bases of half the groups each; every query is asked in both, and only one of them can answer. */
async function measureRefusals(
  subjectOf: SubjectOf,
  set: Dataset,
  queries: readonly BenchQuery[],
): Promise<string | undefined> {
  const groups = [...new Set(set.passages.map(({ group }) => group))];
  const positives: number[] = [];
  const negatives: number[] = [];
  const predictions: Prediction[] = [];
  for (const parity of [0, 1]) {
    const dealt = new Set(groups.filter((_, i) => i % 2 === parity));
    const passages = set.passages.filter(({ group }) => dealt.has(group));
    const ids = new Set(passages.map(({ id }) => id));
    const subject = await subjectOf(passages);
    for (const { text, grades } of queries) {
      const held = [...grades.keys()].filter((id) => ids.has(id)).length;
      if (held > 0 && held < grades.size) continue;
      const [best] = await subject.search(text);
      const probability = best?.probability ?? 0;
      (held > 0 ? positives : negatives).push(probability);
      predictions.push({ probability, isRight: best !== undefined && grades.has(best.id) });
    }
    await subject.close();
  }
  if (negatives.length === 0 || positives.length === 0) return undefined;
  const above = (values: readonly number[]) => percent(values.filter((value) => value >= 0.7).length / values.length);
  const rank = `AUROC ${auroc(positives, negatives).toFixed(3)}`;
  const refused = `refused at 5 % false ${percent(refusedAt(positives, negatives, FALSE_REFUSALS))}`;
  const error = `ECE ${calibrationError(predictions).toFixed(3)}`;
  return `${rank}  ${refused}  ${error}  at .7 and above: ${above(positives)} of answerable, ${above(negatives)} of others`;
}

/** One line a query, for scorers of others. */
function writeRun(folder: string, name: string, queries: readonly BenchQuery[], rankings: readonly RankedPassage[][]) {
  mkdirSync(folder, { recursive: true });
  const lines = queries.map(({ id }, i) => {
    const ranking = (rankings[i] ?? []).map((passage) => passage.id);
    return JSON.stringify({ id, ranking, confidence: rankings[i]?.[0]?.probability ?? 0 });
  });
  writeFileSync(join(folder, `${name}.jsonl`), `${lines.join('\n')}\n`);
}

function percent(value: number): string {
  return (100 * value).toFixed(1).padStart(5);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
