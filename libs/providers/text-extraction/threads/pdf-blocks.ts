/**
 * Lines of pages as blocks. A PDF says nothing of headings and paragraphs, so they are told by what readers see: by larger
 * letters, and by the space between lines.
 */
import { BlockList } from '../block-list';
import type { TextBlock } from '../text-extraction.contract';
import type { PdfLine } from './pdf-lines';

/** Against the usual height of letters. */
const HEADING_HEIGHT = 1.15;
const MAX_HEADING_CHARS = 200;
const MAX_LEVEL = 6;
/** From line to line, against the height of letters: more is the space between paragraphs. */
const LINE_SPACE = 1.7;
const SAME_HEIGHT = 0.1;
const LIST_MARK = /^[•▪◦‣●○■–*-]\s+/u;
const BETWEEN_CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u;

interface Paragraph {
  text: string;
  height: number;
  page: number;
  lastY: number;
}

export function blocksOfPages(pages: ReadonlyArray<readonly PdfLine[]>): readonly TextBlock[] {
  const paragraphs = pages.flatMap((lines, at) => paragraphsOf(lines, at + 1));
  const usual = usualHeight(paragraphs);
  const heights = headingHeights(paragraphs, usual);
  const list = new BlockList();
  for (const { text, height, page } of paragraphs) {
    const level = heights.indexOf(rounded(height)) + 1;
    if (level > 0 && text.length <= MAX_HEADING_CHARS) {
      list.add({ kind: 'heading', level: Math.min(level, MAX_LEVEL), text, page });
    } else if (LIST_MARK.test(text)) list.add({ kind: 'list-item', text: text.replace(LIST_MARK, ''), depth: 0, page });
    else list.add({ kind: 'paragraph', text, page });
  }
  return list.blocks;
}

function paragraphsOf(lines: readonly PdfLine[], page: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { text, height, y } of lines) {
    const last = paragraphs.at(-1);
    if (last && goesOn(last, { text, height, y })) {
      last.text = joined(last.text, text);
      last.lastY = y;
    } else paragraphs.push({ text, height, page, lastY: y });
  }
  return paragraphs;
}

function goesOn({ height, lastY }: Paragraph, line: PdfLine): boolean {
  if (LIST_MARK.test(line.text)) return false;
  const space = lastY - line.y;
  return Math.abs(height - line.height) <= SAME_HEIGHT * height && space > 0 && space <= LINE_SPACE * height;
}

/** Words that were parted at the end of a line are one again. */
function joined(text: string, line: string): string {
  if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line;
  return BETWEEN_CJK.test(text) ? text + line : `${text} ${line}`;
}

/** That most letters have. */
function usualHeight(paragraphs: readonly Paragraph[]): number {
  const chars = new Map<number, number>();
  for (const { height, text } of paragraphs) {
    chars.set(rounded(height), (chars.get(rounded(height)) ?? 0) + text.length);
  }
  return [...chars].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** Of headings, the largest first. */
function headingHeights(paragraphs: readonly Paragraph[], usual: number): number[] {
  const larger = paragraphs.map(({ height }) => rounded(height)).filter((height) => height >= HEADING_HEIGHT * usual);
  return [...new Set(larger)].sort((one, other) => other - one);
}

function rounded(height: number): number {
  return Math.round(height * 2) / 2;
}
