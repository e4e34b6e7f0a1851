/** A page of a PDF is pieces of text at places; these are put together to lines. */

/** As pdf.js gives it. */
export interface PdfItem {
  str: string;
  /** Of the font, in the units of the page. */
  height: number;
  /** `[a, b, c, d, x, y]`, y from the bottom. ISO 32000-2, 8.3.3 */
  transform: readonly number[];
  hasEOL: boolean;
}

export interface PdfLine {
  text: string;
  /** Of its largest letters. */
  height: number;
  y: number;
}

/** A piece that stands higher or lower by less is in the same line: raised figures are. */
const SAME_LINE = 0.7;

export function linesOfPage(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let isOpen = false;
  for (const item of items) {
    const last = lines.at(-1);
    const isVisible = item.str.trim() !== '';
    if (item.str !== '' && !(last && isOpen && (!isVisible || standsIn(last, item)))) {
      lines.push({ text: '', height: 0, y: yOf(item) });
      isOpen = true;
    }
    const line = lines.at(-1);
    if (line && isOpen) {
      line.text += item.str;
      if (isVisible) line.height = Math.max(line.height, item.height);
    }
    if (item.hasEOL) isOpen = false;
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '');
}

function standsIn(line: PdfLine, item: PdfItem): boolean {
  return Math.abs(line.y - yOf(item)) <= SAME_LINE * Math.max(line.height, item.height);
}

function yOf({ transform }: PdfItem): number {
  return transform[5] ?? 0;
}
