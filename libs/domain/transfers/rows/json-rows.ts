/** JSON Lines: one object a line. Blank lines are passed over, but counted. No more than one row is in memory. */
import { IMPORT_LIMITS } from '../transfers.types';
import { RefusedRow } from './checked-row';
import type { FileRow } from './file-row';
import { type RowValues, valuesOf } from './row-fields';

/** @param pieces of the text, cut anywhere */
export async function* jsonRows(pieces: AsyncIterable<string>): AsyncGenerator<FileRow> {
  const line = new GrowingLine();
  let row = 0;
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      line.add(piece.slice(start, end));
      start = end + 1;
      row += 1;
      if (!line.isBlank) yield line.asRow(row);
      line.clear();
    }
    line.add(piece.slice(start));
  }
  if (!line.isBlank) yield line.asRow(row + 1);
}

class GrowingLine {
  private parts: string[] = [];
  private length = 0;
  private hasText = false;

  get isBlank(): boolean {
    return !this.hasText;
  }

  /** What is too long is not kept. */
  add(part: string): void {
    this.length += part.length;
    this.hasText ||= part.trim() !== '';
    if (this.length <= IMPORT_LIMITS.rowLength) this.parts.push(part);
    else this.parts = [];
  }

  clear(): void {
    this.parts = [];
    this.length = 0;
    this.hasText = false;
  }

  asRow(row: number): FileRow {
    if (this.length > IMPORT_LIMITS.rowLength) return { row, read: refuseTooLong };
    const text = this.parts.join('');
    return { row, read: () => valuesIn(text) };
  }
}

export function refuseTooLong(): never {
  const most = IMPORT_LIMITS.rowLength.toLocaleString('en-US');
  throw new RefusedRow(`It has more than ${most} characters.`);
}

function valuesIn(text: string): RowValues {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RefusedRow('It is not a JSON object.');
  }
  return valuesOf(value as Record<string, unknown>);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
