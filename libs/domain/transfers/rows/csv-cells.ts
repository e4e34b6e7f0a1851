/**
 * What stands in the cells of a table, both ways, so that whatever is exported comes back exactly.
 *
 * **Formulas**: a spreadsheet would calculate a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break, so such a cell
 * is written with an apostrophe before it, which spreadsheets take for "this is text". One that begins with apostrophes and
 * then one of those gets another one. Reading takes one away under the same condition.
 *
 * **Lists**: phrasings are parted by `|`, tags by `|`, `,` or `;`, both also by lines. A list with one of those in its texts is
 * written as JSON.
 */
import { isList, type RowField, type RowValues } from './row-fields';

const FORMULA = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;
const SEPARATORS = { phrasings: /[|\n]/, tags: /[|,;\n]/ } as const;
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

/** A cell as it stands in the file, with what has to stand around it (RFC 4180). */
export function writtenCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export function writtenList(field: 'phrasings' | 'tags', texts: readonly string[]): string {
  const isPlain = texts.every((text) => !SEPARATORS[field].test(text)) && !texts[0]?.startsWith('[');
  return isPlain ? texts.join('|') : JSON.stringify(texts);
}

/** @param fields of the columns; cells that say nothing are left out */
export function valuesOfCells(cells: readonly string[], fields: readonly (RowField | undefined)[]): RowValues {
  const values: RowValues = {};
  for (const [column, cell] of cells.entries()) {
    const field = fields[column];
    if (field === undefined || cell.trim() === '') continue;
    const text = GUARDED.test(cell) ? cell.slice(1) : cell;
    if (isList(field)) values[field] = [...((values[field] as string[] | undefined) ?? []), ...listIn(text, field)];
    else values[field] = valueIn(text, field);
  }
  return values;
}

function listIn(text: string, field: 'phrasings' | 'tags'): unknown[] {
  const list = text.startsWith('[') ? parsed(text) : undefined;
  return Array.isArray(list) ? list : text.split(SEPARATORS[field]);
}

/** What cannot be read stays text, which is then refused. */
function valueIn(text: string, field: RowField): unknown {
  if (field === 'llmReply') return BOOLEANS[text.trim().toLowerCase()] ?? text;
  if (field === 'relatedPrompts' || field === 'metadata') return parsed(text) ?? text;
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
