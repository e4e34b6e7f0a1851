/** Texts in pieces that fit a passage, cut no finer than needed: between sentences, then words, then letters (UAX 29). */

type Cut = (text: string) => string[];

/** Tells whether a text may stand in one passage. */
export type Fits = (text: string) => boolean;

/** From coarse to fine. The last cuts a run of marks that nobody would call a letter, no surrogate pair. */
const CUTS: readonly Cut[] = [segmentsBy('sentence'), segmentsBy('word'), segmentsBy('grapheme'), (text) => [...text]];

/** Joined they are the text. */
export function piecesOf(text: string, fits: Fits, cuts: readonly Cut[] = CUTS): string[] {
  const [cut, ...finer] = cuts;
  if (!cut || fits(text)) return [text];
  return cut(text).flatMap((piece) => piecesOf(piece, fits, finer));
}

export function sentencesOf(text: string): string[] {
  return CUTS[0]!(text);
}

/** Keeps the indent of the first line: it matters in code and lists. */
export function withoutBlankEnds(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}

function segmentsBy(granularity: 'sentence' | 'word' | 'grapheme'): Cut {
  const segmenter = new Intl.Segmenter('en', { granularity });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}
