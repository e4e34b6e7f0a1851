import { meanInterval, shareInterval } from './intervals';

describe('the interval of a share', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I,
  // method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (hits, total, low, high) => {
    const found = shareInterval({ hits, total });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  test('of all mirrors that of none, and nothing has none', () => {
    const all = shareInterval({ hits: 20, total: 20 });
    expect(all?.low).toBeCloseTo(1 - 0.1611, 4);
    expect(all?.high).toBe(1);
    expect(shareInterval({ hits: 0, total: 0 })).toBeNull();
  });
});

describe('the interval of a mean', () => {
  // Quantiles of Student's t from any table: 12.706 with 1 degree of freedom, 2.228 with 10, 1.984 with 100.
  test.each([
    [2, 12.706],
    [11, 2.228],
    [101, 1.984],
  ])('of %d reaches %d standard errors', (count, quantile) => {
    const found = meanInterval({ count, mean: 5, variance: count });
    expect(found?.high).toBeCloseTo(5 + quantile, 3);
    expect(found?.low).toBeCloseTo(5 - quantile, 3);
  });

  test('needs two', () => {
    expect(meanInterval({ count: 1, mean: 5, variance: 0 })).toBeNull();
  });
});
