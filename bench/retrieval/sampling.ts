/**
 * Queries in bases of every size, answerable and not, as training data for the calibration. A sample is one of the best
 * three passages of a search and whether it answers the query.
 *
 * Of the queries put to a base half have their passage in it. Of the others a sixth lost their passage only (its article is still
 * there), half lost the whole article, a third belong to another set. Questions written to share words with an article of
 * the base that does not answer them come on top.
 */
import { calibrationFeatures } from '../../libs/domain/knowledge/lexical/calibration';
import {
  type BenchPassage,
  type BenchQuery,
  type Dataset,
  type Half,
  halfOf,
  loadDataset,
  withoutTitles,
} from './datasets';
import { helpCentre } from './help-centre';
import { MemoryBase } from './memory-base';
import { Random } from './random';

export interface Sample {
  features: number[];
  isAnswer: boolean;
  weight: number;
  set: string;
  size: number;
  rank: number;
}

export const baseSizes = [1, 2, 3, 5, 10, 20, 50, 100, 300, 1_000, 2_000] as const;
const queriesOfBase = 40;
/** The other sets go without: a base may have titles or not, and they must not be relied on. */
const hasTitles = /^(squad|stackfaq)/;
/** Passages below the first matter less: thresholds are mostly put to the best one. */
const weightByRank = [1, 0.3, 0.3] as const;

/** A question that shares words with the passage `near` and has no answer anywhere. */
interface Decoy extends BenchQuery {
  near: string;
}

export interface SampledSet extends Dataset {
  decoys: Decoy[];
}

export function helpCentreSet(): SampledSet {
  const passages = helpCentre.map(({ title, body }, i) => ({ id: `help-${i}`, group: `help-${i}`, title, body }));
  const queries = helpCentre.flatMap(({ questions }, i) =>
    questions.map((text, j) => ({ id: `help-${i}-${j}`, text, grades: new Map([[`help-${i}`, 1]]) })),
  );
  const decoys = helpCentre.flatMap(({ unanswerable }, i) =>
    unanswerable.map((text, j) => ({
      id: `decoy-${i}-${j}`,
      text,
      grades: new Map<string, number>(),
      near: `help-${i}`,
    })),
  );
  return { name: 'help-centre', passages, queries, decoys };
}

export function loadSets(folder: string, names: readonly string[]): SampledSet[] {
  const loaded = names.map((name) => loadDataset(folder, name));
  const sets = loaded.map((set) => ({
    ...(hasTitles.test(set.name) ? set : withoutTitles(set)),
    name: set.name,
    decoys: [],
  }));
  return [...sets, helpCentreSet()];
}

/** About `samplesOfSize` searches for every size of base that the set allows. */
export function drawSamples(sets: readonly SampledSet[], half: Half, samplesOfSize: number): Sample[] {
  return sets.flatMap((set) => {
    const others = sets.filter(({ name }) => name !== set.name).flatMap((other) => queriesOf(other, half));
    const own = queriesOf(set, half);
    const sizes = baseSizes.filter((size) => size <= set.passages.length * 1.6);
    return sizes.flatMap((size) => drawOfSize({ set, own, others, half, size, wanted: samplesOfSize }));
  });
}

function queriesOf(set: Dataset, half: Half): BenchQuery[] {
  return set.queries.filter(({ id }) => halfOf(id) === half);
}

interface Draw {
  set: SampledSet;
  own: readonly BenchQuery[];
  others: readonly BenchQuery[];
  half: Half;
  size: number;
  wanted: number;
}

function drawOfSize({ set, own, others, half, size, wanted }: Draw): Sample[] {
  const random = new Random(`${set.name} ${size}`);
  const samples: Sample[] = [];
  for (let searches = 0; searches < wanted; ) {
    const passages = random.shuffled(set.passages).slice(0, size);
    const base = new MemoryBase(passages);
    const queries = chooseQueries(set, passages, { own, others, half }, random);
    if (queries.length === 0) break;
    for (const query of queries) samples.push(...samplesOf(base, query, set.name, size));
    searches += queries.length;
  }
  return samples;
}

function chooseQueries(
  set: SampledSet,
  passages: readonly BenchPassage[],
  { own, others, half }: Pick<Draw, 'own' | 'others' | 'half'>,
  random: Random,
): BenchQuery[] {
  const ids = new Set(passages.map(({ id }) => id));
  const groups = new Set(passages.map(({ group }) => group));
  const inGroups = new Set(set.passages.filter(({ group }) => groups.has(group)).map(({ id }) => id));
  const isIn = ({ grades }: BenchQuery) => [...grades.keys()].some((id) => ids.has(id));
  const answerable = random.shuffled(own.filter(isIn)).slice(0, Math.min(queriesOfBase / 2, 3 * passages.length));
  const absent = random.shuffled(own.filter((query) => !isIn(query)));
  const isNear = ({ grades }: BenchQuery) => [...grades.keys()].some((id) => inGroups.has(id));
  const near = absent.filter(isNear);
  const far = absent.filter((query) => !isNear(query));
  const decoys = random.shuffled(set.decoys.filter((decoy) => ids.has(decoy.near) && halfOf(decoy.id) === half));
  const some = (share: number) => Math.ceil(answerable.length * share);
  const nearby = near.slice(0, some(1 / 6));
  const rest = [...far.slice(0, some(2 / 3) - nearby.length), ...random.shuffled(others).slice(0, some(1 / 3))];
  return [...answerable, ...nearby, ...rest, ...decoys.slice(0, some(1 / 2))];
}

function samplesOf(base: MemoryBase, query: BenchQuery, set: string, size: number): Sample[] {
  const hits = base.search(query.text).slice(0, weightByRank.length);
  return hits.map(({ id, evidence }, rank) => ({
    features: calibrationFeatures(evidence),
    isAnswer: query.grades.has(id),
    weight: weightByRank[rank] ?? 0,
    set,
    size,
    rank,
  }));
}
