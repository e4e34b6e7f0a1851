/** Whether a row names the columns of those below it: names are texts, not numbers, and differ. */
export function isHeader(row: readonly string[]): boolean {
  const named = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (named.length === 0 || named.length * 2 < row.length) return false;
  return new Set(named).size === named.length && !named.some((cell) => /^[-+]?[\d.,\s%€$£]+$/.test(cell));
}
