import { chosenAt, Points } from './shares';

const CHOICES = 2_000;
const STARTS = [0, 0.123, 0.5, 0.777, 0.999999];

function counted(weights: readonly number[], points: readonly Points[]): number[] {
  const among = weights.map((weight, at) => ({ weight, at }));
  const counts = weights.map(() => 0);
  for (let turn = 0; turn < CHOICES; turn += 1) {
    const chosen = chosenAt((points[turn % points.length] as Points).next(), among);
    if (chosen) counts[chosen.at] = (counts[chosen.at] ?? 0) + 1;
  }
  return counts;
}

describe('shares', () => {
  it.each([[[3, 1]], [[1, 1]], [[1, 2, 7]], [[0.1, 0.2, 0.3, 0.4]], [[50, 0, 50]], [[1, 1_000]], [[5]]])(
    'of the weights %j are kept within 2 %% over 2,000 choices, wherever they begin',
    (weights) => {
      const sum = weights.reduce((total, weight) => total + weight, 0);
      for (const start of STARTS) {
        const counts = counted(weights, [new Points(start)]);
        for (const [at, weight] of weights.entries()) {
          expect(Math.abs((counts[at] ?? 0) - (CHOICES * weight) / sum)).toBeLessThanOrEqual(0.02 * CHOICES);
        }
      }
    },
  );

  it('are kept by several processes that do not ask each other', () => {
    const counts = counted(
      [3, 1],
      STARTS.map((start) => new Points(start)),
    );
    expect(Math.abs((counts[0] ?? 0) - 1_500)).toBeLessThanOrEqual(40);
  });

  it('are nobody’s when nobody has a weight', () => {
    expect(chosenAt(0.5, [{ weight: 0 }])).toBeUndefined();
    expect(chosenAt(0.5, [])).toBeUndefined();
  });

  it('never fall to who has none, and the last point is somebody’s', () => {
    const [none, all] = [{ weight: 0 }, { weight: 2 }];
    for (const point of [0, 0.5, 1 - Number.EPSILON, 1]) expect(chosenAt(point, [none, all, none])).toBe(all);
  });

  it('are not lost by choices that were not needed', () => {
    const points = new Points(0.3);
    const first = points.next();
    points.giveBack(first);
    expect(points.next()).toBe(first);
  });
});
