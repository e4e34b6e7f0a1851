import { estimateTokens } from '#providers/llm';
import { cutToTokens, latestWithin } from './token-window';

const say = (text: string) => ({ text });

test('the latest messages are kept, as many as fit', () => {
  const messages = [say('one two three'), say('four five'), say('six')];
  expect(latestWithin(messages, 100)).toEqual(messages);
  expect(latestWithin(messages, 3)).toEqual([say('four five'), say('six')]);
  expect(latestWithin([say('word '.repeat(20))], 5)).toEqual([]);
});

test('a text is cut at its end, within whole characters', () => {
  expect(cutToTokens('one two three', 3)).toBe('one two three');
  const cut = cutToTokens('word '.repeat(1_000), 10);
  expect(estimateTokens(cut)).toBeLessThanOrEqual(10);
  expect(estimateTokens(cut)).toBeGreaterThan(6);
  expect(cutToTokens('😀'.repeat(50), 3)).toMatch(/^(😀)*$/u);
});
