import { apologyText } from './apology-texts';
import { handOffTexts } from './hand-off-texts.data';

describe('the apology', () => {
  it('is there in every language that is recognised, and English where the language is not known', () => {
    const texts = Object.keys(handOffTexts).map(apologyText);
    expect(new Set(texts).size).toBe(texts.length);
    expect(apologyText('xx')).toBe(apologyText('en'));
  });
});
