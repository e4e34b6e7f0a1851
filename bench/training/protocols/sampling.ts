/** Smaller and narrower sets out of large ones, the same for the same seed. */
import { type LabelledText, OUT_OF_SCOPE } from '../../../libs/domain/classification/classifier.types';
import { Random } from '../../retrieval/random';
import { inScopeIntents, isInScope } from '../intent-sets';

/** So many examples of each label, out of scope among them; all where there are fewer. */
export function drawExamples(texts: readonly LabelledText[], perLabel: number, seed: string): LabelledText[] {
  const random = new Random(seed);
  const byLabel = Map.groupBy(texts, ({ intent }) => intent);
  return [...byLabel].flatMap(([, ofLabel]) => random.shuffled(ofLabel).slice(0, perLabel));
}

const SHOWN = 1 / 3;
/** One alone has nothing to be told from. */
const SHOWN_AT_LEAST = 2;

/** A third of the intents. */
export function drawIntents(texts: readonly LabelledText[], seed: string): Set<string> {
  const intents = inScopeIntents(texts);
  const wanted = Math.max(SHOWN_AT_LEAST, Math.round(intents.length * SHOWN));
  return new Set(new Random(seed).shuffled(intents).slice(0, wanted));
}

/** Examples of the shown intents, and nothing that is out of scope. */
export function examplesOf(texts: readonly LabelledText[], shown: ReadonlySet<string>): LabelledText[] {
  return texts.filter(({ intent }) => shown.has(intent));
}

/** Texts of all intents, where those of hidden ones are out of scope; what was so anyway is left out. */
export function withHidden(texts: readonly LabelledText[], shown: ReadonlySet<string>): LabelledText[] {
  return texts
    .filter(isInScope)
    .map(({ text, intent }) => ({ text, intent: shown.has(intent) ? intent : OUT_OF_SCOPE }));
}

/** So many, at even distances; all where there are fewer. */
export function evenly<Item>(items: readonly Item[], wanted: number): Item[] {
  const before = (at: number) => Math.floor((at * wanted) / items.length);
  return items.filter((_, at) => before(at) < before(at + 1));
}
