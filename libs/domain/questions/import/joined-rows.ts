import type { ImportedRow, ReadRows, UnreadableRow } from './import.types';

/**
 * Rows with the same name, or without names but with the same answer, are one question: their phrasings and tags add up. A
 * row that has a name may leave its answer to the others; what else a question says, its first row says.
 */
export function joinedRows({ rows, unreadable }: ReadRows): ReadRows {
  const questions = new Map<string, ImportedRow>();
  const refused: UnreadableRow[] = [];
  for (const { row, value } of rows) {
    const key = JSON.stringify(value.name === undefined ? ['answer', value.answer] : ['name', value.name]);
    const first = value.name === undefined && value.answer === undefined ? undefined : questions.get(key);
    if (first === undefined) questions.set(value.answer === undefined ? `${key} ${row}` : key, { row, value });
    else if (value.answer !== undefined && value.answer !== first.value.answer) {
      refused.push({ row, message: `It has the name of row ${first.row}, but another answer.` });
    } else questions.set(key, { row: first.row, value: joined(first.value, value) });
  }
  return { rows: [...questions.values()], unreadable: [...unreadable, ...refused] };
}

function joined(first: ImportedRow['value'], next: ImportedRow['value']): ImportedRow['value'] {
  const value = { ...next, ...first };
  for (const field of ['phrasings', 'tags']) {
    const texts = [first[field] ?? [], next[field] ?? []].flat();
    if (texts.length > 0) value[field] = texts;
  }
  return value;
}
