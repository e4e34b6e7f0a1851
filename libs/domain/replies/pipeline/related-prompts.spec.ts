import { promptsIn } from './related-prompts';

const questionsIn = (text: string) => promptsIn(text).map(({ prompt }) => prompt);

test.each([
  ['["One?", "Two?"]', ['One?', 'Two?']],
  ['Here you are:\n```json\n["One?"]\n```', ['One?']],
  ['1. One?\n2) Two?\n- Three?\n* Four?', ['One?', 'Two?', 'Three?']],
  ['["One?", 7, "", "One?"]', ['One?']],
  ['I have no idea.', []],
  ['[not json]', []],
  [JSON.stringify(['x'.repeat(300)]), []],
])('suggestions in %j', (text, questions) => {
  expect(questionsIn(text)).toEqual(questions);
});
