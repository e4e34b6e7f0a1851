import { meaningsOf } from './meanings';

function areAlike(one: string, other: string, language: 'en' | 'de' | 'fr'): boolean {
  const meanings = new Set(meaningsOf(one, language));
  return meaningsOf(other, language).some((meaning) => meanings.has(meaning));
}

describe('meaningsOf', () => {
  it('has something in common for words of like meaning, in whatever form', () => {
    expect(areAlike('refunded', 'reimbursement', 'en')).toBe(true);
    expect(areAlike('bought', 'buying', 'en')).toBe(true);
    expect(areAlike('delivery', 'shipped', 'en')).toBe(true);
  });

  it('knows a word that stands in no list by its stem', () => {
    expect(areAlike('xylophone', 'xylophones', 'en')).toBe(true);
    expect(areAlike('questions', 'question', 'fr')).toBe(true);
  });

  it('has nothing in common for words of other meaning', () => {
    expect(areAlike('refund', 'delivery', 'en')).toBe(false);
    expect(areAlike('xylophone', 'trumpet', 'en')).toBe(false);
  });
});
