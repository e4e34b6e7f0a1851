/**
 * Fits and measures `sameQuestionProbability`: the tuning half of the messages fits, the other half is reported. Then, unless
 * `--direct` is said, measures what the product makes of questions through its HTTP API; `--api` does that alone.
 *
 *   node dist/bench/questions/match.js --data <folder with one folder a set> [--write] [--show 20] [--direct | --api [--counts 0,3] [--half reported]]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MatchFeatures, matchFeatureNames } from '../../libs/domain/replies/evidence/question-match-features';
import { fitLogistic, type LogisticExample } from '../retrieval/logistic';
import { auroc, calibrationError } from '../retrieval/metrics';
import { option } from '../retrieval/options';
import { type Candidate, drawSamples, type Sample } from './samples';
import { measureThroughApi } from './through-api';

type Model = Record<string, number>;

const penalty = 1;
/** A max over phrasings is fitted by choosing the best ones anew with what was fitted before. */
const rounds = 4;
const firstModel: Model = { intercept: -4, product: 6, gramShare: 2 };
/** What a feature must do to the probability; what the data says against it is left out. */
const signs: Partial<Record<keyof MatchFeatures, 1 | -1>> = {
  lessCovered: 1,
  moreCovered: 1,
  product: 1,
  gramShare: 1,
  orderShare: 1,
  bothMiss: -1,
  missedByAsked: -1,
  missedByPhrasing: -1,
  largestMissed: -1,
  largestShareMissed: -1,
  aspectOfOne: -1,
  aspectClash: -1,
  opposite: -1,
  numberClash: -1,
};
/** How much a set counts: what people ask businesses most, questions of programmers and of readers for their variety. */
const setWeights: Readonly<Record<string, number>> = {
  written: 1.5,
  'written-1': 1.5,
  'stackfaq-1': 0.4,
  'stackfaq-4': 0.4,
  squad: 0.3,
};
const target = join('libs', 'domain', 'replies', 'evidence', 'question-match-coefficients.ts');

async function main(): Promise<void> {
  const folder = option('data');
  if (folder === undefined) throw new Error('Say where the sets are: --data <folder>');
  if (!process.argv.includes('--api')) measureMatches(folder);
  if (!process.argv.includes('--direct')) await measureThroughApi(folder);
}

function measureMatches(folder: string): void {
  const tuning = drawSamples(folder, 'tuning');
  const reported = drawSamples(folder, 'reported');
  const model = fitted(tuning);
  console.log(JSON.stringify(model));
  report('tuning half', tuning, model);
  report('reported half', reported, model);
  show(tuning, model, Number(option('show') ?? 0));
  if (process.argv.includes('--write')) write(model, tuning.length);
}

function fitted(samples: readonly Sample[]): Model {
  let model = firstModel;
  for (let round = 0; round < rounds; round++) model = fitMeaningful(examplesOf(samples, model));
  return model;
}

function fitMeaningful(examples: readonly LogisticExample[]): Model {
  const kept = new Set(matchFeatureNames.keys());
  for (;;) {
    const restricted = examples.map((example) => ({
      ...example,
      features: example.features.map((value, i) => (kept.has(i) ? value : 0)),
    }));
    const { intercept, coefficients, standardised } = fitLogistic(restricted, penalty);
    const against = (i: number) => (signs[matchFeatureNames[i]!] ?? 0) * (standardised[i] ?? 0);
    const wrong = [...kept].filter((i) => against(i) < 0).sort((a, b) => against(a) - against(b));
    if (wrong.length === 0) {
      const used = [...kept].map((i) => [matchFeatureNames[i]!, coefficients[i]!] as const);
      return { intercept, ...Object.fromEntries(used) };
    }
    kept.delete(wrong[0]!);
  }
}

