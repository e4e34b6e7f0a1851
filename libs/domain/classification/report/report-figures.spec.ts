import { calibrationCurveOf, calibrationErrorOf } from './calibration-curve';
import { confusionsOf, errorPairsOf } from './confusions';
import type { JudgedText } from './judged-texts';
import { contradictionsOf, duplicatesOf, shownGroups } from './repeated-examples';
import { aurocOf } from './scope-figures';

let row = 0;

function judged(intent: number, predicted: number, confidence = 0.5): JudgedText {
  return { row: row++, intent, predicted, confidence, probability: 0.5, inScope: true };
}

function times<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}

describe('the calibration curve', () => {
  it('has the texts of each tenth with their mean confidence and the share that was right, without empty ones', () => {
    const texts = [judged(0, 0, 0.95), judged(0, 0, 1), judged(0, 1, 0.93), judged(1, 1, 0.2)];
    expect(calibrationCurveOf(texts)).toEqual([
      { from: 0.2, to: 0.3, count: 1, confidence: 0.2, accuracy: 1 },
      { from: 0.9, to: 1, count: 3, confidence: expect.closeTo(0.96, 5), accuracy: expect.closeTo(2 / 3, 5) },
    ]);
    expect(calibrationCurveOf([])).toEqual([]);
  });

  it('is the diagonal, and the error 0, where confidence says how often it is right', () => {
    const texts = [judged(0, 0, 0.5), judged(0, 1, 0.5), judged(0, 0, 1)];
    expect(calibrationErrorOf(texts)).toBe(0);
    expect(calibrationErrorOf([judged(0, 1, 1), judged(0, 0, 1)])).toBe(0.5);
  });
});

describe('confusions', () => {
  const INTENTS = ['a', 'b', 'c', 'd'];

  it('come by the errors of both directions of a pair together, and both stand side by side', () => {
    const texts = [
      ...times(4, () => judged(0, 1)),
      ...times(3, () => judged(2, 3)),
      ...times(3, () => judged(3, 2)),
      ...times(9, () => judged(0, 0)),
    ];
    const rows = confusionsOf(errorPairsOf(texts), INTENTS, String);
    expect(rows.map(({ intent, predicted, count }) => `${intent} ${predicted} ${count}`)).toEqual([
      'c d 3',
      'd c 3',
      'a b 4',
    ]);
    expect(rows[2]?.texts).toHaveLength(4);
  });

  it('have five texts at most, and of a pair the direction with more errors first', () => {
    const texts = [judged(1, 0), ...times(7, () => judged(0, 1))];
    const rows = confusionsOf(errorPairsOf(texts), INTENTS, String);
    expect(rows).toMatchObject([
      { intent: 'a', predicted: 'b', count: 7, texts: { length: 5 } },
      { intent: 'b', predicted: 'a', count: 1 },
    ]);
  });
});

describe('the area under the curve', () => {
  it('is the chance that a text in scope has the higher score, a half for equals', () => {
    expect(aurocOf([3, 4], [1, 2])).toBe(1);
    expect(aurocOf([1, 3], [2])).toBe(0.5);
    expect(aurocOf([1, 1], [1])).toBe(0.5);
    expect(aurocOf([], [1])).toBeNull();
    expect(aurocOf([1], [])).toBeNull();
  });
});

describe('repeated examples', () => {
  const data = {
    intents: ['bye', 'hi'],
    intentOf: Int32Array.of(1, 0, -1, 0, -1),
    texts: ['hello', 'Hello', 'hello!', 'so long'],
    textKeys: BigUint64Array.of(1n, 1n, 1n, 2n),
    counts: Uint32Array.of(3, 1, 2, 5),
  };

  it('of one intent are duplicates, the most frequent first', () => {
    expect(duplicatesOf(data)).toEqual([
      { text: 'so long', intent: 'bye', count: 5 },
      { text: 'hello', intent: 'hi', count: 3 },
      { text: 'hello!', intent: '__oos__', count: 2 },
    ]);
  });

  it('of several intents are contradictions, with each intent’s count', () => {
    expect(contradictionsOf(data)).toEqual([
      {
        text: 'hello',
        intents: [
          { intent: 'hi', count: 3 },
          { intent: '__oos__', count: 2 },
          { intent: 'bye', count: 1 },
        ],
      },
    ]);
  });

  it('are shown up to fifty, and all counted', () => {
    const groups = times(60, () => 1);
    expect(shownGroups(groups, 60)).toEqual({ count: 60, groups: groups.slice(0, 50) });
  });
});
