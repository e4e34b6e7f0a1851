/**
 * The text of a file as one: its blocks as passages write them, with headings and questions where they stand. What the
 * `offset` of a passage counts in, in UTF-16 units.
 */
import type { ExtractedText, TextBlock } from '#providers/text-extraction';
import { separatorOf, writtenText } from './block-pieces';

/** Between a question, its other wordings and its answer. */
const LINE_END = '\n';

export function textOfBlocks({ blocks }: Pick<ExtractedText, 'blocks'>): string {
  const places = new BlockPlaces();
  let text = '';
  for (const block of blocks) {
    const place = places.next(block);
    text += `${place.separator}${place.lead}${place.body}`;
  }
  return text;
}

export interface BlockPlace {
  /** What stands between it and the block before. */
  separator: string;
  /** What stands before its body: the question. */
  lead: string;
  body: string;
  /** Where the body begins. */
  bodyAt: number;
}

/** Tells of each block in its turn where it stands. */
export class BlockPlaces {
  private end = 0;

  next(block: TextBlock): BlockPlace {
    const separator = this.end === 0 ? '' : separatorOf(block);
    const lead = block.kind === 'faq' ? [block.question, ...block.alternates, ''].join(LINE_END) : '';
    const body = block.kind === 'heading' ? block.text : writtenText(block);
    const bodyAt = this.end + separator.length + lead.length;
    this.end = bodyAt + body.length;
    return { separator, lead, body, bodyAt };
  }
}
