import type { Curve } from './calibration.types';
import { fitCosines, fitScores, type Observations, probabilityOn } from './fit-curve';

/** Park and Miller's generator and the polar method: normal numbers, the same on every run. */
function normals(seed: number): (mean: number, deviation: number) => number {
  let state = seed;
  const uniform = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return (mean, deviation) =>
    mean + deviation * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

interface Spread {
  mean: number;
  deviation: number;
}

/** As many as the calibration families give. */
function observed(answers: Spread, neighbours: Spread, strangers: Spread, lures = neighbours): Observations {
  const draw = normals(7);
  const some = (count: number, { mean, deviation }: Spread) =>
    Array.from({ length: count }, () => draw(mean, deviation));
  return {
    answers: some(32, answers),
    lures: some(32, lures),
    neighbours: some(192, neighbours),
    strangers: some(1_792, strangers),
  };
}

const around = (mean: number, deviation: number): Spread => ({ mean, deviation });
const curveOf = ({ curve }: { curve: Curve | null }): Curve => curve!;

describe('the meaning of cosines', () => {
  /** What cosines of some kinds of models look like: of answers, of texts about the same things, of others. */
  const MODELS: Array<[string, Observations, clearlyYes: number, clearlyNo: number]> = [
    ['a narrow, high range', observed(around(0.86, 0.025), around(0.79, 0.02), around(0.71, 0.02)), 0.87, 0.76],
    ['another narrow range', observed(around(0.88, 0.02), around(0.81, 0.02), around(0.76, 0.02)), 0.89, 0.79],
    ['a wide range', observed(around(0.55, 0.1), around(0.3, 0.1), around(0.08, 0.06)), 0.55, 0.2],
    ['a wide range below zero', observed(around(0.6, 0.12), around(0.2, 0.12), around(-0.05, 0.08)), 0.6, 0.1],
  ];

  test.each(MODELS)('of %s: a clear answer is above 0.7, a clear miss below 0.3', (_, observations, yes, no) => {
    const { auc, curve } = fitCosines(observations);
    expect(auc).toBeGreaterThan(0.9);
    expect(probabilityOn(curve!, yes)).toBeGreaterThan(0.7);
    expect(probabilityOn(curve!, no)).toBeLessThan(0.3);
    expect(probabilityOn(curve!, -1)).toBe(0.01);
    expect(probabilityOn(curve!, 1)).toBeGreaterThan(0.95);
  });

  test('says rather no of texts about the same things that do not answer', () => {
    const curve = curveOf(fitCosines(observed(around(0.55, 0.08), around(0.32, 0.08), around(0.08, 0.05))));
    expect(probabilityOn(curve, 0.32)).toBeLessThan(0.3);
  });

  test('says rather no of texts that have the words of the question and do not answer', () => {
    const lures = around(0.42, 0.08);
    const curve = curveOf(fitCosines(observed(around(0.55, 0.08), around(0.3, 0.08), around(0.12, 0.06), lures)));
    expect(probabilityOn(curve, 0.6)).toBeGreaterThan(0.7);
    expect(probabilityOn(curve, 0.4)).toBeLessThan(0.4);
    expect(probabilityOn(curve, 0.15)).toBeLessThan(0.1);
  });

  test('is none when common words count for more than the answer, however well other texts are told', () => {
    const wordy = observed(around(0.3, 0.05), around(0.05, 0.02), around(0, 0.02), around(0.5, 0.05));
    const { auc, curve } = fitCosines(wordy);
    expect(auc).toBeLessThan(0.6);
    expect(curve).toBeNull();
  });

  test('is calibrated: of texts that get p, about the share p answers', () => {
    const draw = normals(11);
    const curve = curveOf(fitCosines(observed(around(0.5, 0.1), around(0.3, 0.1), around(0.3, 0.1))));
    const told = Array.from({ length: 20_000 }, (_, index) => {
      const answers = index % 2 === 0;
      return { answers, p: probabilityOn(curve, draw(answers ? 0.5 : 0.3, 0.1)) };
    });
    for (const [from, to] of [
      [0.2, 0.4],
      [0.4, 0.6],
      [0.6, 0.8],
    ] as const) {
      const bin = told.filter(({ p }) => p >= from && p < to);
      const share = bin.filter(({ answers }) => answers).length / bin.length;
      expect(share).toBeGreaterThan(from - 0.1);
      expect(share).toBeLessThan(to + 0.1);
    }
  });

  test('is none when answers are hardly told from others', () => {
    const same = around(0.7, 0.05);
    expect(fitCosines(observed(same, same, same)).curve).toBeNull();
    expect(fitCosines(observed(around(0.71, 0.05), same, same)).curve).toBeNull();
    expect(fitCosines(observed(around(0.3, 0.05), same, same))).toMatchObject({ curve: null });
  });

  test('is no step when the numbers hardly vary, and none when they do not differ at all', () => {
    const still = { answers: [0.8, 0.8], lures: [0.7, 0.7], neighbours: [0.7, 0.7], strangers: [0.7, 0.7] };
    const curve = curveOf(fitCosines(still));
    expect(probabilityOn(curve, 0.75)).toBeCloseTo(0.5);
    expect(probabilityOn(curve, 0.76)).toBeGreaterThan(0.6);
    expect(probabilityOn(curve, 0.76)).toBeLessThan(0.9);
    expect(fitCosines({ answers: [1, 1], lures: [1], neighbours: [1], strangers: [1] }).curve).toBeNull();
    expect(fitCosines({ answers: [Number.NaN], lures: [0], neighbours: [0], strangers: [0] })).toEqual({
      auc: 0,
      curve: null,
    });
  });
});

describe('the meaning of rerank scores', () => {
  test.each([
    [
      'probabilities near 0 and 1',
      {
        answers: [0.98, 0.7, 0.9, 0.4],
        lures: [0.1, 0.02],
        neighbours: [0.05, 0.2, 0.01],
        strangers: [1e-5, 1e-4, 0.001],
      },
      0.9,
      0.01,
    ],
    [
      'low probabilities',
      {
        answers: [0.3, 0.12, 0.4, 0.2],
        lures: [0.02, 0.01],
        neighbours: [0.01, 0.02, 0.01],
        strangers: [1e-5, 1e-5, 1e-4],
      },
      0.35,
      0.002,
    ],
    ['logits', { answers: [6, 3.5, 5, 4], lures: [0, -2], neighbours: [-1, 0, -3], strangers: [-10, -11, -9] }, 5, -4],
  ])('of %s: a clear answer is above 0.7, a clear miss below 0.3', (_, observations, yes, no) => {
    const curve = curveOf(fitScores(observations));
    expect(probabilityOn(curve, yes)).toBeGreaterThan(0.7);
    expect(probabilityOn(curve, no)).toBeLessThan(0.3);
  });

  test('grows with the score, also at its ends', () => {
    const curve = curveOf(fitScores({ answers: [0.9, 0.8], lures: [0.1], neighbours: [0.1], strangers: [0, 0.01] }));
    const rising = [0, 0.1, 0.4, 0.6, 1].map((score) => probabilityOn(curve, score));
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    expect(rising.every((p) => p >= 0.01 && p <= 0.99)).toBe(true);
  });
});
