import { estimateTokens } from './tokens';

describe('the token estimate', () => {
  it('counts everyday English words and signs as one token each', () => {
    expect(estimateTokens('The shop opens at nine, Monday to Friday.')).toBe(10);
  });

  it('counts ideographs one by one and long words in pieces', () => {
    expect(estimateTokens('営業時間')).toBe(4);
    expect(estimateTokens('Donaudampfschifffahrt')).toBe(6);
  });

  it('is zero for nothing and for blanks', () => {
    expect(estimateTokens('')).toBe(0);
    expect(estimateTokens(' \n\t ')).toBe(0);
  });

  it('measures a very long text quickly by its beginning', () => {
    expect(estimateTokens('word '.repeat(100_000))).toBe(100_000);
  });
});
