import { budgetText } from './budget-texts';
import { handOffTexts } from './hand-off-texts.data';

test('every language has words of its own for a budget that is used up, and the others hear English', () => {
  const texts = Object.keys(handOffTexts).map(budgetText);
  expect(new Set(texts).size).toBe(texts.length);
  expect(budgetText('xx')).toBe(budgetText('en'));
});
