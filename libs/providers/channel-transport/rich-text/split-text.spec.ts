import { discordMarkdown, slackMrkdwn, telegramHtml, whatsappMarks } from './flavours';
import { markdownText } from './markdown-text';
import { type Flavour, type RichText, render } from './rich-text';
import { splitText } from './split-text';

const plain = (text: string): RichText => ({ text, spans: [] });
const byLength = (maxChars: number) => ({ maxChars, measure: ({ text }: RichText) => text.length });
const cut = (text: string, maxChars: number) => splitText(plain(text), byLength(maxChars)).map((part) => part.text);
const withoutBlanks = (text: string) => text.replace(/\s+/g, '');

/** A generator of the same numbers each time (Park and Miller, 1988), so that a failure can be repeated. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const PIECES = [
  'Tea ',
  'is **very good** today. ',
  'See [our *menu*](https://tea.example/menu?a=1&b=2) [1]. ',
  '`code <b>` ',
  '~~never~~ ',
  '\n\n',
  '\n- one\n- two **bold\n- three\n\n',
  '\n\n```ts\nconst tea = 1 < 2 && "x";\n\n  indented();\n```\n\n',
  '\n\n> quoted *words* here\n> and there\n\n',
  '# Heading & more\n\n',
  '👩‍👩‍👧‍👦🫖🇩🇪 ',
  'お茶はとても美味しいです。ぜひ飲んでみてください。',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '<!channel> <@U1> @everyone & "quotes" \\* \\_ ',
  '2 * 3 * 4 = 24, snake_case_name, a | b ',
  'e\u0301o\u0308\u0323 ',
];

function someMarkdown(seed: number): string {
  const next = numbersFrom(seed);
  return Array.from({ length: 20 + next(60) }, () => PIECES[next(PIECES.length)]).join('');
}

describe('splitting', () => {
  it('leaves a text alone that fits', () => {
    expect(cut('Tea is good. Milk too.', 22)).toEqual(['Tea is good. Milk too.']);
  });

  it('cuts at the end of a paragraph, else of a line, of a sentence, of a word', () => {
    expect(cut('One. Two.\n\nThree four. Five', 22)).toEqual(['One. Two.', 'Three four. Five']);
    expect(cut('One two three\nfour five six', 20)).toEqual(['One two three', 'four five six']);
    expect(cut('One two. Three four five', 15)).toEqual(['One two.', 'Three four five']);
    expect(cut('“One two!” Three four five', 15)).toEqual(['“One two!”', 'Three four five']);
    expect(cut('お茶です。美味しいですよ', 8)).toEqual(['お茶です。', '美味しいですよ']);
    expect(cut('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(cut('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('does not make a small part of a short first paragraph', () => {
    const text = `Hi\n\n${'word '.repeat(20)}`;
    expect(cut(text, 60)[0]!.length).toBeGreaterThan(40);
  });

  it('does not take a point within a number or a name for the end of a sentence', () => {
    expect(cut('Version 12.5 of tea.example is here', 20)).toEqual(['Version 12.5 of', 'tea.example is here']);
  });

  it('cuts no letter in two that people see as one', () => {
    for (const letter of ['😀', '👩‍👩‍👧‍👦', '🇩🇪', 'e\u0301', '👍🏽']) {
      const text = letter.repeat(30);
      for (let maxChars = letter.length; maxChars < letter.length * 3; maxChars++) {
        const parts = cut(text, maxChars);
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => part.length % letter.length === 0)).toBe(true);
      }
    }
  });

  it('goes on when a letter alone is too long, and still cuts no pair', () => {
    const parts = cut('👩‍👩‍👧‍👦'.repeat(3), 4);
    expect(parts.join('')).toBe('👩‍👩‍👧‍👦'.repeat(3));
    expect(parts.every((part) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part))).toBe(true);
  });

  it('closes a fence that it cuts, and opens it again', () => {
    const code = Array.from({ length: 12 }, (_, n) => `  line(${n});`).join('\n');
    const rich = markdownText(`Look:\n\n\`\`\`js\n${code}\n\`\`\`\n\nThat is **all**.`);
    const parts = splitText(rich, { maxChars: 90, measure: (part) => render(part, discordMarkdown).length });
    const written = parts.map((part) => render(part, discordMarkdown));
    expect(written.length).toBeGreaterThan(2);
    for (const part of written) expect((part.match(/```/g) ?? []).length % 2).toBe(0);
    for (const part of written.slice(1, -1)) expect(part).toMatch(/^```js\n {2}line\(\d+\);[\s\S]*\n```$/);
    expect(parts.map(({ text }) => text).join('\n')).toContain('  line(11);');
  });

  it.each<[string, Flavour, 'read' | 'sent']>([
    ['Telegram', telegramHtml, 'read'],
    ['Slack', slackMrkdwn, 'sent'],
    ['Discord', discordMarkdown, 'sent'],
    ['WhatsApp', whatsappMarks, 'sent'],
  ])('keeps every word of any text for %s, in parts within the limit', (_, flavour, counts) => {
    for (let seed = 1; seed <= 25; seed++) {
      const rich = markdownText(someMarkdown(seed));
      const measure = (part: RichText) => (counts === 'read' ? part.text.length : render(part, flavour).length);
      for (const maxChars of [160, 500, 4_096]) {
        const parts = splitText(rich, { maxChars, measure });
        expect(parts.map(measure).every((length) => length <= maxChars)).toBe(true);
        expect(withoutBlanks(parts.map(({ text }) => text).join(''))).toBe(withoutBlanks(rich.text));
        for (const part of parts) expect(part.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
    }
  });

  it('cuts a long text in parts without reading it over and over', () => {
    let measured = 0;
    const text = 'word '.repeat(40_000);
    const measure = (part: RichText) => {
      measured++;
      return part.text.length;
    };
    splitText(plain(text), { maxChars: 2_000, measure });
    expect(measured).toBeLessThan(100 * 20);
  });

  it('takes text as it is when it is longer than replies are', () => {
    const words = '**so** '.repeat(5_000);
    expect(markdownText(words)).toEqual({ text: words.trimEnd(), spans: [] });
    expect(markdownText(words.slice(0, 700)).spans).toHaveLength(100);
  });

  it('takes text as it is when its Markdown is nested beyond all reading', () => {
    const text = `${'> '.repeat(6_000)}tea`;
    expect(markdownText(text)).toEqual({ text, spans: [] });
  });
});
