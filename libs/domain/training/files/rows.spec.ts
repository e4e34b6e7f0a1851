import { DATASET_LIMITS } from '../datasets/datasets.types';
import { CheckedRows } from './checked-rows';
import { DATASET_FILE_LIMITS, type DatasetFormat } from './dataset-files.types';
import type { FileRow } from './file-row';
import { readRows } from './read-rows';
import { formatOf, textOfFile } from './told-format';

async function rowsOf(text: string, format: DatasetFormat): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const row of readRows(text, format, () => undefined)) rows.push(row);
  return rows;
}

async function problemsOf(text: string, format: DatasetFormat): Promise<string[]> {
  const rows = new CheckedRows();
  for (const row of await rowsOf(text, format)) rows.add(row);
  return rows.problems.map(({ message }) => message);
}

const HI = { line: 1, values: { input: 'hi', intent: 'greeting' } };

describe('lines of JSON', () => {
  test('are examples, numbered as an editor does, whatever line ends and keys they have', async () => {
    const text = '{"text":"hi","label":"greeting"}\r\n\n  \n{"INPUT":"bye","Answer":"Bye!","category":3,"x":1}';
    expect(await rowsOf(text, 'jsonl')).toEqual([
      HI,
      { line: 4, values: { input: 'bye', output: 'Bye!', intent: '3' } },
    ]);
  });

  test('that are no objects or too long are named', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(DATASET_FILE_LIMITS.rowLength) });
    expect(await problemsOf(`[]\n{"a"\n${long}`, 'jsonl')).toHaveLength(1);
    expect(await problemsOf(`{"text":"a","label":"b"}\n{"a"\n5\n${long}`, 'jsonl')).toEqual([
      'Line 2: It is not a JSON object.',
      'Line 3: It is not a JSON object.',
      'Line 4: It has more than 1,000,000 characters.',
    ]);
  });

  test.each([
    ['a list', '[\n {"text":"hi","intent":"greeting"} ,\n {"input":"b]}\\"","label":"c"}\n]\n', 2, 3],
    [
      'an object with a list',
      '{"version":{"a":[1]},\n"examples":[{"text":"hi","intent":"greeting"},\n\n{"input":"b]}\\"","label":"c"}], "x": "y"}',
      2,
      4,
    ],
    [
      'an object over lines',
      '{\n"examples":\n[{"text":"hi","intent":"greeting"},{"input":"b]}\\"","label":"c"}]\n}',
      3,
      3,
    ],
  ])('may be one document: %s', async (_name, text, first, second) => {
    expect(await rowsOf(text, 'jsonl')).toEqual([
      { ...HI, line: first },
      { line: second, values: { input: 'b]}"', intent: 'c' } },
    ]);
  });

  test.each([
    ['[{"text":"a","label":"b"}', 'Line 1: The list goes on in a way that is not JSON, or does not end.'],
    ['[{"text":"a","label":"b"}\n{}]', 'Line 2: The list goes on in a way that is not JSON, or does not end.'],
    ['[{"text":"a","label":"b"},]', 'Line 1: A value is missing.'],
    ['[{"text":"a","label":"b"}] x', 'Line 1: Nothing may stand behind the list.'],
    ['{"examples":[]', 'Line 1: The object goes on in a way that is not JSON, or does not end.'],
    ['{\n"data":[]}', 'Line 1: There is no list of examples.'],
    ['["a"]', 'Line 1: It is not a JSON object.'],
  ])('that are a broken document are refused: %s', async (text, message) => {
    expect(await problemsOf(text, 'jsonl')).toEqual([message]);
  });
});

