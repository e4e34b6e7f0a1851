/** Questions from JSON: one object a line (JSON Lines), or one list of objects. */
import { invalidInput } from '#kernel';
import { fieldNamed } from './column-names';
import type { ImportedRow, ReadRows } from './import.types';

/** @throws AppError `input.invalid` when it is a list that cannot be read */
export function readJson(text: string): ReadRows {
  return text.trimStart().startsWith('[') ? readList(text) : readLines(text);
}

function readList(text: string): ReadRows {
  const list = parsed(text);
  if (!Array.isArray(list)) throw invalidInput([{ field: 'file', message: 'The file is not valid JSON.' }]);
  return rowsOf(list.map((item, at) => ({ row: at + 1, item })));
}

function readLines(text: string): ReadRows {
  const lines = text.split('\n').map((line, at) => ({ row: at + 1, line: line.trim() }));
  const filled = lines.filter(({ line }) => line !== '');
  return rowsOf(filled.map(({ row, line }) => ({ row, item: parsed(line) })));
}

function rowsOf(items: readonly { row: number; item: unknown }[]): ReadRows {
  const read: ReadRows = { rows: [], unreadable: [] };
  for (const { row, item } of items) {
    if (isObject(item)) read.rows.push({ row, value: rowValue(item) });
    else read.unreadable.push({ row, message: 'It is not a JSON object.' });
  }
  return read;
}

function rowValue(item: Readonly<Record<string, unknown>>): ImportedRow['value'] {
  const value: ImportedRow['value'] = {};
  for (const [key, said] of Object.entries(item)) {
    const field = fieldNamed(key);
    if (field === undefined || said === null) continue;
    if (field === 'phrasings' || field === 'tags') value[field] = [...((value[field] as unknown[]) ?? []), said].flat();
    else value[field] = said;
  }
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
