import { adjustedByHolm, alwaysValidPValue, alwaysValidReach } from './always-valid';

describe('a p-value that may be looked at any time', () => {
  test.each([
    // 1 / ratio, where n EFFECT^2 is 3: sqrt(4) * exp(-z^2 / 2 * 3 / 4).
    [2, 75, 2 * Math.exp(-1.5)],
    [3, 75, 2 * Math.exp(-3.375)],
    // n EFFECT^2 = 99: sqrt(100) * exp(-z^2 / 2 * 0.99).
    [4, 2_475, 10 * Math.exp(-7.92)],
  ])('of %d standard errors with an information of %d is the inverse of the ratio', (z, information, p) => {
    expect(alwaysValidPValue(z * 0.1, 0.1, information)).toBeCloseTo(p, 12);
    expect(alwaysValidPValue(-z * 0.1, 0.1, information)).toBeCloseTo(p, 12);
  });

  test('is 1 where there is no difference, and 0 where nothing varies but the difference', () => {
    expect(alwaysValidPValue(0, 0, 500)).toBe(1);
    expect(alwaysValidPValue(0.01, 1, 500)).toBe(1);
    expect(alwaysValidPValue(0.5, 0, 500)).toBe(0);
  });

  test('is at the level where the interval begins to exclude nought', () => {
    const reach = alwaysValidReach(0.3, 640, 0.05);
    expect(alwaysValidPValue(reach, 0.3, 640)).toBeCloseTo(0.05, 12);
    // sqrt((1 + 1 / 25.6) * (ln 26.6 + 2 ln 20)) = sqrt(1.0390625 * 9.272376) standard errors.
    expect(reach / 0.3).toBeCloseTo(3.10396, 5);
  });
});

describe('p-values of several tests', () => {
  test('are adjusted as Holm did: 0.01, 0.005, 0.03 and 0.04', () => {
    const adjusted = adjustedByHolm([0.01, 0.04, null, 0.03, 0.005]);
    expect(adjusted.map((p) => p && Number(p.toFixed(6)))).toEqual([0.03, 0.06, null, 0.06, 0.02]);
  });

  test('never exceed 1, and one alone stays what it is', () => {
    expect(adjustedByHolm([0.9, 0.6])).toEqual([1, 1]);
    expect(adjustedByHolm([0.04])).toEqual([0.04]);
    expect(adjustedByHolm([null])).toEqual([null]);
  });
});
