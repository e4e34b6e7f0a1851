import { Random } from '../../retrieval/random';
import { withTypos } from './typos';

const sentence = 'Please tell me when the next train to Harbour Street leaves, it is 8:45 now!';
const letters = (text: string) => text.replace(/[^a-z]/gi, '').length;

describe('withTypos', () => {
  it('makes the same errors for the same seed, and others for another', () => {
    const typed = withTypos(sentence, 0.2, new Random('a'));
    expect(withTypos(sentence, 0.2, new Random('a'))).toBe(typed);
    expect(withTypos(sentence, 0.2, new Random('b'))).not.toBe(typed);
  });

  it('leaves a text alone at a share of nothing', () => {
    expect(withTypos(sentence, 0, new Random('a'))).toBe(sentence);
  });

  it('touches letters only, and keeps words apart', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const typed = withTypos(sentence, 1, new Random(seed));
      expect(typed.replace(/[a-z]/gi, '')).toBe(sentence.replace(/[a-z]/gi, ''));
    }
  });

  it('replaces by a key that touches, drops, doubles, or swaps two letters of a word', () => {
    const random = new Random('keys');
    const typed = new Set(Array.from({ length: 2_000 }, () => withTypos('gh', 1, random)));
    const ofG = ['r', 't', 'y', 'f', 'h', 'v', 'b', '', 'gg'];
    const ofH = ['t', 'y', 'u', 'g', 'j', 'b', 'n', '', 'hh'];
    const possible = new Set(['hg', ...ofG.flatMap((g) => ofH.map((h) => g + h))]);
    expect([...typed].filter((one) => !possible.has(one))).toEqual([]);
    expect(['hg', 'gg', '', 'gghh', 'vb'].filter((one) => !typed.has(one))).toEqual([]);
  });

  it('keeps capitals', () => {
    const random = new Random('capitals');
    const typed = Array.from({ length: 200 }, () => withTypos('A', 1, random)).join('');
    expect(typed).toMatch(/^[A-Z]+$/);
  });

  it('hits as many letters as it is told', () => {
    const text = 'x'.repeat(20_000);
    const typed = withTypos(text, 0.1, new Random('share'));
    // One error in four drops its letter, one doubles it, one replaces it; the fourth swaps two that are alike.
    expect(text.length - letters(typed.replace(/[^x]/g, ''))).toBeGreaterThan(0);
    const replacedShare = typed.replace(/x/g, '').length / text.length;
    expect(replacedShare).toBeGreaterThan(0.02);
    expect(replacedShare).toBeLessThan(0.03);
  });
});
