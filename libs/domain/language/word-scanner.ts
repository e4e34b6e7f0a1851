/**
 * Walks over a text once and reports its folded words, in order, with their place in the text. Index, query and
 * rescoring all read text through this scanner, so that they can never disagree about what a word is.
 *
 * - A word is a run of letters, numbers and their marks. At most `maxWordCodes` code points of it count.
 * - A run of a script without spaces (Chinese, Japanese, Korean, Thai ...) is reported whole, as `unsegmented`, in pieces
 *   of at most `maxWordCodes` that overlap by one, so that character bigrams miss nothing.
 * - English endings after an apostrophe are dropped ("Anna's" -> "anna", "we'll" -> "we"), as are words before "'t" ("don't").
 * - Pieces held together by one of . - _ @ , ("X-200", "v2.3", "e-mail", "a.b@c.org", "1,000") are reported one by one and
 *   then once more `joined`: without hyphen, underscore and comma, with dots and at signs.
 */
import { characterKinds, foldCharacter, letterCodes } from './character-folding';

/** Longer words are rare, and hostile ones must not cost more than their first characters. */
export const maxWordCodes = 64;
/** Of a longer text only the beginning is read. Passages are cut to about 1,200 characters long before this. */
export const maxScannedChars = 50_000;
/** Pieces of a compound; a longer chain ("a-b-c-...") is not joined any further. */
const maxPieces = 6;

export const wordForms = { plain: 0, unsegmented: 1, joined: 2 } as const;
export type WordForm = (typeof wordForms)[keyof typeof wordForms];

export interface WordVisitor {
  /** `codes` is the scanner's own buffer: read `length` code points now, keep nothing. */
  word(codes: Int32Array, length: number, form: WordForm, start: number, end: number): void;
}

const code = (character: string) => character.charCodeAt(0);
/** Glue between pieces, and the code that stays of it in the joined form (0: nothing). */
const glue: ReadonlyMap<number, number> = new Map([
  [code('.'), code('.')],
  [code('@'), code('@')],
  [code('-'), 0],
  [code('\u2010'), 0],
  [code('\u2011'), 0],
  [code('_'), 0],
  [code(','), 0],
]);
const contractions = new Set(['s', 't', 'd', 'm', 'll', 're', 've']);
const { separator, ignored, unsegmented, apostrophe } = characterKinds;

export class WordScanner {
  private readonly codes = new Int32Array(maxWordCodes);
  private length = 0;
  private start = 0;
  private lastCharAt = 0;
  private form: WordForm = wordForms.plain;
  private readonly joined = new Int32Array(maxWordCodes * maxPieces + maxPieces);
  private joinedLength = 0;
  private joinedStart = 0;
  /** 0 while no compound is open. */
  private pieces = 0;
  /** The last plain word, still in `codes`: an apostrophe and glue only count directly after a word. */
  private lastStart = 0;
  private lastEnd = -1;
  private lastLength = 0;
  private afterApostrophe = false;
  private visitor: WordVisitor = { word: () => undefined };

  scan(text: string, visitor: WordVisitor): void {
    this.visitor = visitor;
    this.reset();
    const end = Math.min(text.length, maxScannedChars);
    for (let at = 0; at < end; ) {
      const unit = text.charCodeAt(at);
      const letter = letterCodes[unit] as number;
      if (letter !== 0 && this.length > 0 && this.length < maxWordCodes && this.form === wordForms.plain) {
        this.codes[this.length++] = letter;
        at++;
        continue;
      }
      const point = unit >= 0xd800 && unit <= 0xdfff ? (text.codePointAt(at) ?? 0) : unit;
      const next = at + (point > 0xffff ? 2 : 1);
      const folded = foldCharacter(point);
      if (folded.kind === separator || folded.kind === apostrophe)
        this.breakAt(text, at, point, folded.kind === apostrophe);
      else if (folded.kind !== ignored) this.append(folded.codes, folded.kind === unsegmented, at);
      at = next;
    }
    this.endWord(end);
    this.endCompound();
  }

