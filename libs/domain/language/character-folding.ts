/**
 * What a single character means to the index: a separator, nothing at all, a letter or number of a word, or a letter of
 * a script that writes no spaces. Letters are folded: compatibility forms and diacritics go (NFKD), case goes, digits of
 * every script become ASCII digits.
 *
 * Two exceptions to plain NFKD. The Cyrillic й and ў stay apart from и and у: their marks are part of the alphabet and
 * Russian endings depend on them. A few letters that NFKD leaves alone (ß, æ, ø, ł, the Greek ς, the Arabic ة and ى)
 * are written as people without the key type them.
 */

export const characterKinds = { separator: 0, ignored: 1, letter: 2, unsegmented: 3, apostrophe: 4 } as const;
export type CharacterKind = (typeof characterKinds)[keyof typeof characterKinds];

export interface FoldedCharacter {
  kind: CharacterKind;
  /** Code points after folding; empty for separators and ignored characters. */
  codes: readonly number[];
}

const wordCharacter = /^[\p{L}\p{N}\p{M}]$/u;
/** Marks that only decorate: Latin accents, Hebrew points, Arabic vowels, variation selectors. */
const decoratingMark = /^\p{M}$/u;
const decoratingRanges = [
  [0x300, 0x36f],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0xfe00, 0xfe0f],
] as const;
/** Arabic tatweel, soft hyphen, zero-width joiners: inside a word, but not of it. */
const invisible = new Set([0x640, 0xad, 0x200c, 0x200d, 0x2060]);
/** Scripts without spaces, plus Hangul: Korean particles hang on the noun, so bigrams find more than words do. */
const unsegmented =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]$/u;
const apostrophes = new Set(["'", '\u2019', '\u02bc', '\uff07']);
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ة: 'ه',
  ى: 'ي',
};
const marksOutsideCyrillicShort = /(?<![иу]\u0306?)[\u0300-\u036f]|(?<=[иу])(?!\u0306)[\u0300-\u036f]/g;
/** Hamza and vowels on Arabic letters, Hebrew points: most people type without. */
const semiticMarks = /[\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Folds one character; slow, so `foldCharacter` remembers the results. */
function computeFold(character: string): FoldedCharacter {
  if (apostrophes.has(character)) return { kind: characterKinds.apostrophe, codes: [] };
  if (isDecoration(character)) return { kind: characterKinds.ignored, codes: [] };
  if (!wordCharacter.test(character)) return { kind: characterKinds.separator, codes: [] };
  const kind = unsegmented.test(character) ? characterKinds.unsegmented : characterKinds.letter;
  const codes = [...foldText(character)].map((one) => one.codePointAt(0) ?? 0);
  return codes.length > 0 ? { kind, codes } : { kind: characterKinds.ignored, codes };
}

function isDecoration(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (invisible.has(code)) return true;
  return decoratingMark.test(character) && decoratingRanges.some(([first, last]) => code >= first && code <= last);
}

/** The folding of a whole string, without looking at word borders. */
export function foldText(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(marksOutsideCyrillicShort, '')
    .replace(semiticMarks, '')
    .normalize('NFC');
  return plain.replace(/[ßæœøłđðþıςةى]/g, (letter) => spelledOut[letter] ?? letter).replace(/\p{Nd}/gu, asciiDigit);
}

/** Unicode keeps the ten digits of a script together and in order, so the value is the distance to the script's zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/** The basic plane by index, filled on demand; everything above it in a map that forgets all when it is full. */
const basicPlane: (FoldedCharacter | undefined)[] = new Array(0x10000);
const beyond = new Map<number, FoldedCharacter>();
const maxBeyond = 4096;
/** For the inner loop: the folded code of a UTF-16 unit that is a letter of one code, 0 for all others and the not yet seen. */
export const letterCodes = new Uint16Array(0x10000);

export function foldCharacter(code: number): FoldedCharacter {
  const known = code < 0x10000 ? basicPlane[code] : beyond.get(code);
  if (known !== undefined) return known;
  const folded = computeFold(String.fromCodePoint(code));
  if (code < 0x10000) {
    basicPlane[code] = folded;
    if (folded.kind === characterKinds.letter && folded.codes.length === 1) letterCodes[code] = folded.codes[0] ?? 0;
  } else {
    if (beyond.size >= maxBeyond) beyond.clear();
    beyond.set(code, folded);
  }
  return folded;
}
