import { type BlockList, MAX_CELLS } from '../block-list';
import { isHeader } from '../table-header';
import type { SheetRow } from './sheet-rows';

/**
 * The tables of a sheet, told by what people see: the first row of several texts names the columns below it; a row of one
 * text before that, or after an empty row, is a line above a table; and after an empty row another table may begin.
 */
export class SheetTables {
  private names: SheetRow | undefined;
  /** Names that no row has had need of yet. */
  private isNew = false;
  private last = 0;

  constructor(
    private readonly list: BlockList,
    private readonly sheet: { name: string; page: number },
  ) {}

  /** @param number of the row in its sheet */
  add(row: SheetRow, number: number): void {
    if (row.size === 0) return;
    if (this.last === 0) this.list.add({ kind: 'heading', level: 1, text: this.sheet.name, page: this.sheet.page });
    const isApart = number > this.last + 1;
    this.last = number;
    if (row.size === 1 && (this.names === undefined || isApart)) this.addLine(row);
    else if (this.namesColumns(row, isApart)) {
      this.end();
      this.names = row;
      this.isNew = true;
    } else this.addRow(row);
  }

  /** Names without rows below them are text themselves. */
  end(): void {
    if (this.isNew && this.names) this.addCells([...this.names.values()].map((value) => ({ name: undefined, value })));
    this.isNew = false;
    this.names = undefined;
  }

  private addLine(row: SheetRow): void {
    this.end();
    for (const text of row.values()) this.list.add({ kind: 'paragraph', text, page: this.sheet.page });
  }

  /** A table goes on after an empty row, unless what follows has other columns. */
  private namesColumns(row: SheetRow, isApart: boolean): boolean {
    if (row.size < 2 || !isHeader([...row.values()])) return false;
    if (this.names === undefined) return true;
    return isApart && [...row.keys()].join() !== [...this.names.keys()].join();
  }

  private addRow(row: SheetRow): void {
    this.isNew = false;
    this.addCells([...row].map(([column, value]) => ({ name: this.names?.get(column), value })));
  }

  private addCells(cells: Array<{ name: string | undefined; value: string }>): void {
    this.list.row(cells.slice(0, MAX_CELLS), this.sheet.page);
  }
}
