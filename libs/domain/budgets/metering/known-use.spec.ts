import { ManualClock } from '#testing';
import type { Counter } from './counters';
import { KnownUse } from './known-use';

function counter(subjectId: string, allowance: number, minute: number): Counter {
  const startsAt = new Date(Date.UTC(2026, 0, 1, 0, minute));
  const endsAt = new Date(startsAt.getTime() + 60_000);
  return { subject: 'key', measure: 'requests', period: 'minute', subjectId, allowance, startsAt, endsAt };
}

test('counters that have room are not remembered, and each window is one of its own', () => {
  const known = new KnownUse(new ManualClock());
  known.note('t', counter('a', 10, 0), 9);
  known.note('t', counter('b', 10, 0), 10);
  expect(known.size).toBe(1);
  expect(known.usedOf('t', counter('b', 99, 0))).toBe(10);
  expect(known.usedOf('t', counter('b', 10, 1))).toBe(0);
  expect(known.usedOf('other', counter('b', 10, 0))).toBe(0);
});

test('there are never more than the limit: windows that are over go first, then the oldest', () => {
  const clock = new ManualClock('2026-01-01T00:01:30Z');
  const known = new KnownUse(clock, 3);
  known.note('t', counter('a', 1, 1), 1);
  known.note('t', counter('b', 1, 0), 1);
  known.note('t', counter('c', 1, 1), 1);
  known.note('t', counter('d', 1, 1), 1);
  expect(['a', 'b', 'c', 'd'].map((id) => known.usedOf('t', counter(id, 1, id === 'b' ? 0 : 1)))).toEqual([1, 0, 1, 1]);
  known.note('t', counter('e', 1, 1), 1);
  expect(known.usedOf('t', counter('a', 1, 1))).toBe(0);
  expect(known.size).toBe(3);
});
