/**
 * Tables as RFC 4180 has them. What begins like a formula is text in every spreadsheet: an apostrophe stands before it
 * (OWASP, "CSV Injection"), and the cell is quoted.
 */
const LINE_END = '\r\n';
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r\n|%＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n]/;

export type CsvValue = string | number | null;

/** @param head the columns, which are keys of the rows */
export function toCsv(head: readonly string[], rows: ReadonlyArray<Readonly<Record<string, CsvValue>>>): string {
  const lines = rows.map((row) => head.map((name) => toCell(row[name] ?? null)).join(','));
  return [head.map(toCell).join(','), ...lines, ''].join(LINE_END);
}

function toCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (FORMULA.test(value)) return quoted(`'${value}`);
  return NEEDS_QUOTES.test(value) ? quoted(value) : value;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
