import { fitLogistic, logisticOf, type Observation } from './logistic-fit';

const prior = { coefficients: [0.5, -2], pulls: [1, 1] };

function observationsOf(count: number, shareAt: (feature: number) => number): Observation[] {
  return Array.from({ length: count }, (_, at) => {
    const feature = at % 2;
    return { features: [feature], isPositive: (at >> 1) % 10 < 10 * shareAt(feature), weight: 1 };
  });
}

describe('fitLogistic', () => {
  it('stays at what is known while nothing is observed', () => {
    expect(fitLogistic([], prior)).toEqual(prior.coefficients);
  });

  it('follows many observations against what was known', () => {
    const model = fitLogistic(
      observationsOf(4_000, (feature) => (feature === 1 ? 0.9 : 0.2)),
      prior,
    );
    expect(logisticOf(model, [0])).toBeCloseTo(0.2, 2);
    expect(logisticOf(model, [1])).toBeCloseTo(0.9, 2);
  });

  it('stays finite where the observations are parted without exception', () => {
    const model = fitLogistic(
      observationsOf(10_000, (feature) => feature),
      prior,
    );
    expect(model.every(Number.isFinite)).toBe(true);
    expect(logisticOf(model, [1])).toBeGreaterThan(0.99);
    expect(logisticOf(model, [0])).toBeLessThan(0.01);
  });

  it('comes home from a start where the curve is flat', () => {
    const far = { coefficients: [20, -10], pulls: [0.01, 0.01] };
    const model = fitLogistic(
      observationsOf(2_000, () => 0.5),
      far,
    );
    expect(logisticOf(model, [0])).toBeCloseTo(0.5, 1);
  });
});
