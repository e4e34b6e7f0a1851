import { expectProportionalTime } from '#testing';
import { MAX_PASSAGE_CHARS, passagesOf } from './passages';

const bodies = (content: string) => passagesOf('Title', content).map(({ body }) => body);
const sections = (content: string) => passagesOf('Title', content).map(({ section, body }) => [section, body]);
const sentence = (number: number) => `This is sentence number ${number} of a rather long paragraph. `;

describe('passagesOf', () => {
  test('keeps a short text whole', () => {
    expect(passagesOf('Hours', 'Open from 9 to 5.\n\nClosed on Sunday.')).toEqual([
      { position: 0, title: 'Hours', section: null, body: 'Open from 9 to 5.\n\nClosed on Sunday.' },
    ]);
  });

  test('numbers passages from 0', () => {
    const passages = passagesOf('Title', Array(5).fill('x'.repeat(1_000)).join('\n\n'));
    expect(passages.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
  });

  test('begins a new passage where a paragraph no longer fits', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${letter} `.repeat(300).trim()) as [string, string, string];
    expect(bodies([a, b, c].join('\n\n'))).toEqual([`${a}\n\n${b}`, c]);
  });

  test('cuts a long paragraph between sentences', () => {
    const text = Array.from({ length: 60 }, (_, number) => sentence(number)).join('');
    const cut = bodies(text);
    expect(cut.length).toBeGreaterThan(1);
    for (const body of cut) {
      expect(body.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARS);
      expect(body).toMatch(/^This is .*paragraph\.$/);
    }
    expect(cut.join(' ')).toBe(text.trim());
  });

  test('cuts a long sentence between words', () => {
    const words = Array.from({ length: 500 }, (_, number) => `word${number}`);
    const cut = bodies(words.join(' '));
    expect(cut.every((body) => body.length <= MAX_PASSAGE_CHARS)).toBe(true);
    expect(cut.flatMap((body) => body.split(' '))).toEqual(words);
  });

  test('cuts Chinese, which has no spaces, without losing a character', () => {
    const text = '我们的商店周一至周五营业'.repeat(300);
    const cut = bodies(text);
    expect(cut.every((body) => body.length <= MAX_PASSAGE_CHARS)).toBe(true);
    expect(cut.join('')).toBe(text);
  });

  test('never cuts a surrogate pair or a grapheme, even in a word longer than a passage', () => {
    const family = '👨‍👩‍👧‍👦';
    const cut = bodies(`x${family.repeat(400)}`);
    expect(cut.length).toBeGreaterThan(1);
    for (const body of cut) {
      expect(body.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARS);
      expect(body.isWellFormed()).toBe(true);
      expect(body.replaceAll(family, '')).toMatch(/^x?$/);
    }
  });

  test('bounds even a letter with thousands of marks', () => {
    const text = `a${'\u0301'.repeat(5_000)}`;
    expect(bodies(text).every((body) => body.length <= MAX_PASSAGE_CHARS)).toBe(true);
    expect(bodies(text).join('')).toBe(text);
  });

  test('names the headings above a passage', () => {
    const text = '# Billing\nIntro.\n## Refunds ##\nWithin 14 days.\n\n# Delivery\nTwo days.';
    expect(sections(`Before.\n${text}`)).toEqual([
      [null, 'Before.'],
      ['Billing', 'Intro.'],
      ['Billing > Refunds', 'Within 14 days.'],
      ['Delivery', 'Two days.'],
    ]);
  });

  test('keeps the text of a heading that stands alone', () => {
    expect(sections('# Only a heading')).toEqual([['Only a heading', 'Only a heading']]);
    expect(sections('# A\n# B\ntext')).toEqual([
      ['A', 'A'],
      ['B', 'text'],
    ]);
    expect(sections('# A\n## B\ntext')).toEqual([['A > B', 'text']]);
  });

  test('takes no hashtag, bare mark or comment in code for a heading', () => {
    const text = '#hashtag\n#\n```sh\n# install\n\nnpm ci\n```\nDone.';
    expect(sections(text)).toEqual([[null, text]]);
  });

  test('reads all line ends alike', () => {
    expect(sections('# A\r\none\r\rtwo\r\n')).toEqual([['A', 'one\n\ntwo']]);
  });

  test('has no passage for blank text', () => {
    expect(passagesOf('Title', ' \n\t\n ')).toEqual([]);
  });

  test('loses no word of a long mixed text', () => {
    const text = Array.from({ length: 200 }, (_, number) =>
      number % 10 === 0 ? `## Part ${number}` : sentence(number).repeat((number % 7) + 1),
    ).join('\n\n');
    const found = new Set(passagesOf('Title', text).flatMap(({ section, body }) => `${section} ${body}`.split(/\s+/)));
    const wanted = text.split(/\s+/).filter((word) => word !== '' && word !== '##');
    expect(wanted.filter((word) => !found.has(word))).toEqual([]);
  });

  test.each(['A sentence with some words in it. ', '字', 'x', '`', '# h\nx\n', '#  #'])(
    'takes time in proportion to the text, whatever it is made of (%j)',
    (part) => expectProportionalTime((chars) => passagesOf('Title', part.repeat(chars / part.length)), 10_000),
  );
});
