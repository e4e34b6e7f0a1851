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

  describe('with attachments', () => {
    const history = [
      { role: 'user' as const, text: words(60) },
      { role: 'assistant' as const, text: words(60) },
    ];
    const attached = (...tokens: number[]) => tokens.map((count, at) => ({ name: `${at}.txt`, text: words(count) }));
    const full = requestOf({ messages: [...history, ...requestOf({}).messages], passages: [passage('a', 100)] });

    test('cuts them before passages and history, and says so', () => {
      const request = { ...full, attachments: attached(2_000) };
      const fitting = withinTokens(request, 1_000);
      expect(fitting).toMatchObject({ passages: full.passages, messages: full.messages });
      expect(fitting.attachments?.[0]).toMatchObject({ name: '0.txt', isCut: true });
      expect(fitting.attachments?.[0]?.text?.length).toBeGreaterThan(100);
      expect(tokensOf(fitting)).toBeLessThanOrEqual(1_000);
    });

    test('names those for which no room is left', () => {
      const { attachments } = withinTokens({ ...full, attachments: attached(50, 50) }, 350);
      expect(attachments).toEqual([
        { name: '0.txt', text: '', isCut: true },
        { name: '1.txt', text: '', isCut: true },
      ]);
    });

    test('keeps short ones whole beside long ones', () => {
      const [short, long] = withinTokens({ ...full, attachments: attached(20, 5_000) }, 1_200).attachments ?? [];
      expect(short).not.toHaveProperty('isCut');
      expect(long?.isCut).toBe(true);
    });

    test('keeps them within what small models read when nobody has said what this one can', () => {
      const fitting = withinTokens({ ...full, attachments: attached(50_000) }, Number.POSITIVE_INFINITY);
      expect(fitting.attachments?.[0]?.isCut).toBe(true);
      expect(tokensOf(fitting)).toBeLessThan(8_000);
    });
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
