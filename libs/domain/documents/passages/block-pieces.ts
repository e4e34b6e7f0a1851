import type { Cell, TextBlock } from '#providers/text-extraction';
import { type Fits, piecesOf } from './pieces';

export interface Piece {
  text: string;
  /** What stands between it and the piece before it. */
  separator: string;
  /** Where it begins in the text of its block, in UTF-16 units. */
  at: number;
  /** Text whose end may be repeated at the beginning of the next passage. */
  isProse: boolean;
}

/** All that is written into the body of passages; a heading is only when nothing stands below it. */
export type WrittenBlock = Exclude<TextBlock, { kind: 'heading' }>;

const CELL_GLUE = '; ';

/** A paragraph longer than this is cut roughly first, because cutting finely holds up the process. */
const ROUGH_CHARS = 16_384;

/** A block in pieces that fit a passage: as one when it does, or along its sentences, cells or lines. */
export function* piecesOfBlock(block: WrittenBlock, fits: Fits): Generator<Piece> {
  const separator = separatorOf(block);
  switch (block.kind) {
    case 'row':
      yield* packed(rowParts(block.cells), CELL_GLUE, fits, { separator });
      return;
    case 'code':
      yield* packed(fits(block.text) ? [block.text] : block.text.split('\n'), '\n', fits, { separator });
      return;
    default:
      yield* ofText(writtenText(block), fits, { separator });
  }
}

/** A block as its passages write it; cut to pieces it is the same text. */
export function writtenText(block: WrittenBlock): string {
  switch (block.kind) {
    case 'row':
      return rowParts(block.cells).join(CELL_GLUE);
    case 'list-item':
      return `${'  '.repeat(Math.min(block.depth, 5))}${marked(block.text)}`;
    case 'faq':
      return block.answer;
    default:
      return block.text;
  }
}

/** Between a block and what stands before it. */
export function separatorOf({ kind }: TextBlock): string {
  return kind === 'list-item' ? '\n' : '\n\n';
}

/** Steps carry their number as a mark. */
function marked(text: string): string {
  return /^\d{1,9}\. /.test(text) ? text : `- ${text}`;
}

function rowParts(cells: readonly Cell[]): string[] {
  return cells.map(({ name, value }) => (name === undefined ? value : `${name}: ${value}`));
}

function* ofText(text: string, fits: Fits, { separator }: { separator: string }): Generator<Piece> {
  let at = 0;
  for (const rough of roughPieces(text)) {
    for (const piece of piecesOf(rough, fits)) {
      yield { text: piece, separator: at === 0 ? separator : '', at, isProse: true };
      at += piece.length;
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
  let at = 0;
  /** Where the next part begins. */
  let next = 0;
  for (const part of parts) {
    const start = next;
    next += part.length + glue.length;
    const joined = text === '' ? part : text + glue + part;
    if (fits(joined)) {
      if (text === '') at = start;
      text = joined;
      continue;
    }
    if (text !== '') yield { text, separator, at, isProse: false };
    text = '';
    at = start;
    if (fits(part)) text = part;
    else
      for (const piece of ofText(part, fits, { separator }))
        yield { ...piece, separator, at: start + piece.at, isProse: false };
  }
  if (text !== '') yield { text, separator, at, isProse: false };
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
