import { type TextEncoding, writtenCell } from '#infra/text-files';
import { IMPORT_LIMITS, type TransferFormat } from '../transfers.types';
import { checkedRow, RefusedRow } from './checked-row';
import { writtenList } from './csv-cells';
import { readRows } from './read-rows';
import { valuesOf } from './row-fields';

/** In pieces that cut wherever they like. */
async function* piecesOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (
  text: string | Buffer,
  format: TransferFormat,
  { size = 7, encoding = 'utf-8' }: { size?: number; encoding?: TextEncoding } = {},
) => {
  const rows: unknown[] = [];
  for await (const row of readRows({ stream: piecesOf(Buffer.from(text as string), size), format, encoding })) {
    rows.push([row.row, readOrRefuse(row.read)]);
  }
  return rows;
};
const readOrRefuse = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusedRow) return error.message;
    throw error;
  }
};

describe('lines of JSON', () => {
  test('are rows, whatever keys are called, and are numbered as an editor does', async () => {
    const text =
      '{"title":"Ä","Source Type":"wiki"}\r\n\n  \n{"question":"a","alternates":["b"],"llmReply":false,"x":1}';
    expect(await read(text, 'jsonl')).toEqual([
      [1, { title: 'Ä', sourceType: 'wiki' }],
      [4, { phrasings: ['a', 'b'], llmReply: false }],
    ]);
  });

  test('that are no objects, or too long, are refused alone', async () => {
    const long = JSON.stringify({ title: 'x'.repeat(IMPORT_LIMITS.rowLength) });
    const rows = await read(`[1]\n{"a"\n${long}\n{"title":"fine"}\n`, 'jsonl', { size: 65_536 });
    expect(rows).toEqual([
      [1, 'It is not a JSON object.'],
      [2, 'It is not a JSON object.'],
      [3, 'It has more than 8,000,000 characters.'],
      [4, { title: 'fine' }],
    ]);
  });
});

describe('a table', () => {
  test('has columns by name, lists in cells, and blank cells that say nothing', async () => {
    const text = '\uFEFFTitle;Content;Tags;Other\r\nA;"one\r\ntwo; ""three""";x, y|z;1\r\n;;;\r\n\r\nB;b;;\r\n';
    expect(await read(text, 'csv')).toEqual([
      [2, { title: 'A', content: 'one\r\ntwo; "three"', tags: ['x', ' y', 'z'] }],
      [5, { title: 'B', content: 'b' }],
    ]);
    const questions = 'question,alternates,answer,llm reply,metadata\na,b|c,yes,no,"{""x"":1}"\n';
    expect(await read(questions, 'csv')).toEqual([
      [2, { phrasings: ['a', 'b', 'c'], answer: 'yes', llmReply: false, metadata: { x: 1 } }],
    ]);
  });

  test.each(['utf-16le', 'windows-1252'] as const)('may be %s, as spreadsheets write', async (encoding) => {
    const bytes = Buffer.from('title,content\nKöln,é', encoding === 'utf-16le' ? 'utf16le' : 'latin1');
    expect(await read(bytes, 'csv', { encoding })).toEqual([[2, { title: 'Köln', content: 'é' }]]);
  });

  test('without known columns, or broken, is refused as a whole', async () => {
    await expect(read('a,b\n1,2\n', 'csv')).rejects.toMatchObject({ code: 'transfers.no_columns' });
    await expect(read('title,content\n"a,b\n', 'csv')).rejects.toMatchObject({ code: 'transfers.broken_table' });
  });

  test.each([
    '=1+1',
    "'=1+1",
    "''@x",
    '+49 30',
    '-5',
    '@home',
    '\t tab',
    '\nline',
    "'quoted'",
    ' "spaced" ',
    'a,b;c\td\r\ne',
    '[not json',
  ])('gives %j back exactly', async (content) => {
    const [row] = await read(`title,content\r\nT,${writtenCell(content)}\r\n`, 'csv');
    expect(row).toEqual([2, { title: 'T', content }]);
  });

  test('never begins a cell with what a spreadsheet would calculate', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r', '\n']) {
      expect(writtenCell(`${sign}1`)).toMatch(/^"?'/);
    }
    expect(writtenCell('plain')).toBe('plain');
  });

  test.each([
    ['phrasings', ['Where?', 'a|b', 'two\nlines']],
    ['phrasings', ['["a"]']],
    ['phrasings', ['plain', 'and simple, too']],
    ['tags', ['a;b', 'c,d']],
    ['tags', ['-5', '=x']],
  ] as const)('gives a list of %s back exactly: %j', async (field, texts) => {
    const heading = field === 'tags' ? 'tags' : 'question';
    const [row] = await read(`title,${heading}\r\nT,${writtenCell(writtenList(field, texts))}\r\n`, 'csv');
    expect(row).toEqual([2, { title: 'T', [field]: texts }]);
  });
});

describe('a row', () => {
  const check = (said: Record<string, unknown>) => readOrRefuse(() => checkedRow(valuesOf(said)));

  test('is an item or a question by what it says', () => {
    expect(check({ title: 'A', content: 'a', external_id: 7, tags: ['x'] })).toEqual({
      type: 'item',
      key: '7',
      item: { title: 'A', content: 'a', key: '7', tags: ['x'], metadata: {}, language: null },
    });
    expect(check({ question: ' Where? ', answer: 'Here.' })).toMatchObject({
      type: 'question',
      key: null,
      question: { name: null, phrasings: ['Where?'], answer: 'Here.' },
    });
    expect(check({ type: 'Item', title: 'A', content: 'a', answer: 'x' })).toMatchObject({ type: 'item' });
  });

  test.each([
    [{ type: 'page' }, "type must be 'item' or 'question'."],
    [{ note: 1 }, 'It has neither title and content, as an item, nor question and answer.'],
    [{ title: 'A' }, 'content is required.'],
    [{ title: ' ', content: 'a' }, 'title is required.'],
    [{ title: 'A'.repeat(513), content: 'a' }, 'title must have at most 512 characters.'],
    [{ title: 'A', content: 'a\0' }, 'content must not contain the character U+0000.'],
    [{ title: 'A', content: ['a'] }, 'content must be a text.'],
    [{ title: 'A', content: 'a', metadata: 'x' }, 'metadata must be a JSON object.'],
    [
      { title: 'A', content: 'a', metadata: { x: '\ud800' } },
      'metadata must be well-formed Unicode, without half surrogate pairs.',
    ],
    [
      { title: 'A', content: 'a', metadata: { x: 'x'.repeat(70_000) } },
      'metadata must have at most 65,536 bytes as JSON.',
    ],
    [{ title: 'A', content: 'a', language: 'german' }, 'language must be a code of two letters (ISO 639-1).'],
    [{ title: 'A', content: 'a', tags: Array.from({ length: 51 }, String) }, 'tags must have at most 50 texts.'],
    [{ answer: 'x' }, 'question is required.'],
    [{ question: 'x' }, 'answer is required.'],
    [{ question: 'x', answer: 'y', llmReply: 'maybe' }, 'llmReply must be true or false.'],
    [{ question: 'x', answer: 'y', relatedPrompts: ['z'] }, 'relatedPrompts must have a label and a prompt each.'],
  ] as ReadonlyArray<[object, string]>)('is refused when it is wrong: %#', (said, message) => {
    expect(check({ ...said })).toBe(message);
  });
});
