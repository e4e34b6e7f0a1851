import type { Tokens } from 'marked';

/** A wider one is wrapped by every messenger, which no column survives. */
const MAX_COLUMN_CHARS = 40;

/** A table in letters of one width. Cells that are too wide push the rest of their row aside. */
export function tableText({ header, rows }: Tokens.Table): string {
  const lines = [header, ...rows].map((cells) => cells.map(({ text }) => text.replace(/\s+/g, ' ')));
  const widths = header.map((_, column) =>
    Math.min(MAX_COLUMN_CHARS, Math.max(...lines.map((cells) => cells[column]?.length ?? 0))),
  );
  const [head, ...body] = lines.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head ?? [], rule, ...body].map((cells) => cells.join(' | ').trimEnd()).join('\n');
}
