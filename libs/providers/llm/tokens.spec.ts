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

  it('is the same for ASCII alone as beside other letters', () => {
    const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    let state = 7;
    const next = (limit: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % limit;
    };
    for (let round = 0; round < 500; round++) {
      const signs = Array.from({ length: next(60) }, () => characters[next(128)]).join('');
      const words = Array.from({ length: next(20) }, () => 'abcdefghijklmnopqrstuvwxyz'.slice(0, next(26))).join(' ');
      const text = `${signs}${words}${next(100_000)} `;
      expect(estimateTokens(text)).toBe(estimateTokens(`${text}字`) - 1);
    }
  });
});
