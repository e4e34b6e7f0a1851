import { differenceInterval, differenceProbability, tailProbability } from './paired-test';

describe('the test of two models on the same examples', () => {
  it.each([
    [0, 0, 1],
    [5, 5, 1],
    [6, 0, 2 / 64],
    [0, 6, 2 / 64],
    // Both tails of a binomial of 10: (1 + 10 + 45) / 1,024 each.
    [8, 2, 112 / 1_024],
  ])('of %i gained and %i lost is the exact binomial', (gained, lost, expected) => {
    expect(differenceProbability(gained, lost)).toBeCloseTo(expected, 10);
  });

  it('is one-sided for those who only ask whether one is worse', () => {
    expect(tailProbability(5, 5)).toBeCloseTo(1 / 32, 10);
    expect(tailProbability(0, 5)).toBeCloseTo(1, 10);
    expect(tailProbability(0, 0)).toBe(1);
  });

  it('holds for many examples', () => {
    expect(tailProbability(10_000, 20_000)).toBeCloseTo(0.5028, 3);
    expect(tailProbability(10_300, 20_000)).toBeLessThan(1e-4);
  });
});

describe('the interval of the difference', () => {
  it('holds nought where as much was gained as lost, and not where much more was', () => {
    const [low, high] = differenceInterval(5, 5, 100);
    expect(low).toBeCloseTo(-high, 10);
    expect(differenceInterval(30, 5, 200)[0]).toBeGreaterThan(0);
    expect(differenceInterval(5, 30, 200)[1]).toBeLessThan(0);
  });

  it('is not of width 0 where nothing differs, and stays within what is possible', () => {
    const [low, high] = differenceInterval(0, 0, 50);
    expect(high - low).toBeGreaterThan(0.02);
    expect(differenceInterval(1, 0, 1)[1]).toBeLessThanOrEqual(1);
  });
});
