import { sameQuestionProbability } from './question-match';
import { namesIn } from './question-match-names';

test.each([
  ['Who is the CEO of Apple?', ['ceo', 'apple']],
  ['When does the office in New York open?', ['new', 'york']],
  ["What is Anna's address?", ['anna']],
  ['what is the capital of france', []],
  ['What Is The Capital Of France?', []],
  ['Hello. When do you open? I need it.', []],
])('names in "%s"', (text, names) => {
  expect([...namesIn(text, 'en')]).toEqual(names);
});

test('German nouns are no names', () => {
  expect(namesIn('Wie lange dauert die Lieferung?', 'de').size).toBe(0);
});

test.each([
  ['Who is the CEO of Apple?', 'Who is the CEO of Google?'],
  ['When does the Leeds office open?', 'When does the York office open?'],
  ['What is the capital of Mongolia?', 'What is the capital of France?'],
])('"%s" does not ask "%s"', (asked, phrasing) => {
  expect(sameQuestionProbability(asked, [phrasing]).probability).toBeLessThan(0.5);
});

test.each([
  ['who is the ceo of apple', 'Who is the CEO of Apple?'],
  ['Who is the CEO of Aplle?', 'Who is the CEO of Apple?'],
  ['When does the office in York open?', 'When does the York office open?'],
])('"%s" asks "%s"', (asked, phrasing) => {
  expect(sameQuestionProbability(asked, [phrasing]).probability).toBeGreaterThan(0.7);
});
