/** Words of a keyword search, as patterns for LIKE on text in lower case: each matches where the word stands, also within a longer one. */
const MAX_WORDS = 16;
const MAX_WORD_CHARS = 100;
/** What sentences put around words; inside a word every character counts, as in C++ or 24/7. */
const OPENING = /^["'“”„«(¿¡]+/;
const CLOSING = /["'“”»).,;:!?]+$/;

export function likePatterns(query: string): string[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).map(bare);
  return [...new Set(words)].slice(0, MAX_WORDS).map((word) => `%${escaped(word.slice(0, MAX_WORD_CHARS))}%`);
}

function bare(word: string): string {
  return word.replace(OPENING, '').replace(CLOSING, '') || word;
}

/** The characters that mean something to LIKE (PostgreSQL manual, section 9.7.1), by its default escape. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
