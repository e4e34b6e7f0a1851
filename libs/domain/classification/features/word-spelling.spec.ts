import { WordSpelling } from './word-spelling';

describe('WordSpelling', () => {
  const spelling = new WordSpelling(['delivery', 'refund', 'order', 'card', 'cart', 'border'], 'en');

  it('reads a mistyped word as the close one that examples have', () => {
    expect(spelling.corrected('refudn')).toBe('refund');
    expect(spelling.corrected('oder')).toBe('order');
    expect(spelling.corrected('delievrey')).toBe('delivery');
    expect(spelling.corrected('xrder')).toBe('order');
  });

  it('takes the more frequent of two that are equally close', () => {
    expect(spelling.corrected('carf')).toBe('card');
  });

  it('leaves what is known, short, far from all, or no word of letters', () => {
    for (const word of ['cart', 'oer', 'xylophone', 'ord3r', '####']) expect(spelling.corrected(word)).toBe(word);
  });

  it('leaves the words of its language, however close', () => {
    expect(spelling.corrected('hard')).toBe('hard');
    expect(new WordSpelling(['card'], undefined).corrected('hard')).toBe('card');
  });
});
