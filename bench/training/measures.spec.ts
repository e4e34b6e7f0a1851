import { OUT_OF_SCOPE } from '../../libs/domain/classification/classifier.types';
import { qualityOf } from './measures';

const asked = (...intents: string[]) => intents.map((intent, at) => ({ text: `text ${at}`, intent }));
const predicted = (intent: string, confidence: number, inScope = true) => ({ intent, confidence, inScope });

describe('qualityOf', () => {
  it('counts the best intent as right whether it was refused or not', () => {
    const quality = qualityOf(asked('a', 'a', 'b', 'b'), [
      predicted('a', 0.9),
      predicted('a', 0.2, false),
      predicted('a', 0.6),
      predicted('b', 0.9),
    ]);
    expect(quality.accuracy).toBe(0.75);
    expect(quality.kept).toBe(0.75);
  });

  it('gives every intent the same weight in macro F1', () => {
    const quality = qualityOf(asked('a', 'a', 'a', 'b'), [
      predicted('a', 1),
      predicted('a', 1),
      predicted('a', 1),
      predicted('a', 1),
    ]);
    // a: precision 3/4, recall 1; b: never found.
    expect(quality.macroF1).toBeCloseTo((6 / 7 + 0) / 2);
  });

  it('measures by how much confidence and truth differ, a text out of scope being wrong whatever it is called', () => {
    const quality = qualityOf(asked('a', 'a', OUT_OF_SCOPE, OUT_OF_SCOPE), [
      predicted('a', 0.9),
      predicted('b', 0.9),
      predicted('a', 0.1),
      predicted(OUT_OF_SCOPE, 0, false),
    ]);
    // The first two share a bin: one of two is right at .9. The others are .1 and 0 in bins of their own.
    expect(quality.calibrationError).toBeCloseTo((2 * 0.4 + 0.1 + 0) / 4);
  });

  it('does not find what is out of scope and named so to be right', () => {
    const quality = qualityOf(asked('a', OUT_OF_SCOPE), [predicted('a', 1), predicted(OUT_OF_SCOPE, 1)]);
    expect(quality.calibrationError).toBe(0.5);
  });

  it('ranks what is in scope above what is not by confidence', () => {
    const known = Array.from({ length: 20 }, (_, at) => predicted('a', 0.5 + at / 100));
    const strange = [
      predicted('a', 0.1),
      predicted('a', 0.505, false),
      predicted('a', 0.9),
      predicted('a', 0.2, false),
    ];
    const quality = qualityOf(asked(...Array(20).fill('a'), ...Array(4).fill(OUT_OF_SCOPE)), [...known, ...strange]);
    expect(quality.auroc).toBeCloseTo((20 + 19 + 0 + 20) / 80);
    // Below .51, the second lowest of twenty, are three of four.
    expect(quality.recallAtKeep95).toBe(0.75);
    expect(quality.refused).toBe(0.5);
  });

  it('has no figures of what is out of scope where nothing is', () => {
    expect(qualityOf(asked('a'), [predicted('a', 1)])).not.toHaveProperty('auroc');
  });
});