/** Same and not the same weigh alike within a set; the best phrasing stands for its question. */
function examplesOf(samples: readonly Sample[], model: Model): LogisticExample[] {
  const counts = new Map<string, number>();
  const all = samples.flatMap(({ set, candidates }) => candidates.map((candidate) => ({ set, candidate })));
  const keyOf = ({ set, candidate }: (typeof all)[number]) => `${set} ${candidate.isSame}`;
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return all.map((one) => {
    const best = bestOf(one.candidate, model);
    const features = matchFeatureNames.map((name) => best[name]);
    const weight = (1_000 * (setWeights[one.set] ?? 1)) / (counts.get(keyOf(one)) ?? 1);
    return { features, isPositive: one.candidate.isSame, weight };
  });
}

function bestOf({ features }: Candidate, model: Model): MatchFeatures {
  return features.reduce((best, next) => (probabilityOf(next, model) > probabilityOf(best, model) ? next : best));
}

function probabilityOf(features: MatchFeatures, model: Model): number {
  const sum = matchFeatureNames.reduce((total, name) => total + (model[name] ?? 0) * features[name], 0);
  return 1 / (1 + Math.exp(-(model.intercept ?? 0) - sum));
}

/** Of what is not the same only the likest question of each message counts, which is what a search puts forward. */
function report(title: string, samples: readonly Sample[], model: Model): void {
  console.log(`${title.padEnd(16)}     n  AUROC  ECE    same >=.7  not the same >=.7  >=.5  right first`);
  for (const set of [...new Set(samples.map((sample) => sample.set)), undefined]) {
    const chosen = samples.filter((sample) => set === undefined || sample.set === set);
    const scored = chosen.map(({ candidates }) => ({
      same: candidates.filter(({ isSame }) => isSame).map((one) => probabilityOf(bestOf(one, model), model)),
      others: candidates.filter(({ isSame }) => !isSame).map((one) => probabilityOf(bestOf(one, model), model)),
    }));
    const same = scored.flatMap((one) => one.same);
    const others = scored.map((one) => Math.max(0, ...one.others));
    const predictions = [
      ...same.map((probability) => ({ probability, isRight: true })),
      ...others.map((probability) => ({ probability, isRight: false })),
    ];
    const share = (values: readonly number[], least: number) =>
      ((100 * values.filter((value) => value >= least).length) / Math.max(1, values.length)).toFixed(1).padStart(5);
    const first = scored.filter((one) => one.same.length > 0 && one.same[0]! > Math.max(0, ...one.others)).length;
    console.log(
      `  ${(set ?? 'all').padEnd(14)} ${String(chosen.length).padStart(5)}  ${same.length === 0 ? '  -  ' : auroc(same, others).toFixed(3)}  ${calibrationError(predictions).toFixed(3)}  ${share(same, 0.7)}      ${share(others, 0.7)}              ${share(others, 0.5)} ${((100 * first) / Math.max(1, chosen.length)).toFixed(1).padStart(6)}`,
    );
  }
}

/** The worst mistakes of the tuning half. */
function show(samples: readonly Sample[], model: Model, count: number): void {
  const all = samples.flatMap(({ set, asked, candidates }) =>
    candidates.map((one) => ({ set, asked, ...one, probability: probabilityOf(bestOf(one, model), model) })),
  );
  const line = ({ set, asked, phrasings, probability }: (typeof all)[number]) =>
    console.log(`${probability.toFixed(2)} ${set} | ${asked} | ${phrasings.slice(0, 4).join(' / ')}`);
  const written = all.filter(({ set }) => set.startsWith(option('of') ?? 'written'));
  written
    .filter(({ isSame }) => isSame)
    .sort((a, b) => a.probability - b.probability)
    .slice(0, count)
    .forEach(line);
  console.log('---');
  written
    .filter(({ isSame }) => !isSame)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count)
    .forEach(line);
}

function write(model: Model, samples: number): void {
  const rows = Object.entries(model).map(([name, value]) => `  ${name}: ${value.toFixed(3)},`);
  writeFileSync(
    target,
    `/**
 * Generated by \`npm run bench:questions -- --data <folder> --write\` on ${new Date().toISOString().slice(0, 10)} from ${samples} messages of the tuning halves of its sets
 * (see bench/questions/README.md). Do not edit.
 */
export const matchCoefficients = {
${rows.join('\n')}
};
`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
