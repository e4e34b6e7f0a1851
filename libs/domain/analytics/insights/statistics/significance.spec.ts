import { adjustedPValues, compareMeans, compareRates, compareShares } from './significance';

describe('rates', () => {
  test('differ as far as chance allows: 60 against 40 in the same time', () => {
    const found = compareRates({ count: 60, exposure: 1 }, { count: 40, exposure: 1 });
    // z = 20 / sqrt(100) = 2
    expect(found?.pValue).toBeCloseTo(0.04550026, 7);
    expect(found?.effect).toEqual({ name: 'rate_ratio', value: 1.5 });
  });

  test('are per time, so that half a day is compared with a whole one', () => {
    expect(compareRates({ count: 50, exposure: 0.5 }, { count: 100, exposure: 1 })?.pValue).toBe(1);
  });

  test('of events that come in bursts differ less surely', () => {
    const found = compareRates({ count: 60, exposure: 1 }, { count: 40, exposure: 1 }, 4);
    expect(found?.pValue).toBeCloseTo(0.31731051, 7);
  });

  test('are not compared when nothing happened, and have no ratio to nothing', () => {
    expect(compareRates({ count: 0, exposure: 1 }, { count: 0, exposure: 1 })).toBeNull();
    expect(compareRates({ count: 0, exposure: 0 }, { count: 4, exposure: 1 })).toBeNull();
    expect(compareRates({ count: 9, exposure: 1 }, { count: 0, exposure: 1 })?.effect.value).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

describe('shares', () => {
  test('differ by the pooled z test: 45 of 100 against 30 of 100', () => {
    const found = compareShares({ hits: 45, total: 100 }, { hits: 30, total: 100 });
    // z = 0.15 / sqrt(0.375 * 0.625 * 0.02) = 2.19089
    expect(found?.pValue).toBeCloseTo(0.02845974, 6);
    expect(found?.effect.name).toBe('cohens_h');
    expect(found?.effect.value).toBeCloseTo(0.3113499, 6);
  });

  test('of nothing and of all are no difference', () => {
    expect(compareShares({ hits: 0, total: 9 }, { hits: 0, total: 5 })?.pValue).toBe(1);
    expect(compareShares({ hits: 5, total: 5 }, { hits: 9, total: 9 })?.pValue).toBe(1);
    expect(compareShares({ hits: 0, total: 0 }, { hits: 1, total: 5 })).toBeNull();
  });
});

describe('means', () => {
  test('differ by the test of Welch: 20.6 against 21.0 of 15 each, one of which varies twice as much', () => {
    // t = -2.20572 with 21.343 degrees of freedom; p by numerical integration.
    const current = { count: 15, mean: 20.6, variance: 0.62 ** 2 };
    const previous = { count: 15, mean: 21.0, variance: 0.33 ** 2 };
    const found = compareMeans(current, previous);
    expect(found?.pValue).toBeCloseTo(0.03849403, 7);
    expect(found?.effect.value).toBeCloseTo(-0.8054, 3);
  });

  test('of samples that do not vary differ surely or not at all', () => {
    const sample = (mean: number) => ({ count: 5, mean, variance: 0 });
    expect(compareMeans(sample(1), sample(1))?.pValue).toBe(1);
    expect(compareMeans(sample(1), sample(2))?.pValue).toBe(0);
    expect(compareMeans({ count: 1, mean: 1, variance: 0 }, sample(2))).toBeNull();
  });
});

describe('p-values of several tests', () => {
  test('are adjusted together, as Benjamini and Hochberg did', () => {
    const adjusted = adjustedPValues([0.01, 0.04, null, 0.03, 0.005]);
    expect(adjusted[2]).toBeNull();
    expect(adjusted.map((p) => p && Number(p.toFixed(6)))).toEqual([0.02, 0.04, null, 0.04, 0.02]);
  });

  test('stay what they are alone, and never exceed 1', () => {
    expect(adjustedPValues([0.04])).toEqual([0.04]);
    expect(adjustedPValues([0.9, 0.95, 1])).toEqual([1, 1, 1]);
    expect(adjustedPValues([])).toEqual([]);
    expect(adjustedPValues([null])).toEqual([null]);
  });

  test('declare next to nothing where nothing is', () => {
    // Ten periods without any change: uniform p-values.
    const adjusted = adjustedPValues(Array.from({ length: 20 }, (_, at) => (at + 1) / 20));
    expect(adjusted.every((p) => p !== null && p > 0.9)).toBe(true);
  });
});
