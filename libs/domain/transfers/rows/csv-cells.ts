/**
 * What stands in the cells of a table, both ways, so that whatever is exported comes back exactly. Phrasings are parted by `|`,
 * tags by `|`, `,` or `;`, both also by lines. A list with one of those in its texts is written as JSON.
 */
import { textOfCell } from '#infra/text-files';
import { isList, type RowField, type RowValues } from './row-fields';

const SEPARATORS = { phrasings: /[|\n]/, tags: /[|,;\n]/ } as const;
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

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
    const text = textOfCell(cell);
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
