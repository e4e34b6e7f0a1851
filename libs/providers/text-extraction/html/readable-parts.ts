/**
 * Which blocks of a page are its text. What a page marks as its main part (`main`, `article`) goes before all else; otherwise
 * everything but navigation, headers, footers, asides, banners, and lists that are nothing but links. A page of which hardly
 * anything would be left is kept whole: its author has another idea of these elements than we have.
 */
import type { TextBlock } from '../text-extraction.contract';

export interface PagePart {
  block: TextBlock;
  isInMain: boolean;
  /** It stands in what surrounds the text. */
  isAround: boolean;
  /** Of the characters of its text, those within links. */
  linkChars: number;
}

/** Of the readable text, that the main part must hold to be taken for all of it. */
const MIN_MAIN_SHARE = 0.1;
/** Of all text, that the readable part must hold, unless it is long enough by itself. */
const MIN_READABLE_SHARE = 0.1;
const ENOUGH_CHARS = 200;
/** A block whose text is links but for so little is one of a list of links; such a list has at least so many. */
const MIN_LINK_SHARE = 0.8;
const MIN_LINKS_IN_LIST = 3;
/** A longer text is a sentence, even when all of it is a link. */
const MAX_LINK_TEXT_CHARS = 80;
/** A row is as readable as a line of text, however short its cells are. */
const ROW_CHARS = 50;

export function readableParts(parts: readonly PagePart[]): readonly TextBlock[] {
  const readable = withoutLinkLists(parts.filter(({ isAround }) => !isAround));
  const main = parts.filter(({ isInMain, isAround }) => isInMain && !isAround);
  const chars = charsOf(readable);
  if (main.length > 0 && charsOf(main) >= chars * MIN_MAIN_SHARE) return blocksOf(main);
  const isLittle = chars < ENOUGH_CHARS && chars < charsOf(parts) * MIN_READABLE_SHARE;
  return blocksOf(readable.length === 0 || isLittle ? parts : readable);
}

function withoutLinkLists(parts: readonly PagePart[]): PagePart[] {
  const kept: PagePart[] = [];
  let links: PagePart[] = [];
  const endList = () => {
    if (links.length < MIN_LINKS_IN_LIST) kept.push(...links);
    links = [];
  };
  for (const part of parts) {
    if (isLink(part)) links.push(part);
    else {
      endList();
      kept.push(part);
    }
  }
  endList();
  return kept;
}

function isLink({ block, linkChars, isInMain }: PagePart): boolean {
  if (isInMain || (block.kind !== 'list-item' && block.kind !== 'paragraph')) return false;
  const { length } = block.text;
  // Many short links beside each other are a menu, in however few lines.
  return (
    linkChars >= length * MIN_LINK_SHARE && (length <= MAX_LINK_TEXT_CHARS || !/[.!?。！？]\s*$/u.test(block.text))
  );
}

function blocksOf(parts: readonly PagePart[]): TextBlock[] {
  return parts.map(({ block }) => block);
}

function charsOf(parts: readonly PagePart[]): number {
  return parts.reduce((sum, { block }) => sum + ('text' in block ? block.text.length : ROW_CHARS), 0);
}
