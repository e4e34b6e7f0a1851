/**
 * A table (RFC 4180, and what spreadsheets make of it), read while it comes. The first row names the columns; columns of
 * other names are left out.
 */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf, isBlankRow } from '#infra/text-files';
import { transferErrors } from '../transfers.errors';
import { IMPORT_LIMITS } from '../transfers.types';
import { valuesOfCells } from './csv-cells';
import type { FileRow } from './file-row';
import { rowFieldNamed } from './row-fields';

/** Of the beginning, where the headings stand. */
const HEAD_LENGTH = 4_096;

/** @param pieces of the text, cut anywhere @throws `transfers.no_columns`, `transfers.broken_table` */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<FileRow> {
  const { head, text } = await beginningOf(pieces);
  let fields: ReturnType<typeof rowFieldNamed>[] | undefined;
  let row = 0;
  for await (const cells of recordsOf(text, delimiterOf(head))) {
    row += 1;
    if (isBlankRow(cells)) continue;
    if (fields) {
      const named = fields;
      yield { row, read: () => valuesOfCells(cells, named) };
    } else fields = requireColumns(cells);
  }
}

async function* recordsOf(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: IMPORT_LIMITS.rowLength,
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  try {
    yield* source.pipe(parser) as AsyncIterable<string[]>;
  } catch (error) {
    throw error instanceof CsvError ? brokenTable(error) : error;
  } finally {
    source.destroy();
  }
}

function brokenTable(error: CsvError) {
  const { code, message } = error;
  const most = IMPORT_LIMITS.rowLength.toLocaleString('en-US');
  const why = code === 'CSV_MAX_RECORD_SIZE' ? `a row has more than ${most} characters` : message.replace(/\.$/, '');
  return transferErrors.broken_table({ message: `The file is not valid CSV: ${why}.`, cause: error });
}

function requireColumns(cells: readonly string[]) {
  const fields = cells.map(rowFieldNamed);
  const isTable = ['phrasings', 'answer', 'title', 'content'].some((field) => fields.some((one) => one === field));
  if (isTable) return fields;
  throw transferErrors.no_columns({
    message: 'The first row of the table must name its columns: title and content, or question and answer.',
  });
}

async function beginningOf(pieces: AsyncIterable<string>): Promise<{ head: string; text: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  let head = '';
  while (head.length < HEAD_LENGTH) {
    const { value, done } = await iterator.next();
    if (done) break;
    head += value;
  }
  return { head, text: joined(head, iterator) };
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (head !== '') yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      if (next.value !== '') yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}
