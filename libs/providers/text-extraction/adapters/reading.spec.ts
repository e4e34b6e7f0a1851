import { extract, noted } from '../text-extractor.contract-suite';
import { csvExtractor } from './csv.adapter';
import { htmlExtractor } from './html.adapter';
import { jsonExtractor } from './json.adapter';
import { markdownExtractor } from './markdown.adapter';
import { plainTextExtractor } from './plain-text.adapter';

describe('plain text', () => {
  test('is parted by blank lines', async () => {
    const { blocks } = await extract(plainTextExtractor, 'one\r\ntwo\r\n\r\n \r\nthree');
    expect(noted(blocks)).toEqual(['one\ntwo', 'three']);
  });
});

describe('Markdown', () => {
  const read = async (text: string) => noted((await extract(markdownExtractor, text)).blocks);

  test('becomes headings, paragraphs, items, rows and code', async () => {
    const text = `# Router\n\nHold *the* **button**, see [help](https://x.example/a_b).\n\nSetext\n---\n\n1. Open\n2. Close\n   - inner\n\n> quoted\n\n| Part | Price |\n|---|---|\n| Lamp | 9 |\n\n\`\`\`sh\nnpm ci\n\`\`\`\n\n[ref]: https://x.example\n`;
    expect(await read(text)).toEqual([
      '# Router',
      'Hold the button, see help.',
      '## Setext',
      '- 1. Open',
      '- 2. Close',
      '  - inner',
      'quoted',
      '| Part=Lamp | Price=9',
      '`npm ci`',
    ]);
  });

  test('loses its marks but no text that looks like them', async () => {
    expect(await read('Set `max_size` to 2 * 3 in snake_case_name, \\*not\\* ~~old~~ <b>bold</b> a &amp; b.')).toEqual([
      'Set max_size to 2 * 3 in snake_case_name, *not* old bold a & b.',
    ]);
  });

  test('may begin with front matter, which gives the title', async () => {
    const { title, blocks } = await extract(markdownExtractor, '---\ntitle: "My page"\ntags: [a]\n---\nText.');
    expect([title, noted(blocks)]).toEqual(['My page', ['Text.']]);
  });

  test('keeps code whole over the parts that it is read in', async () => {
    const code = Array.from({ length: 2_000 }, (_, at) => `# line ${at}`).join('\n');
    const found = await read(`Before.\n\n\`\`\`\n${code}\n\`\`\`\n\nAfter.`);
    expect(found.filter((one) => one.startsWith('#'))).toEqual([]);
    expect(found.at(-1)).toBe('After.');
    expect(found.join('\n').match(/line \d+/g)).toHaveLength(2_000);
  });
});

describe('HTML', () => {
  const read = async (text: string) => noted((await extract(htmlExtractor, text)).blocks);

  test('is read without what surrounds the text', async () => {
    const page = `<!doctype html><html><head><title> My &amp; page </title><style>p{}</style></head><body><nav>Menu</nav>
      <h1>Hours</h1><p>Open <b>from</b>\n 9 <a href="/x">to five</a>.<br>Daily.</p><aside>Ad</aside>
      <ul><li>one<ul><li>inner</li></ul></li><li>two</ul><pre>a\n  b</pre><div role="navigation">x</div><footer>Foot</footer><script>1</script></body></html>`;
    const { title, blocks } = await extract(htmlExtractor, page);
    expect(title).toBe('My & page');
    expect(noted(blocks)).toEqual([
      '# Hours',
      'Open from 9 to five.\nDaily.',
      '- one',
      '  - inner',
      '- two',
      '`a\n  b`',
    ]);
  });

  test('gives its main part when it marks one', async () => {
    expect(await read('<div>Chrome</div><main><h2>A</h2><p>Text of the page.</p></main><div>Chrome</div>')).toEqual([
      '## A',
      'Text of the page.',
    ]);
  });

  test('gives the rows of its tables with the names of their columns', async () => {
    const table =
      '<table><thead><tr><th>Part<th>Price</thead><tr><td><p>Lamp</p> big<td>9 <b>euros</b><tr><td>Desk<td>20</table><p>After</p>';
    expect(await read(table)).toEqual(['| Part=Lamp big | Price=9 euros', '| Part=Desk | Price=20', 'After']);
  });
});

describe('JSON', () => {
  const read = async (text: string) => noted((await extract(jsonExtractor, text)).blocks);

  test('is a record for each object of a list, nested paths in words', async () => {
    expect(
      await read(
        '[{"openingHours":{"monday":"9-17"},"tags":["a","b"],"open_now":true,"none":null},{"items":[{"id":1},{"id":2}]}]',
      ),
    ).toEqual(['| opening hours monday=9-17 | tags=a, b | open now=true', '| items 1 id=1 | items 2 id=2']);
  });

  test('has a heading for each list under a name', async () => {
    expect(await read('{"company":"Fern","faq":[{"q":"Open?","a":"Yes"}],"data":{"staff":[{"name":"Ann"}]}}')).toEqual([
      '| company=Fern',
      '# faq',
      '? Open?\n! Yes',
      '# data',
      '## staff',
      '| name=Ann',
    ]);
  });

  test('may be one value a line', async () => {
    expect(await read('{"a":1}\n{"a":2}\n')).toEqual(['| a=1', '| a=2']);
  });

  test('that is broken is told where', async () => {
    await expect(read('{"a": 1,\n "b" 2}')).rejects.toThrow(
      /^The file is not valid JSON: expected ':' after property name at position 14 \(line 2 column 6\)\.$/,
    );
  });

  test('holds what the database cannot store, and is read all the same', async () => {
    expect(await read('{"a":"x\\u0000y \\ud800"}')).toEqual(['| a=xy \ufffd']);
  });

  test.each([
    ['{"a":', '}', 200],
    ['[', ']', 100_000],
    ['[{"a":', '}]', 100_000],
  ])('nested without end is refused: %s...%s', async (open, close, levels) => {
    await expect(read(`${open.repeat(levels)}1${close.repeat(levels)}`)).rejects.toMatchObject({
      code: 'text_extraction.too_nested',
    });
  });
});

describe('CSV', () => {
  const read = async (text: string) => noted((await extract(csvExtractor, text)).blocks);

  test.each([
    ['commas', 'part,price\nLamp,9\n'],
    ['semicolons', 'part;price\nLamp;9\n'],
    ['tabs', 'part\tprice\r\nLamp\t9\r\n'],
    ['bars', 'part|price\nLamp|9\n'],
    ['what it says itself', 'sep=#\npart#price\nLamp#9\n'],
  ])('is parted by %s', async (_name, text) => {
    expect(await read(text)).toEqual(['| part=Lamp | price=9']);
  });

  test('keeps what is quoted together, and leaves out empty cells', async () => {
    expect(await read('part,note,price\n"Lamp, big","says ""hi""\nthere",\n')).toEqual([
      '| part=Lamp, big | note=says "hi" there',
    ]);
  });

  test('has no names when its first row holds numbers', async () => {
    expect(await read('Lamp,9\nDesk,20\n')).toEqual(['| ?=Lamp | ?=9', '| ?=Desk | ?=20']);
  });

  test('whose quote is never closed is refused with a hint', async () => {
    await expect(read('a,b\n"x,1\ny,2\n')).rejects.toThrow(/^The file is not valid CSV: quote not closed/i);
  });
});
