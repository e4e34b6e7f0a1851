/**
 * Measures lexical retrieval on the sets of a folder: how well passages are ranked, how well a query without an answer in the
 * base is told from one with, and what the probabilities are worth. Half of the queries tune, the other half is reported.
 *
 *   npm run bench:retrieval -- --data <folder with one folder a set> [--half reported|tuning] [--sets a,b]
 */
import { type BenchPassage, type BenchQuery, type Dataset, type Half, halfOf, loadDataset } from './datasets';
import { type Hit, MemoryBase } from './memory-base';
import { auroc, calibrationError, type Prediction, rankingQuality, refusedAt } from './metrics';
import { option } from './options';

const defaultSets = 'squad1-even,xquad-en,xquad-es,xquad-de,cranfield,stackfaq-first';

function measureRanking(set: Dataset, queries: readonly BenchQuery[]) {
  const base = new MemoryBase(set.passages);
  const times: number[] = [];
  const rankings = queries.map(({ text }) => {
    const start = performance.now();
    const hits = base.search(text);
    times.push(performance.now() - start);
    return hits.map(({ id }) => id);
  });
  const textBytes = set.passages.reduce((sum, { title, body }) => sum + Buffer.byteLength(title + body), 0);
  times.sort((a, b) => a - b);
  const p50Ms = times[Math.floor(times.length / 2)] ?? 0;
  return { ...rankingQuality(queries, rankings), p50Ms, indexShare: base.indexBytes / textBytes };
}

/** Two bases of half the groups each; every query is asked in both, and only one of them can answer. */
function measureRefusal(set: Dataset, queries: readonly BenchQuery[]) {
  const groups = [...new Set(set.passages.map(({ group }) => group))];
  const positives: number[] = [];
  const negatives: number[] = [];
  const predictions: Prediction[] = [];
  for (const parity of [0, 1]) {
    const chosen = new Set(groups.filter((_, i) => i % 2 === parity));
    const inBase = set.passages.filter(({ group }) => chosen.has(group));
    const ids = new Set(inBase.map(({ id }: BenchPassage) => id));
    const base = new MemoryBase(inBase);
    for (const { text, grades } of queries) {
      const held = [...grades.keys()].filter((id) => ids.has(id)).length;
      if (held > 0 && held < grades.size) continue;
      const best: Hit | undefined = base.search(text)[0];
      const probability = best?.probability ?? 0;
      (held > 0 ? positives : negatives).push(probability);
      predictions.push({ probability, isRight: best !== undefined && grades.has(best.id) });
    }
  }
  if (negatives.length === 0 || positives.length === 0) return undefined;
  return {
    auroc: auroc(positives, negatives),
    refused: refusedAt(positives, negatives, 0.05),
    error: calibrationError(predictions),
    answeredAt7: positives.filter((value) => value >= 0.7).length / positives.length,
    answeredWrongly: negatives.filter((value) => value >= 0.7).length / negatives.length,
  };
}

function main(): void {
  const folder = option('data');
  if (folder === undefined) throw new Error('Say where the sets are: --data <folder>');
  const half = (option('half') ?? 'reported') as Half;
  const percent = (value: number) => (100 * value).toFixed(1).padStart(6);
  console.log(
    'set                n  R@1    R@5    nDCG   p50 ms  index/text | AUROC  refused@5%  ECE    >=.7 answerable / not',
  );
  for (const name of (option('sets') ?? defaultSets).split(',')) {
    const set = loadDataset(folder, name);
    const queries = set.queries.filter(({ id }) => halfOf(id) === half);
    const ranking = measureRanking(set, queries);
    const refusal = measureRefusal(set, queries);
    const left = `${name.padEnd(15)}${String(queries.length).padStart(5)} ${percent(ranking.recallAt1)} ${percent(ranking.recallAt5)}  ${ranking.ndcgAt10.toFixed(3)}  ${ranking.p50Ms.toFixed(2).padStart(5)}   ${ranking.indexShare.toFixed(2)}`;
    const right = refusal
      ? `${refusal.auroc.toFixed(3)}  ${percent(refusal.refused)}   ${refusal.error.toFixed(3)}  ${percent(refusal.answeredAt7)} / ${percent(refusal.answeredWrongly)}`
      : '-';
    console.log(`${left}       | ${right}`);
  }
}

main();
