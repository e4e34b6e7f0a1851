/**
 * Counts the background rates and fits the calibration of lexical retrieval, then writes both into the source:
 * `libs/domain/knowledge/lexical/background-rates.ts` and `calibration-coefficients.ts`. Run twice after a change of the
 * background, because the evidence depends on it; build before each run.
 *
 *   npm run bench:calibrate -- --data <folder with one folder a set> [--write] [--samples 400]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeatureName, featureNames, signOf } from '../../libs/domain/knowledge/lexical/calibration';
import type { LanguageCode } from '../../libs/domain/language/languages';
import { countBackground } from './background-table';
import { isOfArticles, loadDataset, withoutTitles } from './datasets';
import { fitLogistic, type LogisticExample, type LogisticModel } from './logistic';
import { auroc, calibrationError, refusedAt } from './metrics';
import { dataFolder, option } from './options';
import { baseSizes, drawSamples, loadSets, type Sample } from './sampling';

const languages: Readonly<Record<string, LanguageCode>> = {
  'squad1-even': 'en',
  'xquad-de': 'de',
  'xquad-es': 'es',
  'stackfaq-first': 'en',
};
const setNames = Object.keys(languages);
/** How much a set counts. Help articles and FAQs are what people put into a bot; the encyclopaedia is there for numbers. */
const setWeights: Readonly<Record<string, number>> = {
  'squad1-even': 1,
  'xquad-de': 0.4,
  'xquad-es': 0.4,
  'stackfaq-first': 1,
  'help-centre': 1.5,
};
const penalty = 3;
const target = join('libs', 'domain', 'knowledge', 'lexical');

function main(): void {
  const folder = dataFolder();
  const wanted = Number(option('samples') ?? 400);
  if (process.argv.includes('--write')) writeBackground(folder);
  const sets = loadSets(folder, setNames);
  const tuning = drawSamples(sets, 'tuning', wanted);
  const model = fitMeaningful(balanced(tuning));
  report('tuning half', tuning, model);
  report('reported half', drawSamples(sets, 'reported', wanted), model);
  featureNames.forEach((name, i) => {
    console.log(name.padEnd(18), (model.coefficients[i] ?? 0).toFixed(3));
  });
  if (process.argv.includes('--write')) writeModel(model, tuning.length);
}

/** Leaves out, one after another, the features whose sign contradicts their meaning, the strongest first. */
function fitMeaningful(examples: readonly LogisticExample[]): LogisticModel {
  const kept = new Set(featureNames.keys());
  for (;;) {
    const restricted = examples.map((example) => ({
      ...example,
      features: example.features.map((value, i) => (kept.has(i) ? value : 0)),
    }));
    const { standardised, ...model } = fitLogistic(restricted, penalty);
    const wrong = [...kept].filter((i) => signOf(featureNames[i] as FeatureName) * (standardised[i] ?? 0) < 0);
    if (wrong.length === 0) return { standardised, ...model };
    wrong.sort((a, b) => Math.abs(standardised[b] ?? 0) - Math.abs(standardised[a] ?? 0));
    kept.delete(wrong[0] as number);
  }
}

/** Every set counts by its weight and every size of base alike, however many samples there are of it. */
function balanced(samples: readonly Sample[]) {
  const totals = new Map<string, number>();
  const keyOf = ({ set, size }: Sample) => `${set} ${size}`;
  for (const sample of samples) totals.set(keyOf(sample), (totals.get(keyOf(sample)) ?? 0) + sample.weight);
  return samples.map((sample) => ({
    features: sample.features,
    isPositive: sample.isAnswer,
    weight: (sample.weight * 200 * (setWeights[sample.set] ?? 1)) / (totals.get(keyOf(sample)) ?? 1),
  }));
}

function report(title: string, samples: readonly Sample[], model: LogisticModel): void {
  console.log(`${title}: best passages only                n  AUROC  refused@5%  ECE   >=.7 right / wrong`);
  const first = samples.filter(({ rank }) => rank === 0);
  for (const set of new Set(first.map((sample) => sample.set)))
    line(
      set,
      first.filter((sample) => sample.set === set),
      model,
    );
  for (const size of baseSizes)
    line(
      `size ${size}`,
      first.filter((sample) => sample.size === size),
      model,
    );
  line('all', first, model);
  line(
    'second and third',
    samples.filter(({ rank }) => rank > 0),
    model,
  );
}

function line(title: string, samples: readonly Sample[], model: LogisticModel): void {
  if (samples.length === 0) return;
  const predictions = samples.map(({ features, isAnswer }) => ({
    probability: probabilityOf(features, model),
    isRight: isAnswer,
  }));
  const right = predictions.filter(({ isRight }) => isRight).map(({ probability }) => probability);
  const wrong = predictions.filter(({ isRight }) => !isRight).map(({ probability }) => probability);
  const above = (values: readonly number[]) =>
    (values.filter((value) => value >= 0.7).length / Math.max(1, values.length)).toFixed(2);
  console.log(
    `  ${title.padEnd(34)} ${String(samples.length).padStart(6)}  ${auroc(right, wrong).toFixed(3)}  ${refusedAt(right, wrong, 0.05).toFixed(2)}        ${calibrationError(predictions).toFixed(3)}  ${above(right)} / ${above(wrong)}`,
  );
}

function probabilityOf(features: readonly number[], model: LogisticModel): number {
  const sum = features.reduce((total, value, i) => total + value * (model.coefficients[i] ?? 0), model.intercept);
  return 1 / (1 + Math.exp(-sum));
}

function writeBackground(folder: string): void {
  const counted = setNames.map((name) => {
    const set = loadDataset(folder, name);
    return { ...(isOfArticles.test(name) ? withoutTitles(set) : set), language: languages[name] as LanguageCode };
  });
  writeFileSync(
    join(target, 'background-rates.ts'),
    `/**
 * Generated by \`npm run bench:calibrate\` on ${today()}: common stems with the share of passages or questions that hold them, per
 * mille, counted in ${setNames.join(', ')} (see bench/retrieval/README.md). Do not edit.
 */
export const commonStems = \`
${wrapped(countBackground(counted))}
\`;
`,
  );
}

/** Lines of at most 120 characters. */
function wrapped(words: string): string {
  return words.replace(/(.{1,118})(?: |$)/gu, '$1\n').trimEnd();
}

function writeModel(model: LogisticModel, samples: number): void {
  const used = featureNames.filter((_, i) => model.coefficients[i] !== 0);
  const rows = used.map(
    (name) => `  ${name}: ${Number((model.coefficients[featureNames.indexOf(name)] ?? 0).toFixed(4))},`,
  );
  writeFileSync(
    join(target, 'calibration-coefficients.ts'),
    `/**
 * Generated by \`npm run bench:calibrate\` on ${today()} from ${samples} samples of the tuning halves of ${setNames.join(', ')} and
 * the help centre of bench/retrieval, in bases of 1 to 2,000 passages. Do not edit.
 */
export const calibrationIntercept = ${Number(model.intercept.toFixed(4))};

export const calibrationCoefficients = {
${rows.join('\n')}
};
`,
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

main();
