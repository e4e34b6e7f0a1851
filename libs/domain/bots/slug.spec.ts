import { freeSlug, slugOf } from './slug';

describe('slugOf', () => {
  test.each([
    ['Support Bot', 'support-bot'],
    ['  Support -- Bot!  ', 'support-bot'],
    ['Café Zürich', 'cafe-zurich'],
    ['Straße Ægir Łódź Søren', 'strasse-aegir-lodz-soren'],
    ["Jane's and Joe’s Helper", 'janes-and-joes-helper'],
    ['İstanbul ISPARTA ılık', 'istanbul-isparta-ilik'],
    ['ﬁnance ２０２６', 'finance-2026'],
    ['support_bot.v2', 'support-bot-v2'],
  ])('folds %s to ASCII kebab case', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test.each(['🤖🚀', '客服机器人', '***', ''])(
    'gives a name without an ASCII letter (%s) a slug all the same',
    (name) => {
      expect(slugOf(name)).toBe('bot');
    },
  );

  test('keeps what ASCII can write of a mixed name', () => {
    expect(slugOf('客服 Help 🤖')).toBe('help');
  });

  test('cuts a long name at a word', () => {
    expect(slugOf('word '.repeat(25))).toBe(Array(13).fill('word').join('-'));
  });

  test('cuts a single long word at 64 characters', () => {
    expect(slugOf('x'.repeat(128))).toBe('x'.repeat(64));
  });
});

describe('freeSlug', () => {
  test('is the wanted slug when nobody has it', () => {
    expect(freeSlug('help', new Set(['help-2']))).toBe('help');
  });

  test('counts from 2 and fills gaps', () => {
    expect(freeSlug('help', new Set(['help']))).toBe('help-2');
    expect(freeSlug('help', new Set(['help', 'help-2', 'help-4']))).toBe('help-3');
  });
});
