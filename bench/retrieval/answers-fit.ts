/**
 * Fits what replies weigh a sentence by (`unitCoefficients`) and how likely what was found holds the answer
 * (`foundCoefficients`), on the tuning half, and prints both beside those that are shipped. They are written into
 * `libs/domain/replies/evidence/coefficients.ts` by hand, rounded, and only when every set gains: the shipped ones were fitted to
 * help articles as well.
 *
 *   node dist/bench/retrieval/answers-fit.js --data <folder> [--sets squad1-even] [--limit n]
 */
import { detectLanguage } from '../../libs/domain/language/language-detection';
import { withoutAskingWords } from '../../libs/domain/replies/evidence/asking-words';
import { type Assessment, assess } from '../../libs/domain/replies/evidence/assessment';
import { foundFeatureNames, foundFeatures } from '../../libs/domain/replies/evidence/calibration';
import { foundCoefficients, unitCoefficients } from '../../libs/domain/replies/evidence/coefficients';
import { unitFeatures } from '../../libs/domain/replies/evidence/unit-evidence';
import { logOdds, probabilityOf } from '../../libs/domain/replies/evidence/unit-score';
import { toLlmPassage } from '../../libs/domain/replies/pipeline/nodes';
import { searchIn } from './answers-memory';
import { fitConditionalLogit } from './conditional-logit';
import { type BenchPassage, type BenchQuery, type Dataset, halfOf, loadDataset } from './datasets';
import { fitLogistic, type LogisticExample } from './logistic';
import { auroc, refusedAt } from './metrics';
import { option } from './options';

const penalty = 3;
const choicePenalty = 1e-3;
const falseRefusals = 0.05;
const choiceNames = [...unitFeatures, 'passageOdds', 'oddsBehindBest'] as const;

/** A sentence that may be quoted. */
interface Sentence {
  features: readonly number[];
  isRight: boolean;
}

type Look = (query: BenchQuery) => Assessment;

function lookIn(passages: readonly BenchPassage[]): Look {
  const search = searchIn(passages);
  return ({ text }) => {
    const language = detectLanguage(text, 'en');
    const found = search(withoutAskingWords(text, language));
    return assess({ text, words: text }, language, found.map(toLlmPassage));
  };
}

/** The sentences of what was found; right are those of the right passage that hold an answer. */
function sentencesOf({ passages }: Assessment, { grades, answers = [] }: BenchQuery): Sentence[] {
  const bestOdds = Math.max(...passages.map(({ passage }) => logOdds(passage.score)));
  return passages.flatMap(({ passage, units }) => {
    const odds = logOdds(passage.score);
    return units.map(({ unit, evidence }) => ({
      features: [...unitFeatures.map((name) => evidence[name]), odds, odds - bestOdds],
      isRight: grades.has(passage.id) && answers.some((answer) => unit.text.includes(answer)),
    }));
  });
}

function fitUnits(set: Dataset, queries: readonly BenchQuery[]): void {
  const look = lookIn(set.passages);
  const choices = queries.map((query) => sentencesOf(look(query), query));
  const fitted = fitSentences(choices);
  const shipped = choiceNames.map((name) => unitCoefficients[name]);
  console.log(
    `sentences of ${set.name}: first is right ${share(choices, shipped)} shipped, ${share(choices, fitted)} fitted`,
  );
  choiceNames.forEach((name, i) => {
    row(name, shipped[i] ?? 0, fitted[i] ?? 0);
  });
}

/** Of those questions that one of the sentences answers; several right ones share. */
function fitSentences(choices: readonly (readonly Sentence[])[]): number[] {
  const answerable = choices.filter((of) => of.some(({ isRight }) => isRight));
  const lists = answerable.map((of) => {
    const count = of.filter(({ isRight }) => isRight).length;
    return {
      candidates: of.map(({ features }) => features),
      right: of.map(({ isRight }) => (isRight ? 1 / count : 0)),
      weight: 1,
    };
  });
  return fitConditionalLogit(lists, { signs: choiceNames.map(() => 0 as const), penalty: choicePenalty });
}

function share(choices: readonly (readonly Sentence[])[], weights: readonly number[]): string {
  const worth = ({ features }: Sentence) => features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
  const right = choices.filter((of) => of.toSorted((a, b) => worth(b) - worth(a))[0]?.isRight).length;
  return ((100 * right) / Math.max(1, choices.length)).toFixed(1);
}

/** Bases of half the articles each: every question is put to both. */
function fitFound(set: Dataset, queries: readonly BenchQuery[]): void {
  const groups = [...new Set(set.passages.map(({ group }) => group))];
  const examples = [0, 1].flatMap((parity) => {
    const dealt = new Set(groups.filter((_, i) => i % 2 === parity));
    const passages = set.passages.filter(({ group }) => dealt.has(group));
    const ids = new Set(passages.map(({ id }) => id));
    const look = lookIn(passages);
    return queries.flatMap((query): LogisticExample[] => {
      const { question, passages: found, best } = look(query);
      if (best === undefined) return [];
      const features = foundFeatures(question, found, best);
      const isPositive = [...query.grades.keys()].some((id) => ids.has(id));
      return [{ features: foundFeatureNames.map((name) => features[name]), isPositive, weight: 1 }];
    });
  });
  const { intercept, coefficients } = fitLogistic(examples, penalty);
  const shipped = foundFeatureNames.map((name) => foundCoefficients[name]);
  console.log(
    `no context in ${set.name}: ${quality(examples, shipped)} shipped, ${quality(examples, coefficients)} fitted`,
  );
  row('intercept', foundCoefficients.intercept, intercept);
  foundFeatureNames.forEach((name, i) => {
    row(name, shipped[i] ?? 0, coefficients[i] ?? 0);
  });
}

function quality(examples: readonly LogisticExample[], coefficients: readonly number[]): string {
  const of = (wanted: boolean) =>
    examples
      .filter(({ isPositive }) => isPositive === wanted)
      .map(({ features }) =>
        probabilityOf(features.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0)),
      );
  const [positives, negatives] = [of(true), of(false)];
  return `AUROC ${auroc(positives, negatives).toFixed(3)}, refused ${(100 * refusedAt(positives, negatives, falseRefusals)).toFixed(1)} %`;
}

function row(name: string, shipped: number, fitted: number): void {
  console.log(`  ${name.padEnd(22)} ${shipped.toFixed(2).padStart(7)} ${fitted.toFixed(2).padStart(7)}`);
}

function main(): void {
  const folder = option('data');
  if (folder === undefined) throw new Error('Say where the sets are: --data <folder>');
  const limit = Number(option('limit') ?? Number.POSITIVE_INFINITY);
  for (const name of (option('sets') ?? 'squad1-even').split(',')) {
    const set = loadDataset(folder, name);
    const queries = set.queries.filter(({ id, answers }) => halfOf(id) === 'tuning' && answers).slice(0, limit);
    fitUnits(set, queries);
    fitFound(set, queries);
  }
}

main();
