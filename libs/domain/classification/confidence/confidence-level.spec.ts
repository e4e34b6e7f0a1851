import type { HeldOutText } from '../held-out/held-out';
import type { ConfidenceModel } from './confidence';
import { levelDrift } from './confidence-level';

const SIGNS = { margin: 0.5, lead: 0.5, nearest: 0.5, unknownShare: 0, energy: 0 };
/** Thinks little of every text. */
const CAUTIOUS: ConfidenceModel = { blend: { sharpness: 1, networkSharpness: 0 }, scope: [0, 0, 0, 0, 0, 0] };

/** Of two intents, the first of which is all but sure. */
function heldOut(count: number, rights: number): HeldOutText[] {
  return Array.from({ length: count }, (_, row) => ({
    row,
    intent: row < rights ? 0 : 1,
    predicted: 0,
    scores: Float64Array.of(20, 0),
    signs: SIGNS,
  }));
}

describe('the level of confidence', () => {
  it('rises where held-out texts were right more often than they were thought to be', () => {
    expect(levelDrift(CAUTIOUS, heldOut(100, 95), [])).toBeGreaterThan(1);
  });

  it('falls where they were right less often', () => {
    expect(levelDrift(CAUTIOUS, heldOut(100, 20), [])).toBeLessThan(-0.5);
  });

  it('stays where confidence is what it should be, or nothing was held out', () => {
    expect(levelDrift(CAUTIOUS, heldOut(100, 50), [])).toBeCloseTo(0, 4);
    expect(levelDrift(CAUTIOUS, [], [])).toBe(0);
  });

  it('rises less the more is out of scope and would rise with it', () => {
    const few = levelDrift(CAUTIOUS, heldOut(100, 95), [{ signs: SIGNS, weight: 3 }]);
    const many = levelDrift(CAUTIOUS, heldOut(100, 95), [{ signs: SIGNS, weight: 30 }]);
    expect(few).toBeGreaterThan(many);
  });

  it('is moved less by a handful of texts, which chance may have made right, and by thousands, which no prior holds back', () => {
    const hundred = levelDrift(CAUTIOUS, heldOut(100, 95), []);
    expect(levelDrift(CAUTIOUS, heldOut(4, 4), [])).toBeLessThan(hundred / 2);
    expect(levelDrift(CAUTIOUS, heldOut(5_000, 4_750), [])).toBeLessThan(hundred / 5);
  });
});
