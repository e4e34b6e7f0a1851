import { Parser } from 'htmlparser2';
import { HtmlReader } from './html-reader';
import type { Pace } from './pace';
import type { ExtractedText } from './text-extraction.contract';

/** Characters that are read without a pause: a few milliseconds. */
const SLICE_CHARS = 65_536;

/** By htmlparser2's stream of tags: no tree is built, and a long page is read in slices. */
export async function readHtml(text: string, pace: Pace): Promise<ExtractedText> {
  const reader = new HtmlReader();
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  for (let at = 0; at < text.length; at += SLICE_CHARS) {
    parser.write(text.slice(at, at + SLICE_CHARS));
    await pace.step();
  }
  parser.end();
  return reader.result();
}
