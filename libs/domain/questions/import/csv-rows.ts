/**
 * Questions from a table (RFC 4180, and what spreadsheets make of it). The first row names the columns; columns of other
 * names are left out. Texts of one cell that stand for several are parted by `|` or by lines.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { invalidInput } from '#kernel';
import { fieldNamed } from './column-names';
import type { ImportedRow, ReadRows } from './import.types';

const DELIMITERS = [',', ';', '\t'] as const;
/** More rows than the phrasings that are taken at once. */
const MAX_ROWS = 20_000;
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

/** @throws AppError `input.invalid` when it is no table, or one without questions and answers */
export function readCsv(text: string): ReadRows {
  const [headings = [], ...records] = recordsOf(text);
  const fields = headings.map(fieldNamed);
  for (const wanted of ['phrasings', 'answer']) {
    if (!fields.includes(wanted)) {
      const names = wanted === 'answer' ? 'answer' : 'question (or phrasing)';
      throw invalidInput([{ field: 'file', message: `The first row of the table must name a column ${names}.` }]);
    }
  }
  const rows = records.map((record, at) => ({ row: at + 2, value: rowValue(record, fields) }));
  return { rows: rows.filter(({ value }) => Object.keys(value).length > 0), unreadable: [] };
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, to: MAX_ROWS });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalidInput([{ field: 'file', message: `The file is not valid CSV: ${error.message}.` }]);
  }
}

/** Of the headings, whose names hold none of them. */
function delimiterOf(text: string): string {
  const headings = text.slice(0, 4_096).split('\n', 1)[0] ?? '';
  const counts = DELIMITERS.map((delimiter) => headings.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function rowValue(record: readonly string[], fields: readonly (string | undefined)[]): ImportedRow['value'] {
  const value: ImportedRow['value'] = {};
  for (const [column, cell] of record.entries()) {
    const field = fields[column];
    const text = cell.trim();
    if (field === undefined || text === '') continue;
    if (field === 'phrasings' || field === 'tags') {
      value[field] = [...((value[field] as string[] | undefined) ?? []), ...partsOf(text, field)];
    } else value[field] = readCell(text, field);
  }
  return value;
}

function partsOf(text: string, field: 'phrasings' | 'tags'): string[] {
  const parts = text.split(field === 'tags' ? /[|,;\n]/ : /[|\n]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** What cannot be read stays text, for the field to refuse. */
function readCell(text: string, field: string): unknown {
  if (field === 'llmReply') return BOOLEANS[text.toLowerCase()] ?? text;
  if (field !== 'relatedPrompts' && field !== 'metadata') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
