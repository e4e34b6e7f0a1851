/**
 * Tables of text: fields parted by a comma, semicolon, tab or bar, quoted with `"` (RFC 4180, and what spreadsheets make
 * of it). A row comes with the names of its columns, because alone it says nothing.
 */
import { CsvError, type Parser, parse } from 'csv-parse';
import { BlockList, MAX_CELLS } from '../block-list';
import { isHeader } from '../table-header';
import { decodeText } from '../text-decoding';
import type { Cell, ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 20;
const SAMPLE_CHARS = 65_536;
/** What is a table without anybody saying so. */
const MIN_TABLE_LINES = 3;
const MAX_TABLE_FIELD_CHARS = 40;
/** One field or row; a quote that is never closed would take the rest of the file for one. */
const MAX_RECORD_CHARS = 1_000_000;
/** Characters that are parsed without a pause: a few milliseconds. */
const SLICE_CHARS = 65_536;

export const csvExtractor: TextExtractor = {
  format: 'csv',
  mediaTypes: ['text/csv', 'application/csv', 'text/tab-separated-values', 'application/vnd.ms-excel'],
  extensions: ['csv', 'tsv', 'tab'],

  recognizes: ({ text }) => text !== undefined && looksLikeTable(text),

  async extract(bytes: Uint8Array, { pace }: ExtractOptions): Promise<ExtractedText> {
    const { text, delimiter } = withDelimiter(decodeText(bytes));
    const list = new BlockList();
    let names: readonly string[] | undefined;
    for await (const rows of rowsOf(text, delimiter)) {
      for (const row of rows) {
        if (names === undefined && isAboveTable(row)) {
          list.paragraph(row.join(''));
          continue;
        }
        if (names === undefined) {
          names = isHeader(row) ? row : [];
          if (names.length > 0) continue;
        }
        list.row(cellsOf(row, names));
      }
      await pace.step();
    }
    if (list.blocks.length === 0 && names) list.row(cellsOf(names, []));
    return { title: undefined, blocks: list.blocks };
  },
};

/** What spreadsheets have above their table: one text in a row of several columns, or none. */
function isAboveTable(row: readonly string[]): boolean {
  return row.length > 1 && row.filter((cell) => cell.trim() !== '').length < 2;
}

function cellsOf(row: readonly string[], names: readonly string[]): Cell[] {
  return row.slice(0, MAX_CELLS).map((value, column) => ({ name: names[column], value }));
}

/** Rows as the parser finishes them, slice by slice. */
async function* rowsOf(text: string, delimiter: string): AsyncGenerator<string[][]> {
  let rows: string[][] = [];
  let failure: unknown;
  const parser = parse({
    delimiter,
    // The text has no other line ends; finding out would cost as much as reading it.
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARS,
  });
  parser.on('readable', () => {
    for (let row = parser.read() as string[] | null; row !== null; row = parser.read() as string[] | null)
      rows.push(row);
  });
  parser.on('error', (error) => {
    failure = error;
  });
  for (let at = 0; at < text.length; at += SLICE_CHARS) {
    await written(parser, text.slice(at, at + SLICE_CHARS));
    if (failure !== undefined) throw malformed(failure);
    yield rows;
    rows = [];
  }
  await new Promise<void>((resolve) => {
    parser.once('end', resolve).once('error', () => resolve());
    parser.end();
  });
  if (failure !== undefined) throw malformed(failure);
  yield rows;
}

function written(parser: Parser, slice: string): Promise<void> {
  return new Promise((resolve) => parser.write(slice, () => resolve()));
}

function malformed(failure: unknown) {
  if (!(failure instanceof CsvError)) return failure;
  if (failure.code === 'CSV_MAX_RECORD_SIZE') {
    const message = `The file is not valid CSV: a row is longer than ${MAX_RECORD_CHARS.toLocaleString('en-US')} characters; perhaps a quote is not closed.`;
    return extractionErrors.malformed({ message, cause: failure });
  }
  const reason = failure.message.charAt(0).toLowerCase() + failure.message.slice(1);
  return extractionErrors.malformed({ message: `The file is not valid CSV: ${reason}.`, cause: failure });
}

/** Spreadsheets may say it in a first line of its own, `sep=;`. */
function withDelimiter(text: string): { text: string; delimiter: string } {
  const said = /^sep=(.)\n/.exec(text);
  if (said) return { text: text.slice(said[0].length), delimiter: said[1] as string };
  return { text, delimiter: likelyDelimiter(text) };
}

/** The one that parts most lines into the same number of fields, and of those the one that makes the most fields. */
function likelyDelimiter(text: string): string {
  const lines = text
    .slice(0, SAMPLE_CHARS)
    .split('\n', SAMPLE_LINES + 1)
    .slice(0, SAMPLE_LINES);
  const filled = lines.filter((line) => line.trim() !== '');
  let best = { delimiter: ',' as string, score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = filled.map((line) => unquoted(line).split(delimiter).length - 1).filter((count) => count > 0);
    const usual = Math.max(0, ...[...Map.groupBy(counts, (count) => count).values()].map((same) => same.length));
    const score = usual * 100 + Math.min(99, Math.max(0, ...counts));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** All lines but the last, which the head may have cut, have as many short fields as the first, and that names columns. */
function looksLikeTable(head: string): boolean {
  const lines = head.split(/\r\n|\n|\r/, SAMPLE_LINES + 1).slice(0, -1);
  const delimiter = likelyDelimiter(lines.join('\n'));
  const rows = lines.map((line) => unquoted(line).split(delimiter));
  const [first = []] = rows;
  if (rows.length < MIN_TABLE_LINES || first.length < 2 || !isHeader(lines[0]?.split(delimiter) ?? [])) return false;
  const fields = rows.flat();
  const chars = fields.reduce((sum, field) => sum + field.length, 0);
  return rows.every(({ length }) => length === first.length) && chars <= fields.length * MAX_TABLE_FIELD_CHARS;
}

function unquoted(line: string): string {
  return line.replace(/"[^"]*"/g, '');
}
