/**
 * The same text in one byte a character, place for place, for patterns of Latin letters and ASCII marks. V8 compiles a pattern
 * once more for texts of two bytes a character, and those of a grammar take a fifth of a second, in which the process
 * serves nobody; a single ’ makes such a text.
 */
const BEYOND = /[^\0-\xff]/g;
const MARKS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '.',
  '。': '.',
  '？': '?',
  '！': '!',
};
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
/** Letters and numbers stay such, so that words end where they ended. */
const ANY_LETTER = 'x';

export function narrowText(text: string): string {
  const narrow = text.replace(BEYOND, (unit) => MARKS[unit] ?? (LETTER_OR_NUMBER.test(unit) ? ANY_LETTER : ' '));
  // What was replaced stays two bytes wide inside V8 otherwise.
  return narrow === text ? text : Buffer.from(narrow, 'latin1').toString('latin1');
}

export function isNarrow(text: string): boolean {
  return text.search(BEYOND) < 0;
}
