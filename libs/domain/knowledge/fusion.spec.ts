import { fusedProbability } from './fusion';

describe('the probability of two channels', () => {
  it('is that of the words when no vector says anything', () => {
    for (const lexical of [0, 0.2, 0.7, 1]) expect(fusedProbability(lexical, undefined)).toBe(lexical);
  });

  it('reaches .7 for a paraphrase without common words', () => {
    for (const lexical of [0, 0.02, 0.2]) expect(fusedProbability(lexical, 0.85)).toBeGreaterThan(0.7);
  });

  it('falls below .5 for an accidental overlap of words with a far vector', () => {
    for (const lexical of [0.5, 0.7, 0.9]) expect(fusedProbability(lexical, 0.2)).toBeLessThan(0.5);
  });

  it('stays above .7 for an exact hit with a middling vector', () => {
    for (const lexical of [0.9, 0.95, 1]) expect(fusedProbability(lexical, 0.5)).toBeGreaterThan(0.7);
  });

  it('stays above .7 for a hit that the words are certain of, whatever the vector says', () => {
    for (const vector of [0, 0.01, 0.3]) expect(fusedProbability(0.99, vector)).toBeGreaterThan(0.7);
  });

  it('grows with each of the two and stays between 0 and 1', () => {
    const steps = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];
    for (const lexical of steps) {
      const fused = steps.map((vector) => fusedProbability(lexical, vector));
      expect(fused).toEqual([...fused].sort((a, b) => a - b));
      for (const one of fused) expect(one >= 0 && one <= 1).toBe(true);
    }
    for (const vector of steps) {
      const fused = steps.map((lexical) => fusedProbability(lexical, vector));
      expect(fused).toEqual([...fused].sort((a, b) => a - b));
    }
  });
});
