import type { Insight, InsightItem, InsightUnit } from '../insights.types';

interface Found {
  id: string;
  title: string;
  text: string;
  /** How many there are, of all periods' worth of items; what `unit` says. */
  current: number;
  unit?: InsightUnit;
  items: readonly InsightItem[];
}

/** Something that is so in this period, with what it is about. */
export function finding({ unit = 'count', ...found }: Found): Insight {
  const untested = { previous: null, changePercent: null, pValue: null, adjustedPValue: null, effect: null };
  return { kind: 'finding', unit, ...found, ...untested, isSignificant: false, verdict: null, samples: null };
}

/** "1 message", "2 messages". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** Each key with what it counts, the greatest first; keys that count the same in their own order. */
export function tally<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): [key: string, count: number][] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
