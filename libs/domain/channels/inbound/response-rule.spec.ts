import type { Behaviors } from '#domain/bots';
import { reasonForSilence, responseDelayMs, wordsOf } from './response-rule';

const SAID = { text: 'hello', attachments: [] };
const FILE = { name: 'tea.png', mediaType: 'image/png' };

describe('whether a bot answers', () => {
  const answers = (where: { isDirect: boolean; mentionsBot: boolean }, behaviors: Behaviors) =>
    reasonForSilence({ ...SAID, ...where }, behaviors) === undefined;

  test.each([
    [undefined, [true, true, false]],
    ['mentions', [true, true, false]],
    ['always', [true, true, true]],
    ['direct', [true, false, false]],
  ] as const)('by the rule %s: to it alone, mentioned, in a group', (shouldRespond, expected) => {
    const behaviors = shouldRespond ? { shouldRespond } : {};
    expect([
      answers({ isDirect: true, mentionsBot: false }, behaviors),
      answers({ isDirect: false, mentionsBot: true }, behaviors),
      answers({ isDirect: false, mentionsBot: false }, behaviors),
    ]).toEqual(expected);
  });

  test('it says nothing to nothing', () => {
    expect(reasonForSilence({ text: ' ', attachments: [], isDirect: true, mentionsBot: true }, {})).toContain(
      'no text',
    );
  });

  test('files without a word are named to it', () => {
    const sent = { text: '', attachments: [FILE], isDirect: true, mentionsBot: false };
    expect(reasonForSilence(sent, {})).toBeUndefined();
    expect(wordsOf(sent)).toBe('[tea.png]');
  });
});

test.each([
  [{}, 0],
  [{ responseDelayMs: { min: 1_000, max: 3_000 } }, 2_000],
  [{ responseDelayMs: { min: 1_000 } }, 1_000],
  [{ responseDelayMs: { max: 1_000 } }, 500],
])('a bot that behaves as %j waits %i ms in the middle of chance', (behaviors, expected) => {
  expect(responseDelayMs(behaviors, 0.5)).toBe(expected);
});
