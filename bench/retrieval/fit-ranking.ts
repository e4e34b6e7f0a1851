/**
 * Fits how much each feature counts in the order of passages and, with `--write`, writes `ranking-weights.ts`. By the tuning
 * halves alone; a set with titles is taken without them, too, for a base may have none. Tells first how well weights do on
 * articles that they were not fitted to: a new feature stays when it gains there.
 *
 *   npm run bench:fit-ranking -- --data <folder with one folder a set> [--write]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RankingFeatures, rankingFeatures } from '../../libs/domain/knowledge/lexical/ranking';
import { rankingWeights } from '../../libs/domain/knowledge/lexical/ranking-weights';
import { hashTerm } from '../../libs/domain/language/term-hash';
import { type Choice, fitConditionalLogit } from './conditional-logit';
import { type BenchQuery, type Dataset, halfOf, loadDataset, withoutTitles } from './datasets';
import { type Hit, MemoryBase } from './memory-base';
import { rankingQuality } from './metrics';
import { dataFolder } from './options';

/** Each by its weight, however many queries it has. Graded abstracts are left out: their many answers are of another kind. */
const sets = [
  { name: 'squad1-even', titles: true, weight: 1 },
  { name: 'squad1-even', titles: false, weight: 1 },
  { name: 'xquad-en', titles: false, weight: 0.8 },
  { name: 'xquad-es', titles: false, weight: 0.8 },
  { name: 'xquad-de', titles: false, weight: 0.8 },
  { name: 'stackfaq-first', titles: true, weight: 1 },
] as const;
/** The best, and what answers. */
const candidatesOfQuery = 16;
const penalty = 1e-3;
/** Articles are dealt to as many folds, the same article of all sets to the same one. */
const folds = 5;
const signs = rankingFeatures.map((name) => (name === 'brevity' ? 0 : 1));

/** What the index found for one question. */
interface Asked {
  query: BenchQuery;
  hits: Hit[];
  fold: number;
}

interface AskedSet {
  name: string;
  weight: number;
  asked: Asked[];
}

function main(): void {
  const folder = dataFolder();
  const asked = sets.map(({ name, titles, weight }) => {
    const set = loadDataset(folder, name);
    return ask(titles ? set : withoutTitles(set), weight);
  });
  report('as it is', asked, () => rankingWeights);
  crossValidate(asked);
  const weights = fittedWeights(asked);
  report('fitted', asked, () => weights);
  for (const name of rankingFeatures) console.log(name.padEnd(16), weights[name].toFixed(4));
  if (process.argv.includes('--write')) write(weights);
}

function ask(set: Dataset, weight: number): AskedSet {
  const base = new MemoryBase(set.passages);
  const groups = new Map(set.passages.map(({ id, group }) => [id, group]));
  const queries = set.queries.filter(({ id }) => halfOf(id) === 'tuning');
  const asked = queries.map((query) => {
    const [answer = ''] = query.grades.keys();
    const article = (groups.get(answer) ?? '').replaceAll('_', ' ');
    return { query, hits: base.search(query.text), fold: (hashTerm(article) >>> 0) % folds };
  });
  return { name: set.name, weight, asked };
}

/** Every question by weights that saw nothing of its article. */
function crossValidate(asked: readonly AskedSet[]): void {
  const byFold = Array.from({ length: folds }, (_, left) =>
    fittedWeights(asked.map((set) => ({ ...set, asked: set.asked.filter(({ fold }) => fold !== left) }))),
  );
  report('other articles', asked, ({ fold }) => byFold[fold] as RankingFeatures);
}

function fittedWeights(asked: readonly AskedSet[]): RankingFeatures {
  const weights = fitConditionalLogit(asked.flatMap(choicesOf), { signs, penalty });
  return Object.fromEntries(rankingFeatures.map((name, k) => [name, weights[k] ?? 0])) as RankingFeatures;
}

function choicesOf({ asked, weight }: AskedSet): Choice[] {
  const choices = asked.flatMap(({ query: { grades }, hits: all }) => {
    const hits = all.filter(({ id }, rank) => rank < candidatesOfQuery || grades.has(id));
    const right = hits.filter(({ id }) => grades.has(id)).length;
    if (right === 0 || hits.length === right) return [];
    const candidates = hits.map(({ features }) => rankingFeatures.map((name) => features[name]));
    return [{ candidates, right: hits.map(({ id }) => (grades.has(id) ? 1 / right : 0)) }];
  });
  return choices.map((choice) => ({ ...choice, weight: weight / choices.length }));
}

function report(title: string, sets: readonly AskedSet[], weightsOf: (asked: Asked) => RankingFeatures): void {
  for (const { name, asked } of sets) {
    const rankings = asked.map((one) => ordered(one.hits, weightsOf(one)));
    const quality = rankingQuality(
      asked.map(({ query }) => query),
      rankings,
    );
    const figures = [quality.recallAt1.toFixed(3), quality.recallAt5.toFixed(3), quality.ndcgAt10.toFixed(4)];
    console.log(title.padEnd(16), name.padEnd(28), ...figures);
  }
}

function ordered(hits: readonly Hit[], weights: RankingFeatures): string[] {
  const worth = (hit: Hit) => rankingFeatures.reduce((sum, name) => sum + weights[name] * hit.features[name], 0);
  const scored = hits.map((hit) => ({ id: hit.id, score: worth(hit) }));
  return scored.sort((a, b) => b.score - a.score).map(({ id }) => id);
}

function write(weights: RankingFeatures): void {
  const rows = rankingFeatures.map((name) => `  ${name}: ${Number(weights[name].toFixed(4))},`);
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join('libs', 'domain', 'knowledge', 'lexical', 'ranking-weights.ts'),
    `/**
 * Generated by \`npm run bench:fit-ranking\` on ${today} from the tuning halves of ${[...new Set(sets.map(({ name }) => name))].join(', ')}
 * (see bench/retrieval/README.md). Do not edit.
 */
export const rankingWeights = {
${rows.join('\n')}
};
`,
  );
}

main();
