/** A table (RFC 4180, and what spreadsheets make of it). The first row names the columns; those of other names are left out. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf, isBlankRow, textOfCell } from '#infra/text-files';
import { DATASET_FILE_LIMITS } from './dataset-files.types';
import { columnsOf, type FileRow, ROW_FIELDS, type RowField, type RowValues } from './file-row';

/** In UTF-16 units: parsed in a few milliseconds. */
const PIECE_LENGTH = 65_536;
/** Of the beginning, where the headings stand. */
const HEAD_LENGTH = 4_096;
const NO_COLUMNS =
  'The first row must name the columns: input (or text, utterance, query), and intent (or label, category) or output (or answer, response).';

export async function* csvRows(text: string): AsyncGenerator<FileRow> {
  /** The parser is ahead of what is read of it. */
  const parsed = new RowLines();
  const read = new RowLines();
  let columns: ReturnType<typeof columnsOf> | undefined;
  try {
    for await (const cells of recordsOf(text, parsed)) {
      const line = read.pass(cells);
      if (isBlankRow(cells)) continue;
      if (columns) yield { line, values: valuesIn(cells, columns) };
      else {
        columns = columnsOf(cells);
        if (tellsExamples(columns)) continue;
        yield { line, fault: NO_COLUMNS };
        return;
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line: parsed.next, fault: faultOf(error) };
  }
}

/** Lines of the file: a row has several where its cells have line breaks. */
class RowLines {
  /** Where the row begins that has not been read yet. */
  next = 1;

  /** Where the row began. */
  pass(cells: readonly string[]): number {
    const line = this.next;
    this.next += 1;
    for (const cell of cells) if (/[\r\n]/.test(cell)) this.next += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
    return line;
  }
}

async function* recordsOf(text: string, parsed: RowLines): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: delimiterOf(text.slice(0, HEAD_LENGTH)),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: DATASET_FILE_LIMITS.rowLength,
    on_record: (cells: string[]) => {
      parsed.pass(cells);
      return cells;
    },
  });
  const source = Readable.from(piecesOf(text));
  try {
    yield* source.pipe(parser) as AsyncIterable<string[]>;
  } finally {
    source.destroy();
  }
}

function tellsExamples({ input, intent, output }: ReturnType<typeof columnsOf>): boolean {
  return input.length > 0 && intent.length + output.length > 0;
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE_LENGTH) yield text.slice(at, at + PIECE_LENGTH);
}

function valuesIn(cells: readonly string[], columns: Readonly<Record<RowField, readonly number[]>>): RowValues {
  const values: RowValues = {};
  for (const field of ROW_FIELDS) {
    const column = columns[field].find((one) => (cells[one] ?? '').trim() !== '');
    if (column === undefined) continue;
    const text = textOfCell(cells[column] ?? '');
    values[field] = field === 'metadata' ? jsonIn(text) : text;
  }
  return values;
}

/** What cannot be read stays text, which is then refused. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function faultOf({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'A quote is opened in this row that is not closed.';
  if (code !== 'CSV_MAX_RECORD_SIZE') return `The table is not valid CSV: ${message.replace(/\.$/, '')}.`;
  const most = DATASET_FILE_LIMITS.rowLength.toLocaleString('en-US');
  return `The row has more than ${most} characters; perhaps a quote is not closed.`;
}
