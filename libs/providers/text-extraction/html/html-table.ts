import type { Cell } from '../text-extraction.contract';

/** Rows of one table as they come, with the names of its columns. */
export class HtmlTable {
  isHead = false;
  private names: readonly string[] = [];
  private row: { text: string; isName: boolean }[] | undefined;
  private cellIsName: boolean | undefined;
  private paused = '';

  get isInCell(): boolean {
    return this.cellIsName !== undefined;
  }

  beginRow(): void {
    this.row = [];
  }

  beginCell(isName: boolean): void {
    this.row ??= [];
    this.cellIsName = isName;
  }

  endCell(text: string): void {
    if (this.cellIsName === undefined) return;
    this.row?.push({ text: text.replace(/\s+/g, ' ').trim(), isName: this.cellIsName });
    this.cellIsName = undefined;
  }

  /** The cells of the row, unless it only names the columns. `openText` is that of a cell that was not closed. */
  endRow(openText: string): Cell[] | undefined {
    this.endCell(openText);
    const { row } = this;
    this.row = undefined;
    if (!row || row.length === 0) return undefined;
    const isHeader = this.isHead || row.every(({ isName }) => isName);
    if (isHeader && row.length > 1) {
      this.names = row.map(({ text }) => text);
      return undefined;
    }
    return row.map(({ text }, column) => ({ name: this.names[column], value: text }));
  }

  /** A table within a cell: what the cell has said so far is kept until `resume`. */
  pause(text: string): string {
    this.paused = text;
    return '';
  }

  resume(): string {
    const { paused } = this;
    this.paused = '';
    return paused;
  }
}
