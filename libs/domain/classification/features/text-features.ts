/**
 * What the classifier sees of a text: 32-bit hashes of words, of pairs of neighbouring words (with marks for both ends
 * of the text), and of the 2 to 5 characters long pieces of every word (with marks for its ends), which carry typos,
 * inflections and compounds; where a language is given, also of what its words mean, which carries what is said in other words.
 *
 * Folding: compatibility decomposition, lower case, accents and vowel points off, digits as '#'. Vowel signs of Indic
 * and South East Asian scripts are letters in their own right and stay. In scripts that write no spaces between words
 * every character stands as a word, and the pieces run across the whole stretch.
 */
import { type LanguageCode, meaningsOf } from '#domain/language';
import type { WordSpelling } from './word-spelling';

const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const spaced = `[[\\p{L}\\p{N}\\p{M}#]--[${unspaced}]]`;
const tokens = new RegExp(`([${unspaced}][${unspaced}\\p{M}ー]*)|${spaced}+(?:['’]${spaced}+)*|\\p{S}`, 'gv');
const characters = /\P{M}\p{M}*/gu;
/** Combining diacritics, points of Hebrew, vowel marks of Arabic; what has no width, such as soft hyphens. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]|\p{Default_Ignorable_Code_Point}/gu;
const digits = /\p{Nd}/gu;
const apostrophes = /['’]/g;

/** Nobody tells an intent in more UTF-16 units; what follows is quoted matter. */
export const MAX_TEXT_LENGTH = 1_000;
/** Longer words (addresses, encoded data) say nothing more by their tail. */
const MAX_WORD_LENGTH = 40;
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;

const WORD_SEED = 0x811c9dc5;
const PIECE_SEED = 0x2f0b4c47;
const MEANING_SEED = 0x6a09e667;
const START_OF_TEXT = 0x51ed270b;
const END_OF_TEXT = 0x3c6ef372;
const SPACE = 32;

export interface TextHashes {
  /** Of single words only, in their order, as they are written. */
  words: number[];
  /** Words and pairs of words. */
  wordFeatures: number[];
  pieceFeatures: number[];
  /** Empty without a language. */
  meaningFeatures: number[];
}

export function foldText(text: string, maxLength: number): string {
  return text
    .slice(0, maxLength)
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(digits, '#')
    .normalize('NFC');
}

/** What is known beside the text. */
export interface Reading {
  /** Whose meanings are read. */
  language?: LanguageCode | undefined;
  spelling?: WordSpelling | undefined;
}

/** Takes what `foldText` made. */
export function hashText(folded: string, { language, spelling }: Reading = {}): TextHashes {
  const hashes: TextHashes = { words: [], wordFeatures: [], pieceFeatures: [], meaningFeatures: [] };
  const read: number[] = [];
  for (const match of folded.matchAll(tokens)) {
    const run = match[1];
    const token = run ?? tokenOf(match[0]);
    const word = run ?? spelling?.corrected(token) ?? token;
    for (const each of run === undefined ? [token] : charactersOf(run)) hashes.words.push(wordHash(each));
    for (const each of run === undefined ? [word] : charactersOf(run)) read.push(wordHash(each));
    addPieces(word, hashes.pieceFeatures);
    if (language !== undefined) addMeanings(word, language, hashes.meaningFeatures);
  }
  addPairs(read, hashes.wordFeatures);
  return hashes;
}

/** The words between spaces, for `WordSpelling`. */
export function spacedWords(folded: string): string[] {
  const words: string[] = [];
  for (const match of folded.matchAll(tokens)) if (match[1] === undefined) words.push(tokenOf(match[0]));
  return words;
}

function tokenOf(text: string): string {
  return text.replace(apostrophes, '').slice(0, MAX_WORD_LENGTH);
}

function charactersOf(run: string): string[] {
  return run.match(characters) ?? [];
}

function wordHash(word: string): number {
  let hash = WORD_SEED;
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
  return mixed(hash);
}

function addPairs(words: readonly number[], wordFeatures: number[]): void {
  let before = START_OF_TEXT;
  for (const word of words) {
    wordFeatures.push(word, pairHash(before, word));
    before = word;
  }
  if (words.length > 0) wordFeatures.push(pairHash(before, END_OF_TEXT));
}

function pairHash(first: number, second: number): number {
  return mixed(Math.imul(first, 0x9e3779b1) ^ second);
}

function addMeanings(word: string, language: LanguageCode, meanings: number[]): void {
  for (const meaning of meaningsOf(word, language)) meanings.push(mixed(meaning ^ MEANING_SEED));
}

function addPieces(word: string, pieces: number[]): void {
  for (let start = -1; start < word.length; start++) {
    let hash = PIECE_SEED;
    const end = Math.min(word.length + 1, start + LONGEST_PIECE);
    for (let at = start; at < end; at++) {
      hash = step(hash, at < 0 || at === word.length ? SPACE : word.charCodeAt(at));
      if (at - start + 1 >= SHORTEST_PIECE) pieces.push(mixed(hash));
    }
  }
}

/** FNV-1a over UTF-16 units. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The finaliser of MurmurHash3, so that near texts get far hashes. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