describe('a table', () => {
  test('has columns by name, quoted cells over lines, and metadata as JSON', async () => {
    const text =
      '\uFEFFUtterance;Label;Response;Metadata;Other\r\n"hi;\r\n""you""";greeting;;"{""a"":1}";x\r\n;;;;\r\nbye;;Bye!;;\r\n';
    expect(await rowsOf(textOfFile(Buffer.from(text)), 'csv')).toEqual([
      { line: 2, values: { input: 'hi;\r\n"you"', intent: 'greeting', metadata: { a: 1 } } },
      { line: 5, values: { input: 'bye', output: 'Bye!' } },
    ]);
  });

  test.each(['utf16le', 'latin1'] as const)('may be %s, as spreadsheets write', async (encoding) => {
    const bytes = Buffer.from(`${encoding === 'latin1' ? '' : '\uFEFF'}text\tlabel\ncafé\tdrink`, encoding);
    expect(await rowsOf(textOfFile(bytes), 'csv')).toEqual([{ line: 2, values: { input: 'café', intent: 'drink' } }]);
  });

  test.each([
    ['a,b\n1,2\n', 'Line 1: The first row must name the columns'],
    ['text,name\n1,2\n', 'Line 1: The first row must name the columns'],
    ['text,label\na,b\n\n"open,c\n', 'Line 4: A quote is opened in this row'],
    [`text,label\na,b\n"${'x,y\n'.repeat(400_000)}`, 'Line 3: The row has more than 1,000,000 characters'],
    ['text,label,metadata\na,b,{x\n', 'Line 2: metadata must be an object of at most 8,192 bytes as JSON.'],
  ])('that is broken is refused: %#', async (text, message) => {
    expect(await problemsOf(text, 'csv')).toEqual([expect.stringContaining(message)]);
  });
});

describe('an example of a file', () => {
  const check = (values: object) => problemsOf(JSON.stringify(values), 'jsonl');
  const deep = JSON.parse(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`);

  test('has the output of its intent when it has none, and the limits of all examples', async () => {
    const rows = new CheckedRows();
    rows.add(HI);
    expect(rows.examples).toMatchObject([{ input: 'hi', output: 'greeting', intent: 'greeting', isIntentGiven: true }]);
  });

  test.each([
    [{ input: 'hi' }, 'output is required and must be a text of 1 to 8,000 characters.'],
    [{ label: 'a' }, 'input is required and must be a text of 1 to 2,000 characters.'],
    [{ text: ['hi'], label: 'a' }, 'input must be a text of 1 to 2,000 characters.'],
    [
      { text: 'x'.repeat(DATASET_LIMITS.inputLength + 1), label: 'a' },
      'input must be a text of 1 to 2,000 characters.',
    ],
    [{ text: 'a\0', label: 'a' }, 'input must not contain the character U+0000.'],
    [{ text: 'a', label: '\ud800' }, 'intent must be well-formed Unicode, without half surrogate pairs.'],
    [{ text: 'a', label: 'b', metadata: deep }, 'metadata must not be nested deeper than 64 levels.'],
    [{ text: 'a', label: 'b', metadata: [] }, 'metadata must be an object of at most 8,192 bytes as JSON.'],
  ])('is refused when it is wrong: %#', async (values, message) => {
    expect(await check(values)).toContain(`Line 1: ${message}`);
  });

  test('may have keys that mean something to JavaScript', async () => {
    const text = '{"__proto__":{"input":"x"},"text":"hi","label":"constructor","metadata":{"__proto__":{"a":1}}}';
    const [row] = await rowsOf(text, 'jsonl');
    expect(JSON.stringify(row)).toBe(
      '{"line":1,"values":{"input":"hi","intent":"constructor","metadata":{"__proto__":{"a":1}}}}',
    );
    expect(await rowsOf('__proto__,text,label\n1,hi,constructor', 'csv')).toHaveLength(1);
  });

  test('that is wrong is told of fifty times at most', async () => {
    expect(await problemsOf('{}\n'.repeat(500), 'jsonl')).toHaveLength(50);
  });
});

test.each([
  ['a.JSONL', '', '', 'jsonl'],
  ['a.json', 'text/csv', '', 'jsonl'],
  ['a.tsv', '', '', 'csv'],
  ['nlu.yml', '', '', 'rasa'],
  ['', 'application/yaml', '', 'rasa'],
  ['a.txt', 'text/csv; charset=utf-8', '', 'csv'],
  ['', 'application/x-ndjson', '', 'jsonl'],
  ['', 'text/plain', ' [{', 'jsonl'],
  ['', 'text/plain', 'version: "3.1"\nnlu:\n', 'rasa'],
  ['', '', 'text,label\nversion: 1,b', 'csv'],
])('the format is told by name, type or content: %j %j %j', (name, mediaType, text, format) => {
  expect(formatOf({ name, mediaType }, text)).toBe(format);
});

test.each([
  ['', 'file must be a file that is not empty.'],
  ['PK\u0003\u0004', 'file must be lines of JSON, a table (CSV) or YAML.'],
])('a file that is no text is refused: %j', (text, message) => {
  expect(() => textOfFile(Buffer.from(text))).toThrow(message);
});
