import { estimateTokens, groundedMessages, type LlmRequest } from '#providers/llm';
import { withinTokens } from './token-budget';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const passage = (id: string, tokens: number) => ({
  id,
  title: id,
  section: null,
  text: words(tokens),
  language: 'en',
  score: 0.9,
});
const requestOf = (changes: Partial<LlmRequest>): LlmRequest => ({
  model: 'm',
  system: 'Be kind.',
  messages: [{ role: 'user', text: 'What is it?' }],
  passages: [],
  questions: [],
  ...changes,
});
const tokensOf = (request: LlmRequest) =>
  groundedMessages(request).reduce((sum, { content }) => sum + estimateTokens(content), 0);

describe('a request to a model', () => {
  test('stays as it is when it fits', () => {
    const request = requestOf({ passages: [passage('a', 50)] });
    expect(withinTokens(request, 1_000)).toEqual(request);
    expect(withinTokens(request, Number.POSITIVE_INFINITY)).toBe(request);
  });

  test('loses its oldest messages and least likely passages, and fits then', () => {
    const history = Array.from({ length: 8 }, (_, n) => ({ role: 'user' as const, text: `${n} ${words(60)}` }));
    const messages = [...history, { role: 'user' as const, text: 'What is it?' }];
    const request = requestOf({ messages, passages: [passage('a', 100), passage('b', 100), passage('c', 200)] });
    const fitted = withinTokens(request, 700);
    expect(tokensOf(fitted)).toBeLessThanOrEqual(700);
    expect(fitted.passages.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(fitted.messages.length).toBeGreaterThan(1);
    expect(fitted.messages.slice(-2).map(({ text }) => text.split(' ')[0])).toEqual(['7', 'What']);
  });

  test('keeps a part of its best passage rather than none', () => {
    const fitted = withinTokens(requestOf({ passages: [passage('a', 5_000)] }), 600);
    expect(fitted.passages).toHaveLength(1);
    expect(tokensOf(fitted)).toBeLessThanOrEqual(600);
  });

  test('cuts a message that is too long by itself', () => {
    const fitted = withinTokens(requestOf({ messages: [{ role: 'user', text: words(5_000) }] }), 500);
    expect(tokensOf(fitted)).toBeLessThanOrEqual(500);
    expect(fitted.messages[0]?.text.length).toBeGreaterThan(500);
  });
});
