/**
 * What is trained and judged. `full`: all examples. `few`: ten and five examples of each label. `typos`: the full model on
 * texts with typing errors. `hidden`: a third of the intents, the texts of all others being out of scope.
 */
import type { LabelledText } from '../../../libs/domain/classification/classifier.types';
import { Random } from '../../retrieval/random';
import type { IntentSet } from '../intent-sets';
import { drawExamples, drawIntents, examplesOf, withHidden } from './sampling';
import { withTypos } from './typos';

export const protocols = ['full', 'typos', 'few', 'hidden'] as const;
export type Protocol = (typeof protocols)[number];

/** One training, and the lists of texts that its model is asked about. */
export interface Trial {
  train: LabelledText[];
  judged: { name: string; texts: LabelledText[] }[];
}

const EXAMPLES_PER_LABEL = [10, 5] as const;
const SEEDS_OF_FEW = 5;
const SEEDS_OF_HIDDEN = 3;
const TYPO_PERCENTS = [5, 10] as const;

export function trialsOf(set: IntentSet, wanted: ReadonlySet<Protocol>): Trial[] {
  const judgedOnAll = [
    ...(wanted.has('full') ? [{ name: 'full', texts: set.judged }] : []),
    ...(wanted.has('typos') ? TYPO_PERCENTS.map((percent) => mistyped(set, percent)) : []),
  ];
  return [
    ...(judgedOnAll.length > 0 ? [{ train: set.train, judged: judgedOnAll }] : []),
    ...(wanted.has('few') ? EXAMPLES_PER_LABEL.flatMap((count) => fewOf(set, count)) : []),
    ...(wanted.has('hidden') ? hiddenOf(set) : []),
  ];
}

function mistyped(set: IntentSet, percent: number): Trial['judged'][number] {
  const random = new Random(`${set.name} typos ${percent}`);
  const texts = set.judged.map(({ text, intent }) => ({ text: withTypos(text, percent / 100, random), intent }));
  return { name: `typos ${percent} %`, texts };
}

function fewOf(set: IntentSet, count: number): Trial[] {
  return seeds(SEEDS_OF_FEW).map((seed) => ({
    train: drawExamples(set.train, count, `${set.name} few ${count} ${seed}`),
    judged: [{ name: `${count} examples`, texts: set.judged }],
  }));
}

function hiddenOf(set: IntentSet): Trial[] {
  return seeds(SEEDS_OF_HIDDEN).map((seed) => {
    const shown = drawIntents(set.train, `${set.name} hidden ${seed}`);
    return {
      train: examplesOf(set.train, shown),
      judged: [{ name: 'hidden', texts: withHidden(set.judged, shown) }],
    };
  });
}

function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
