/**
 * Cells of a table (RFC 4180), both ways, so that whatever is exported comes back exactly.
 *
 * **Formulas**: a spreadsheet would calculate a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break, so such a cell
 * is written with an apostrophe before it, which spreadsheets take for "this is text". One that begins with apostrophes and
 * then one of those gets another one. Reading takes one away under the same condition.
 */
const FORMULA = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;
const DELIMITERS = [',', ';', '\t'] as const;

/** As it stands in the file, with what has to stand around it. */
export function writtenCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** @param cell without its quotes */
export function textOfCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** Nothing but blanks, as spreadsheets leave rows and cells. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** @param head where the headings stand, whose names hold none of the delimiters */
export function delimiterOf(head: string): string {
  const headings = head.trimStart().split(/\r|\n/, 1)[0] ?? '';
  const counts = DELIMITERS.map((delimiter) => headings.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
