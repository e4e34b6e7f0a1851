import type { NewPassage } from '#domain/knowledge';
import { sectionsOf } from './sections';

/** Retrieval is best with passages of a paragraph or two; a longer one hides its answer among other words. */
export const MAX_PASSAGE_CHARS = 1_200;

/** Cuts a document into passages along its structure: sections, paragraphs, sentences, and only then words. */
export function passagesOf(title: string, content: string): NewPassage[] {
  return sectionsOf(content)
    .flatMap(({ heading, paragraphs }) => bodiesOf(paragraphs).map((body) => ({ section: heading, body })))
    .map(({ section, body }, position) => ({ position, title, section, body }));
}

/** Fills each body with as many whole pieces as it takes. */
function bodiesOf(paragraphs: readonly string[]): string[] {
  const bodies: string[] = [];
  let body = '';
  for (const piece of paragraphs.flatMap((paragraph) => piecesOf(`${paragraph}\n\n`))) {
    if (body !== '' && body.length + lengthOf(piece) > MAX_PASSAGE_CHARS) {
      bodies.push(body);
      body = '';
    }
    body += piece;
  }
  bodies.push(body);
  return bodies.map(withoutBlankEnds).filter((text) => text !== '');
}

type Cut = (text: string) => string[];

/** From coarse to fine (UAX 29). The last cuts a run of marks that nobody would call a letter, no surrogate pair. */
const CUTS: readonly Cut[] = [segmentsBy('sentence'), segmentsBy('word'), segmentsBy('grapheme'), (text) => [...text]];

/** The text in pieces that fit a passage, cut no finer than needed; joined they are the text. */
function piecesOf(text: string, cuts: readonly Cut[] = CUTS): string[] {
  const [cut, ...finer] = cuts;
  if (!cut || lengthOf(text) <= MAX_PASSAGE_CHARS) return [text];
  return cut(text).flatMap((piece) => piecesOf(piece, finer));
}

function segmentsBy(granularity: 'sentence' | 'word' | 'grapheme'): Cut {
  const segmenter = new Intl.Segmenter('en', { granularity });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function lengthOf(text: string): number {
  return text.trimEnd().length;
}

/** Keeps the indent of the first line: it matters in code and lists. */
function withoutBlankEnds(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
