import { ManualClock } from '#testing';
import { LookupCache } from './lookup-cache';

interface Person {
  name: string;
}

describe('the lookup cache', () => {
  let clock: ManualClock;
  let cache: LookupCache<Person>;
  let lookups: string[];

  const lookUp = (name: string, answer: Person | undefined = { name }) =>
    cache.get(name, async () => {
      lookups.push(name);
      return answer;
    });

  beforeEach(() => {
    clock = new ManualClock();
    cache = new LookupCache(clock, { ttlMs: 5_000, maxFound: 3, maxMissing: 2 });
    lookups = [];
  });

  test('asks once within its time, and again after it', async () => {
    await lookUp('jane');
    clock.advance(4_999);
    expect(await lookUp('jane')).toEqual({ name: 'jane' });
    expect(lookups).toEqual(['jane']);
    clock.advance(1);
    await lookUp('jane');
    expect(lookups).toEqual(['jane', 'jane']);
  });

  test('believes nothing for longer because the clock was set back', async () => {
    await lookUp('jane');
    clock.jump(-3_600_000);
    clock.advance(5_000);
    await lookUp('jane');
    expect(lookups).toEqual(['jane', 'jane']);
  });

  test('asks once for callers who come together', async () => {
    await Promise.all([lookUp('jane'), lookUp('jane'), lookUp('jane')]);
    expect(lookups).toEqual(['jane']);
  });

  test('remembers that there is nothing', async () => {
    expect(await cache.get('nobody', async () => undefined)).toBeUndefined();
    expect(await lookUp('nobody')).toBeUndefined();
    expect(lookups).toEqual([]);
  });

  test('never holds more than its limits, and guesses push out no one who exists', async () => {
    for (const name of ['a', 'b', 'c']) await lookUp(name);
    for (let guess = 0; guess < 100; guess += 1) await cache.get(`guess ${guess}`, async () => undefined);
    await lookUp('a');
    expect(lookups).toEqual(['a', 'b', 'c']);
    await lookUp('d');
    await lookUp('a');
    expect(lookups).toEqual(['a', 'b', 'c', 'd', 'a']);
    await lookUp('guess 0');
    expect(lookups.at(-1)).toBe('guess 0');
  });

  test('forgets one key, and a lookup of it under way is not remembered', async () => {
    await Promise.all([lookUp('jane'), lookUp('joe')]);
    cache.forgetKey('jane');
    const underWay = lookUp('jane');
    cache.forgetKey('jane');
    expect(await underWay).toEqual({ name: 'jane' });
    await Promise.all([lookUp('jane'), lookUp('joe')]);
    expect(lookups).toEqual(['jane', 'joe', 'jane', 'jane']);
  });

  test('forgets everything, also that there is nothing', async () => {
    await lookUp('jane');
    await cache.get('nobody', async () => undefined);
    cache.clear();
    await lookUp('jane');
    await lookUp('nobody');
    expect(lookups).toEqual(['jane', 'jane', 'nobody']);
  });

  test('forgets at once whom it is told to forget, and nobody else', async () => {
    await Promise.all([lookUp('jane'), lookUp('joe')]);
    cache.forget(({ name }) => name === 'jane');
    await Promise.all([lookUp('jane'), lookUp('joe')]);
    expect(lookups).toEqual(['jane', 'joe', 'jane']);
  });

  test('does not keep what was read before it was told to forget', async () => {
    const { promise: stale, resolve } = Promise.withResolvers<Person>();
    const early = cache.get('jane', () => stale);
    cache.forget(() => true);
    const late = lookUp('jane');
    resolve({ name: 'old jane' });
    expect(await early).toEqual({ name: 'old jane' });
    expect(await late).toEqual({ name: 'jane' });
    expect(await lookUp('jane')).toEqual({ name: 'jane' });
    expect(lookups).toEqual(['jane']);
  });

  test('passes a failure to those who wait and does not remember it', async () => {
    const down = () => Promise.reject(new Error('down'));
    await expect(Promise.all([cache.get('jane', down), cache.get('jane', down)])).rejects.toThrow('down');
    expect(await lookUp('jane')).toEqual({ name: 'jane' });
  });
});