  private reset(): void {
    this.length = 0;
    this.joinedLength = 0;
    this.pieces = 0;
    this.lastEnd = -1;
    this.afterApostrophe = false;
  }

  private append(codes: readonly number[], isUnsegmented: boolean, at: number): void {
    const form = isUnsegmented ? wordForms.unsegmented : wordForms.plain;
    if (this.length > 0 && form !== this.form) {
      this.endWord(at);
      this.endCompound();
    }
    if (this.length === 0) {
      this.start = at;
      this.form = form;
    }
    for (let i = 0; i < codes.length; i++) {
      if (this.length === maxWordCodes) {
        if (!isUnsegmented) return;
        this.continueUnsegmented(at);
      }
      this.codes[this.length++] = codes[i] as number;
    }
    this.lastCharAt = at;
  }

  private continueUnsegmented(at: number): void {
    const last = this.codes[maxWordCodes - 1] ?? 0;
    this.visitor.word(this.codes, maxWordCodes, wordForms.unsegmented, this.start, at);
    this.codes[0] = last;
    this.length = 1;
    this.start = this.lastCharAt;
  }

  private breakAt(text: string, at: number, point: number, isApostrophe: boolean): void {
    if (isApostrophe && this.length > 0 && isNegation(text, at)) this.dropWord(at);
    if (this.length === 0 && this.pieces === 0 && !isApostrophe) {
      this.afterApostrophe = false;
      return;
    }
    this.endWord(at);
    this.afterApostrophe = isApostrophe && this.lastEnd === at;
    if (this.lastEnd === at && this.continuesCompound(text, at, point)) return;
    this.endCompound();
  }

  /** Keeps the compound open when one glue character stands directly between two word characters. */
  private continuesCompound(text: string, at: number, point: number): boolean {
    const kept = glue.get(point);
    const following = text.codePointAt(at + 1);
    if (kept === undefined || following === undefined || this.pieces >= maxPieces) return false;
    if (foldCharacter(following).kind !== characterKinds.letter) return false;
    if (point === code(',') && !(isAsciiDigit(text.charCodeAt(at - 1)) && isAsciiDigit(following))) return false;
    if (this.pieces === 0) this.addPiece();
    if (kept !== 0) this.joined[this.joinedLength++] = kept;
    return true;
  }

  private dropWord(end: number): void {
    this.length = 0;
    this.lastEnd = end;
  }

  private endWord(end: number): void {
    const { length } = this;
    if (length === 0) return;
    this.length = 0;
    const dropped = this.afterApostrophe && length <= 2 && contractions.has(asciiOf(this.codes, length));
    this.afterApostrophe = false;
    if (dropped) return;
    this.lastEnd = this.form === wordForms.plain ? end : -1;
    this.lastStart = this.start;
    this.lastLength = length;
    if (this.pieces > 0 && this.form === wordForms.plain) this.addPiece();
    this.visitor.word(this.codes, length, this.form, this.start, end);
  }

  private addPiece(): void {
    if (this.pieces === 0) this.joinedStart = this.lastStart;
    this.joined.set(this.codes.subarray(0, this.lastLength), this.joinedLength);
    this.joinedLength += this.lastLength;
    this.pieces++;
  }

  private endCompound(): void {
    if (this.pieces > 1) {
      const length = Math.min(this.joinedLength, maxWordCodes);
      this.visitor.word(this.joined, length, wordForms.joined, this.joinedStart, this.lastEnd);
    }
    this.pieces = 0;
    this.joinedLength = 0;
  }
}

/** "don't", "isn't", "can't": an apostrophe, a t, and no further letter. */
function isNegation(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text.codePointAt(at + 2);
  const next = text[at + 1];
  return (
    (before === 'n' || before === 'N') &&
    (next === 't' || next === 'T') &&
    (after === undefined || foldCharacter(after).kind !== characterKinds.letter)
  );
}

function isAsciiDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function asciiOf(codes: Int32Array, length: number): string {
  return String.fromCharCode(...codes.subarray(0, length));
}
