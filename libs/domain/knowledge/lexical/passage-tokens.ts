/**
 * The words of a text as numbers: slot in the word table of its language, length and form. Most of the time of a search goes
 * into reading its candidates, and the same passages come again and again, so texts read lately are remembered. They are
 * known by themselves: nothing needs to be told when a passage changes.
 *
 * Two maps of bounded size: what is used moves to the younger one; when that is full it becomes the older one, and what was
 * in the older one and not asked for again is forgotten. At most about 20 MB a language and process.
 */
import {
  analyzerFor,
  enlarged,
  type LanguageCode,
  slotBits,
  type WordForm,
  WordScanner,
  wordForms,
} from '#domain/language';

/** A token is a slot, then the form, then the length in code points (at most 390, of a joined form). */
const lengthShift = slotBits + 2;
/** Texts of a map, in characters: 5,000 passages of ordinary length. */
const maxChars = 4_000_000;

interface ReadText {
  tokens: Int32Array;
  /** Of the word table, when it was read. */
  generation: number;
}

interface Remembered {
  younger: Map<string, ReadText>;
  older: Map<string, ReadText>;
  /** Characters in the younger one. */
  chars: number;
}

const remembered = new Map<LanguageCode, Remembered>();
const scanner = new WordScanner();
let buffer = new Int32Array(1_024);

export function slotOfToken(token: number): number {
  return token & ((1 << slotBits) - 1);
}

export function formOfToken(token: number): WordForm {
  return ((token >> slotBits) & 3) as WordForm;
}

/** In code points. */
export function lengthOfToken(token: number): number {
  return token >> lengthShift;
}

/** In the order of the text; runs of scripts without spaces as overlapping bigrams. Good until the next word table's generation. */
export function tokensOf(text: string, language: LanguageCode): Int32Array {
  const { generation } = analyzerFor(language).words;
  const memory = memoryOf(language);
  const younger = memory.younger.get(text);
  if (younger?.generation === generation) return younger.tokens;
  const older = memory.older.get(text);
  const read = older?.generation === generation ? older : readText(text, language);
  remember(memory, text, read);
  return read.tokens;
}

function readText(text: string, language: LanguageCode): ReadText {
  const { words } = analyzerFor(language);
  const before = words.generation;
  const tokens = scanText(text, language);
  const { generation } = words;
  if (generation === before) return { tokens, generation };
  // The table forgot everything in the midst. A text of more words than it holds is read with some of them mistaken.
  return { tokens: scanText(text, language), generation: words.generation };
}

function scanText(text: string, language: LanguageCode): Int32Array {
  const { words } = analyzerFor(language);
  let count = 0;
  scanner.scan(text, {
    word: (codes, length, form) => {
      const size = form === wordForms.unsegmented && length > 1 ? 2 : length;
      for (let from = 0; from + size <= length; from++) {
        if (count === buffer.length) buffer = enlarged(buffer, 2 * buffer.length);
        buffer[count++] = words.slotOf(codes, from, size) | (form << slotBits) | (size << lengthShift);
      }
    },
  });
  return buffer.slice(0, count);
}

function remember(memory: Remembered, text: string, read: ReadText): void {
  memory.younger.set(text, read);
  memory.chars += text.length;
  if (memory.chars <= maxChars) return;
  memory.older = memory.younger;
  memory.younger = new Map();
  memory.chars = 0;
}

function memoryOf(language: LanguageCode): Remembered {
  const known = remembered.get(language);
  if (known !== undefined) return known;
  const made: Remembered = { younger: new Map(), older: new Map(), chars: 0 };
  remembered.set(language, made);
  return made;
}
