/**
 * Questions that ask the same in other words, with typing errors, in other case or with courtesies around, as clusters. No two
 * questions that ask for opposites, for another thing or another number are in one; in doubt they stay apart.
 */
import { questionsMatch } from '../evidence/question-match';
import { candidatesOf } from './candidates';
import { type Compare, LEAST_PROBABILITY, Merging, type SimilarPair } from './merging';
import { type AskedText, compareTexts, type QuestionUnit, questionUnits } from './question-units';

export interface QuestionCluster {
  /** The most typical of the texts. */
  representative: string;
  /** In the order of the texts. */
  ids: readonly string[];
}

/** Between two pauses of the work in steps: some ten milliseconds. A merger compares up to 36 pairs. */
const comparisonsAtOnce = 300;
const mergesAtOnce = 20;
/** Of a cluster, the units among which the most typical one is looked for. */
const maxCompared = 12;

const likelySame: Compare = (one, other) => questionsMatch(one.question, other.question);

/**
 * The largest cluster first. Every text is in one; many are alone. The same texts give the same clusters. Time is in
 * proportion to the texts: 5,000 different ones take three to five seconds, so who serves requests uses
 * `clusterQuestionsInSteps`.
 */
export function clusterQuestions(
  texts: readonly AskedText[],
  compare: Compare = likelySame,
): readonly QuestionCluster[] {
  const steps = clustering(texts, compare);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses, in which other work gets its turn. */
export async function clusterQuestionsInSteps(texts: readonly AskedText[]): Promise<readonly QuestionCluster[]> {
  const steps = clustering(texts, likelySame);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resume) => setImmediate(resume));
  }
}

function* clustering(texts: readonly AskedText[], compare: Compare): Generator<void, QuestionCluster[]> {
  const units = yield* questionUnits(texts);
  const pairs = yield* similarPairs(units, compare);
  const merging = new Merging(units, compare);
  for (const [at, pair] of pairs.entries()) {
    merging.join(pair);
    if (at % mergesAtOnce === 0) yield;
  }
  const order = new Map(texts.map(({ id }, place) => [id, place]));
  const clusters: QuestionCluster[] = [];
  for (const places of merging.clusters()) {
    const members = places.map((place) => units[place] as QuestionUnit);
    clusters.push(toCluster(members, order, compare));
    if (clusters.length % mergesAtOnce === 0) yield;
  }
  return clusters.sort((a, b) => b.ids.length - a.ids.length || compareTexts(a.representative, b.representative));
}

/** The surest first. */
function* similarPairs(units: readonly QuestionUnit[], compare: Compare): Generator<void, SimilarPair[]> {
  const candidates = yield* candidatesOf(units);
  const pairs: SimilarPair[] = [];
  let compared = 0;
  for (const [one, ofOne] of candidates.entries()) {
    for (const { place: other } of ofOne) {
      const probability = compare(units[one] as QuestionUnit, units[other] as QuestionUnit);
      if (probability >= LEAST_PROBABILITY) pairs.push({ one, other, probability });
      if (++compared % comparisonsAtOnce === 0) yield;
    }
  }
  return pairs.sort((a, b) => b.probability - a.probability || a.one - b.one || a.other - b.other);
}

function toCluster(
  units: readonly QuestionUnit[],
  order: ReadonlyMap<string, number>,
  compare: Compare,
): QuestionCluster {
  const ids = units.flatMap((unit) => unit.ids).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { representative: mostTypical(units.slice(0, maxCompared), compare), ids };
}

/** What is nearest to all the others, each weighed by how often it was said; itself included. */
function mostTypical(units: readonly QuestionUnit[], compare: Compare): string {
  const nearness = (unit: QuestionUnit) =>
    units.reduce((sum, other) => sum + other.ids.length * (other === unit ? 1 : compare(unit, other)), 0);
  const ranked = units.map((unit) => ({
    text: unit.text,
    nearness: units.length < 3 ? unit.ids.length : nearness(unit),
  }));
  ranked.sort((a, b) => b.nearness - a.nearness || a.text.length - b.text.length || compareTexts(a.text, b.text));
  return ranked[0]?.text ?? '';
}
