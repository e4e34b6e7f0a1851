import { AppError } from '#kernel';
import { addedExamples, examplesOfNew } from './example-input';

const HI = { input: 'hi', output: 'Hello!' };

function messages(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof AppError) return error.fields.map(({ message }) => message);
    throw error;
  }
}

describe('added examples', () => {
  test.each([
    ['a list', { examples: [HI, { ...HI, intent: 'greeting', metadata: { a: 1 } }] }, 2],
    ['a list as the whole body', [HI], 1],
    ['one in the body itself', { ...HI, intent: null }, 1],
  ])('come as %s', (_form, body, count) => {
    expect(addedExamples(body)).toHaveLength(count);
  });

  test('keep what they know of and nothing else', () => {
    expect(addedExamples({ examples: [{ ...HI, id: 'x', intent: 'greeting' }] })).toEqual([
      { ...HI, intent: 'greeting', metadata: undefined },
    ]);
  });

  test.each([
    [undefined, 'examples is required and must be a list of 1 to 10,000 objects.'],
    [{}, 'examples is required and must be a list of 1 to 10,000 objects.'],
    [{ examples: [] }, 'examples must be a list of 1 to 10,000 objects.'],
    [{ examples: Array(10_001).fill(HI) }, 'examples must be a list of 1 to 10,000 objects.'],
    [{ examples: 'hi' }, 'examples must be a list of 1 to 10,000 objects.'],
    [{ input: 'hi' }, 'output is required and must be a text of 1 to 8,000 characters.'],
    [[HI, { output: 'x' }], 'examples.1.input is required and must be a text of 1 to 2,000 characters.'],
    [[{ ...HI, input: ' ' }], 'examples.0.input must be a text of 1 to 2,000 characters.'],
    [[{ ...HI, input: 'x'.repeat(2_001) }], 'examples.0.input must be a text of 1 to 2,000 characters.'],
    [[{ ...HI, output: null }], 'examples.0.output must be a text of 1 to 8,000 characters.'],
    [[{ ...HI, intent: 7 }], 'examples.0.intent must be a text of at most 200 characters.'],
    [[{ ...HI, metadata: [] }], 'examples.0.metadata must be an object of at most 8,192 bytes as JSON.'],
    [
      [{ ...HI, metadata: { a: 'x'.repeat(8_192) } }],
      'examples.0.metadata must be an object of at most 8,192 bytes as JSON.',
    ],
  ])('%# are refused: %s', (body, message) => {
    expect(messages(() => addedExamples(body))).toEqual([message]);
  });

  test('may have as many characters as are told, whatever they take in memory', () => {
    expect(addedExamples([{ ...HI, input: '🦜'.repeat(2_000) }])).toHaveLength(1);
  });

  test('tell no more problems than a person can use', () => {
    expect(messages(() => addedExamples(Array(500).fill(5)))).toHaveLength(50);
  });
});

test('a new dataset may have examples, or none', () => {
  expect(examplesOfNew({ name: 'Talk' })).toEqual([]);
  expect(examplesOfNew({ name: 'Talk', examples: [] })).toEqual([]);
  expect(examplesOfNew({ name: 'Talk', examples: [HI] })).toHaveLength(1);
  expect(messages(() => examplesOfNew({ examples: {} }))).toEqual([
    'examples must be a list of at most 10,000 objects.',
  ]);
});
