import { llmErrors } from '#providers/llm';
import { providerWords } from './provider-words';

const failed = (...causes: string[]) => {
  const cause = causes.reduceRight<Error | undefined>((inner, text) => new Error(text, { cause: inner }), undefined);
  return llmErrors.provider_rejected({ cause });
};

test.each([
  ['the nearest words below our own', failed('HTTP 401: Bad key', 'socket detail'), 'HTTP 401: Bad key'],
  ['nothing when it said nothing', failed(), null],
  ['nothing of what is no error', 'text', null],
  ['one line of at most 300 characters', failed(`a\n  b ${'x'.repeat(400)}`), `a b ${'x'.repeat(296)}`],
])('the words are %s', (_, error, words) => {
  expect(providerWords(error, null)).toBe(words);
});

test('keys are cut out: the own one in any form, and what looks like one', () => {
  const error = failed('Key 7f3a9c.secret of sk-abcdefgh is bad: Bearer eyJhbGciOi');
  expect(providerWords(error, '7f3a9c.secret')).toBe('Key [key] of [key] is bad: [key]');
  expect(providerWords(failed('It is at 3'), '3')).toBe('It is at 3');
});
