import { type ChunkingSettings, DEFAULT_CHUNKING, type NewPassage } from '#domain/knowledge';
import { overlapOf } from './overlap';
import { piecesOf, withoutBlankEnds } from './pieces';
import { sectionsOf } from './sections';

/** The text of an item is measured in characters, four to a token: an item is as long as people type. */
const CHARS_PER_TOKEN = 4;
export const MAX_PASSAGE_CHARS = DEFAULT_CHUNKING.maxTokens * CHARS_PER_TOKEN;

/** Cuts an item into passages along its structure: sections, paragraphs, sentences, and only then words. */
export function passagesOf(
  title: string,
  content: string,
  { maxTokens, overlapTokens }: ChunkingSettings = DEFAULT_CHUNKING,
): NewPassage[] {
  const size = { maxChars: maxTokens * CHARS_PER_TOKEN, overlapTokens };
  return sectionsOf(content)
    .flatMap(({ heading, paragraphs }) => bodiesOf(paragraphs, size).map((body) => ({ section: heading, body })))
    .map(({ section, body }, position) => ({ position, title, section, body }));
}

interface BodySize {
  maxChars: number;
  overlapTokens: number;
}

/** Fills each body with as many whole pieces as it takes. */
function bodiesOf(paragraphs: readonly string[], { maxChars, overlapTokens }: BodySize): string[] {
  const bodies: string[] = [];
  const fits = (text: string) => lengthOf(text) <= maxChars;
  let body = '';
  for (const piece of paragraphs.flatMap((paragraph) => piecesOf(`${paragraph}\n\n`, fits))) {
    if (body !== '' && body.length + lengthOf(piece) > maxChars) {
      bodies.push(body);
      const overlap = overlapOf(body, overlapTokens);
      body = overlap.length + lengthOf(piece) <= maxChars ? overlap : '';
    }
    body += piece;
  }
  bodies.push(body);
  return bodies.map(withoutBlankEnds).filter((text) => text !== '');
}

function lengthOf(text: string): number {
  return text.trimEnd().length;
}
