/**
 * The rows of a sheet as they stand in its XML. Only cells that are there cost anything: what a sheet says of its dimension is
 * not looked at. ECMA-376, part 1, 18.3.1
 */
import { parseXml } from '../archives/xml';
import { plain } from './number-formats';
import type { Workbook } from './workbook-parts';

/** Text by column, from 0; columns without text are absent. */
export type SheetRow = ReadonlyMap<number, string>;

/** Columns A to XFD. */
const MAX_COLUMNS = 16_384;
/** A cell holds 32,767 characters at most. */
const MAX_CELL_CHARS = 100_000;

/** @param take is given each row in turn with its number, which leaves out empty rows */
export function eachRow(xml: Buffer, workbook: Workbook, take: (row: SheetRow, number: number) => void): void {
  const reader = new RowReader(workbook, take);
  parseXml(xml, reader);
}

class RowReader {
  private row = new Map<number, string>();
  private number = 0;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private isValue = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly take: (row: SheetRow, number: number) => void,
  ) {}

  open(element: string, { r: reference, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    if (element === 'row') {
      this.row = new Map();
      this.column = -1;
      this.number = reference === undefined ? this.number + 1 : Number(reference);
    } else if (element === 'c') {
      this.column = reference === undefined ? this.column + 1 : columnOf(reference);
      this.type = type;
      this.style = Number(style);
      this.value = '';
    } else if (element === 'v' || element === 't') this.isValue = true;
  }

  text(text: string): void {
    if (this.isValue && this.value.length < MAX_CELL_CHARS) this.value += text;
  }

  close(element: string): void {
    if (element === 'v' || element === 't') this.isValue = false;
    else if (element === 'row') this.take(this.row, this.number);
    else if (element === 'c') {
      const shown = this.shown().trim();
      if (shown !== '' && this.column < MAX_COLUMNS) this.row.set(this.column, shown);
    }
  }

  /** The cell as its reader sees it; errors such as #N/A say nothing. */
  private shown(): string {
    const { value, type } = this;
    if (value === '' || type === 'e') return '';
    if (type === 's') return this.workbook.texts[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.replace('T', ' ').replace(/(?: 00:00(?::00)?)?(?:\.\d+)?Z?$/, '');
    if (type !== 'n') return value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    return this.workbook.formats[this.style]?.(number) ?? plain(number);
  }
}

/** `C7` -> 2; of what is no reference, a column that nobody has. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d|$)/.exec(reference)?.[0];
  if (letters === undefined) return MAX_COLUMNS;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
