import { withFaq } from '../faq/faq-blocks';
import type { Pace } from '../pace';
import type { ExtractedText } from '../text-extraction.contract';
import { HtmlReader } from './html-reader';
import { readableParts } from './readable-parts';

/** Characters that are read without a pause: a few milliseconds. */
const SLICE_CHARS = 65_536;

export interface HtmlOptions {
  pace: Pace;
  /** For what is no page, so that nothing of it can surround the text. */
  isWhole?: boolean;
}

/** By htmlparser2's stream of tags: no tree is built, and a long page is read in slices. */
export async function readHtml(text: string, { pace, isWhole = false }: HtmlOptions): Promise<ExtractedText> {
  const { Parser } = await import('htmlparser2');
  const reader = new HtmlReader();
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  for (let at = 0; at < text.length; at += SLICE_CHARS) {
    parser.write(text.slice(at, at + SLICE_CHARS));
    await pace.step();
  }
  parser.end();
  const { title, language, parts } = reader.result();
  const blocks = isWhole ? parts.map(({ block }) => block) : readableParts(parts);
  return { title, blocks: withFaq(blocks), ...(language === undefined ? {} : { language }) };
}
