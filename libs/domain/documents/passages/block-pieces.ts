import type { Cell, TextBlock } from '#providers/text-extraction';
import { type Fits, piecesOf } from './pieces';

/** What stands between a piece and the one before it. */
export interface Piece {
  text: string;
  separator: string;
  /** Text whose end may be repeated at the beginning of the next passage. */
  isProse: boolean;
}

/** A paragraph longer than this is cut roughly first, because cutting finely holds up the process. */
const ROUGH_CHARS = 16_384;

/** A block in pieces that fit a passage: as one when it does, or along its sentences, cells or lines. */
export function* piecesOfBlock(block: Exclude<TextBlock, { kind: 'heading' }>, fits: Fits): Generator<Piece> {
  switch (block.kind) {
    case 'row':
      yield* packed(rowParts(block.cells), '; ', fits, { separator: '\n\n' });
      return;
    case 'code':
      yield* packed(fits(block.text) ? [block.text] : block.text.split('\n'), '\n', fits, { separator: '\n\n' });
      return;
    case 'list-item':
      yield* ofText(`${'  '.repeat(Math.min(block.depth, 5))}${marked(block.text)}`, fits, { separator: '\n' });
      return;
    case 'paragraph':
      yield* ofText(block.text, fits, { separator: '\n\n' });
  }
}

/** Steps carry their number as a mark. */
function marked(text: string): string {
  return /^\d{1,9}\. /.test(text) ? text : `- ${text}`;
}

function rowParts(cells: readonly Cell[]): string[] {
  return cells.map(({ name, value }) => (name === undefined ? value : `${name}: ${value}`));
}

function* ofText(text: string, fits: Fits, { separator }: { separator: string }): Generator<Piece> {
  let first = true;
  for (const rough of roughPieces(text)) {
    for (const piece of piecesOf(rough, fits)) {
      yield { text: piece, separator: first ? separator : '', isProse: true };
      first = false;
    }
  }
}

/** As many whole parts together as fit; a part that does not fit by itself is cut as text is. */
function* packed(
  parts: readonly string[],
  glue: string,
  fits: Fits,
  { separator }: { separator: string },
): Generator<Piece> {
  let text = '';
  for (const part of parts) {
    const joined = text === '' ? part : text + glue + part;
    if (fits(joined)) {
      text = joined;
      continue;
    }
    if (text !== '') yield { text, separator, isProse: false };
    text = '';
    if (fits(part)) text = part;
    else
      for (const { text: piece } of ofText(part, fits, { separator })) yield { text: piece, separator, isProse: false };
  }
  if (text !== '') yield { text, separator, isProse: false };
}

function* roughPieces(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + ROUGH_CHARS >= text.length ? text.length : blankBefore(text, start + ROUGH_CHARS);
    yield text.slice(start, end);
    start = end;
  }
}

/** After the last white space of the last quarter, or else between two characters. */
function blankBefore(text: string, end: number): number {
  for (let at = end; at > end - ROUGH_CHARS / 4; at--) if (/\s/.test(text.charAt(at - 1))) return at;
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
