/**
 * Clusters of units, merged from the surest pair on. Two clusters become one only if what is typical of each asks the same as
 * what is typical of the other: a chain of neighbours ("open an account", "account", "close an account") never joins its ends.
 */
import type { QuestionUnit } from './question-units';

/** How likely two units ask the same. */
export type Compare = (one: QuestionUnit, other: QuestionUnit) => number;

export interface SimilarPair {
  one: number;
  other: number;
  probability: number;
}

/** A pair that may begin a cluster. */
export const LEAST_PROBABILITY = 0.6;
/** On average over what is typical of both. */
const leastAverage = 0.6;
/** One pair below that, an opposite or another number, keeps the clusters apart. */
const leastOfAny = 0.25;
/** Members that stand for a cluster: evenly from the most to the least said. */
const typicalMembers = 6;

export class Merging {
  /** Place -> place of its cluster's first unit. */
  private readonly heads: number[];
  private readonly members = new Map<number, number[]>();
  private readonly refused = new Set<string>();
  private readonly known = new Map<string, number>();

  constructor(
    private readonly units: readonly QuestionUnit[],
    private readonly compare: Compare,
  ) {
    this.heads = units.map((_, place) => place);
    for (const place of this.heads) this.members.set(place, [place]);
  }

  /** @param pair of units that ask the same by themselves */
  join({ one, other, probability }: SimilarPair): void {
    this.known.set(pairKey(one, other), probability);
    const [first, second] = [this.heads[one] as number, this.heads[other] as number].sort((a, b) => a - b) as [
      number,
      number,
    ];
    if (first === second || this.refused.has(pairKey(first, second))) return;
    if (!this.askTheSame(first, second)) this.refused.add(pairKey(first, second));
    else this.merge(first, second);
  }

  /** Places of the units of each cluster, the most said first. */
  clusters(): readonly (readonly number[])[] {
    return [...this.members.values()];
  }

  private askTheSame(first: number, second: number): boolean {
    const [ours, theirs] = [this.typical(first), this.typical(second)];
    let spare = (1 - leastAverage) * ours.length * theirs.length;
    for (const one of ours) {
      for (const other of theirs) {
        const probability = this.probability(one, other);
        spare -= 1 - probability;
        if (probability < leastOfAny || spare < 0) return false;
      }
    }
    return true;
  }

  private merge(first: number, second: number): void {
    const moved = this.members.get(second) ?? [];
    for (const place of moved) this.heads[place] = first;
    const all = [...(this.members.get(first) ?? []), ...moved];
    this.members.set(
      first,
      all.sort((a, b) => a - b),
    );
    this.members.delete(second);
  }

  private typical(head: number): readonly number[] {
    const all = this.members.get(head) ?? [];
    if (all.length <= typicalMembers) return all;
    return Array.from(
      { length: typicalMembers },
      (_, at) => all[Math.floor((at * all.length) / typicalMembers)] as number,
    );
  }

  private probability(one: number, other: number): number {
    const key = pairKey(one, other);
    const known =
      this.known.get(key) ?? this.compare(this.units[one] as QuestionUnit, this.units[other] as QuestionUnit);
    this.known.set(key, known);
    return known;
  }
}

function pairKey(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
