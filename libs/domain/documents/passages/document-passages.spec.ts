import type { ChunkingSettings } from '#domain/knowledge';
import { estimateTokens } from '#providers/llm';
import type { TextBlock } from '#providers/text-extraction';
import { expectProportionalTime } from '#testing';
import { passagesOfDocument } from './document-passages';
import { textOfBlocks } from './extracted-text';

const SIZE: ChunkingSettings = { maxTokens: 60, overlapTokens: 0 };
const passages = (blocks: TextBlock[], size = SIZE, title?: string) => [
  ...passagesOfDocument('Guide', { title, blocks }, size),
];
const sections = (blocks: TextBlock[], title?: string) =>
  passages(blocks, SIZE, title).map(({ section, body }) => [section, body]);
const heading = (level: number, text: string): TextBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text });
const row = (values: Record<string, string>): TextBlock => ({
  kind: 'row',
  cells: Object.entries(values).map(([name, value]) => ({ name, value })),
});
const sentences = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `This is sentence number ${from + at} of the text.`).join(' ');

describe('the passages of a document', () => {
  test('stand under the path of their headings, numbered from 0', () => {
    expect(
      passages([
        paragraph('Before.'),
        heading(1, 'A'),
        heading(2, 'B'),
        paragraph('In B.'),
        heading(1, 'C'),
        paragraph('In C.'),
      ]),
    ).toEqual([
      { position: 0, title: 'Guide', section: null, body: 'Before.', metadata: { offset: 0 } },
      { position: 1, title: 'Guide', section: 'A > B', body: 'In B.', metadata: { offset: 15 } },
      { position: 2, title: 'Guide', section: 'C', body: 'In C.', metadata: { offset: 25 } },
    ]);
  });

  test('stand under the title that the file gives itself, too', () => {
    expect(sections([heading(1, 'A'), paragraph('x')], 'Page')).toEqual([['Page > A', 'x']]);
    expect(sections([heading(1, 'Page'), paragraph('x')], 'Page')).toEqual([['Page', 'x']]);
    expect(sections([paragraph('x')], 'Guide')).toEqual([[null, 'x']]);
  });

  test('keep the text of a heading that stands alone', () => {
    expect(sections([heading(1, 'A'), heading(1, 'B'), paragraph('x'), heading(2, 'C')])).toEqual([
      ['A', 'A'],
      ['B', 'x'],
      ['B > C', 'C'],
    ]);
  });

  test('are no longer than the size allows, cut between sentences', () => {
    const found = passages([paragraph(sentences(30)), paragraph(sentences(3, 30))]);
    expect(found.length).toBeGreaterThan(4);
    for (const { body } of found) {
      expect(estimateTokens(body)).toBeLessThanOrEqual(SIZE.maxTokens);
      expect(body).toMatch(/^This is [\s\S]* text\.$/);
    }
    expect(
      found
        .map(({ body }) => body)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toBe(sentences(33));
  });

  test('repeat the last sentences of the one before when they are told to, but never more than that', () => {
    const found = passages([paragraph(sentences(20))], { maxTokens: 60, overlapTokens: 20 });
    for (const [at, { body }] of found.entries()) {
      const before = found[at - 1]?.body;
      if (before) expect(before.slice(-120)).toContain(body.slice(0, body.indexOf('.') + 1));
      expect(estimateTokens(body)).toBeLessThanOrEqual(60);
    }
    expect(
      passages([paragraph(sentences(6)), heading(1, 'B'), paragraph('x')], { maxTokens: 60, overlapTokens: 20 }).at(-1),
    ).toMatchObject({ body: 'x' });
  });

  test('keep rows whole, each with the names of its columns', () => {
    const rows = Array.from({ length: 12 }, (_, at) =>
      row({ product: `Lamp ${at}`, price: `${at} euros`, note: 'in stock' }),
    );
    for (const { body } of passages(rows)) {
      for (const line of body.split('\n\n'))
        expect(line).toMatch(/^product: Lamp \d+; price: \d+ euros; note: in stock$/);
    }
  });

  test('cut a record that is longer than a passage between its fields', () => {
    const long = row(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`field${at}`, `value ${at}`])));
    const found = passages([long]);
    expect(found.length).toBeGreaterThan(1);
    expect(
      found
        .map(({ body }) => body)
        .join('; ')
        .split('; '),
    ).toEqual(Array.from({ length: 30 }, (_, at) => `field${at}: value ${at}`));
  });

  test('keep code whole where it fits, and cut it between lines where not', () => {
    const code = (lines: number): TextBlock => ({
      kind: 'code',
      text: Array.from({ length: lines }, (_, at) => `  call(${at});`).join('\n'),
    });
    expect(passages([paragraph(sentences(4)), code(8)]).map(({ body }) => body.startsWith('  call(0)'))).toEqual([
      false,
      true,
    ]);
    for (const { body } of passages([code(60)]))
      for (const line of body.split('\n')) expect(line).toMatch(/^ {2}call\(\d+\);$/);
  });

  test('write lists as people do', () => {
    const items: TextBlock[] = [
      { kind: 'list-item', text: 'one', depth: 0 },
      { kind: 'list-item', text: 'inner', depth: 1 },
      { kind: 'list-item', text: '2. second', depth: 0 },
    ];
    expect(sections([paragraph('Steps:'), ...items])).toEqual([[null, 'Steps:\n- one\n  - inner\n2. second']]);
  });

  test('tell on which page they begin, where there are pages', () => {
    const blocks: TextBlock[] = [
      { ...paragraph(sentences(4)), page: 1 },
      { ...paragraph(sentences(4)), page: 2 },
      { ...heading(1, 'Bare'), page: 3 },
      { ...heading(1, 'Fees'), page: 4 },
      { ...paragraph('Eighty euros.'), page: 5 },
    ];
    expect(passages(blocks).map(({ metadata }) => metadata)).toEqual([
      { page: 1, offset: 0 },
      { page: 2, offset: 157 },
      { page: 3, offset: 314 },
      { page: 5, offset: 326 },
    ]);
    expect(passages([paragraph('Text.')])[0]?.metadata).not.toHaveProperty('page');
  });

  test.each([0, 20])('tell where they begin in the text of the file, whatever they repeat (%d)', (overlapTokens) => {
    const blocks: TextBlock[] = [
      heading(1, 'A'),
      paragraph(sentences(20)),
      { kind: 'list-item', text: 'one', depth: 0 },
      { kind: 'list-item', text: sentences(12), depth: 1 },
      { kind: 'code', text: Array.from({ length: 40 }, (_, at) => `  call(${at});`).join('\n') },
      row(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`field${at}`, `value ${at}`]))),
      heading(2, 'Bare'),
      heading(2, 'B'),
      { kind: 'faq', question: 'Why?', alternates: ['How come?'], answer: sentences(15) },
      paragraph('The end.'),
    ];
    const text = textOfBlocks({ blocks });
    const found = passages(blocks, { maxTokens: 60, overlapTokens });
    expect(found.length).toBeGreaterThan(12);
    for (const { body, metadata } of found) {
      const offset = metadata?.offset as number;
      expect(text.slice(offset, offset + body.length)).toBe(body);
    }
  });

  test('are the answers of questions, each for itself, under the question in all its words', () => {
    const blocks: TextBlock[] = [
      heading(1, 'Parking'),
      {
        kind: 'faq',
        question: 'What is a permit?',
        alternates: ['Do I pay?', 'Fee?'],
        answer: 'Eighty euros.',
        page: 3,
      },
      { kind: 'faq', question: 'Who may park?', alternates: [], answer: 'Residents.', page: 3 },
      paragraph('That is all.'),
    ];
    expect(passages(blocks).map(({ section, body, metadata }) => [section, body, metadata?.page])).toEqual([
      ['Parking > What is a permit? / Do I pay? / Fee?', 'Eighty euros.', 3],
      ['Parking > Who may park?', 'Residents.', 3],
      ['Parking', 'That is all.', undefined],
    ]);
    const asHeadings = blocks.map((block) => (block.kind === 'faq' ? { ...block, level: 1 } : block));
    expect(passages(asHeadings).map(({ section }) => section)).toEqual([
      'Parking',
      'What is a permit? / Do I pay? / Fee?',
      'Who may park?',
      null,
    ]);
  });

  test.each(['字', 'x', 'A b c. ', '!', '👨‍👩‍👧‍👦', 'a\n'])(
    'take time in proportion to the text, whatever it is made of (%j)',
    (part) =>
      expectProportionalTime((chars) => {
        const text = part.repeat(chars / part.length);
        const found = passages([paragraph(text)], { maxTokens: 300, overlapTokens: 50 });
        expect(found.every(({ body }) => body.isWellFormed())).toBe(true);
      }, 10_000),
  );
});
