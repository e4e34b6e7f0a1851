import { WaitingLine } from './waiting-line';

describe('the waiting line', () => {
  let line: WaitingLine;
  let begun: number[];
  let ends: Array<(failure?: Error) => void>;

  beforeEach(() => {
    line = new WaitingLine({ maxRunning: 2, maxWaiting: 3 }, () => new Error('full'));
    begun = [];
    ends = [];
  });

  const come = (number: number) =>
    line
      .run(() => {
        begun.push(number);
        const { promise, resolve, reject } = Promise.withResolvers<number>();
        ends.push((failure) => (failure ? reject(failure) : resolve(number)));
        return promise;
      })
      .catch((error: Error) => error.message);

  test('runs two at a time, in the order in which they came', async () => {
    const all = [1, 2, 3, 4, 5].map(come);
    await Promise.resolve();
    expect(begun).toEqual([1, 2]);
    for (let number = 1; number <= 5; number += 1) {
      ends[number - 1]!();
      expect(await all[number - 1]).toBe(number);
    }
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });

  test('refuses whoever comes when it is full, and takes others when it is not', async () => {
    const first = [1, 2, 3, 4, 5].map(come);
    expect(await come(6)).toBe('full');
    ends[0]!();
    await first[0];
    const seventh = come(7);
    expect(await come(8)).toBe('full');
    for (let end = 1; end < 6; end += 1) {
      ends[end]!();
      await [...first, seventh][end];
    }
    expect(begun).toEqual([1, 2, 3, 4, 5, 7]);
  });

  test('goes on after a work that failed', async () => {
    const all = [1, 2, 3].map(come);
    await Promise.resolve();
    ends[0]!(new Error('failed'));
    expect(await all[0]).toBe('failed');
    ends[1]!();
    ends[2]!();
    expect(await Promise.all(all)).toEqual(['failed', 2, 3]);
  });
});
