/**
 * What a word of a passage means to one query, worked out once for each distinct word: a passage repeats its words, and
 * fifty candidates of one query repeat each other's. Most words mean nothing, and cost one look into a table.
 */
import {
  type Analyzer,
  analyzerFor,
  enlarged,
  gramsOfWord,
  type LanguageCode,
  maxWordGrams,
  mixBits,
  type WordForm,
  type WordTable,
  wordForms,
} from '#domain/language';
import { formOfToken, lengthOfToken, slotOfToken } from './passage-tokens';
import type { AnalyzedQuery } from './query-analysis';

export interface WordMeaning {
  isStopWord: boolean;
  /** Position of the query word that it is a form of, -1 for none. */
  word: number;
  /** 1, or less for synonyms and corrections. */
  weight: number;
  /** In the very form that was asked for. */
  isExact: boolean;
  /** Position in the query's surface, -1 when it does not stand there. */
  surface: number;
  /** Positions of the query's 4-grams in it, with repetitions. */
  grams: readonly number[];
  /** Position of the query word that it resembles most while it is a form of none, -1 for none. */
  similar: number;
  /** How much, 0 to 1. */
  similarity: number;
  /** Position of the query word that it means nearly while it is a form of none, -1 for none. */
  related: number;
}

const NO_GRAMS: readonly number[] = [];
const NO_MEANING = {
  word: -1,
  weight: 0,
  isExact: false,
  surface: -1,
  grams: NO_GRAMS,
  similar: -1,
  similarity: 0,
  related: -1,
};
const OTHER_WORD: WordMeaning = { ...NO_MEANING, isStopWord: false };
const OTHER_STOP_WORD: WordMeaning = { ...NO_MEANING, isStopWord: true };
/** Share of common 4-grams (Dice) from which on two words resemble each other, as "authenticator" and "authentication". */
const LEAST_SIMILARITY = 0.35;

/**
 * By slot of a language's word table the mark of a query, and what the word means to it, side by side: a search spends most
 * of its time waiting for these.
 */
type Notes = Int32Array;

/** What the table of words says of a word. */
interface KnownWord {
  slot: number;
  /** In the form of a word that the query looks for. */
  isExact: boolean;
  surface: number;
}

const notes = new Map<LanguageCode, Notes>();
const firstNotes = 1 << 16;
let lastMark = 0;
const gramBuffer = new Int32Array(maxWordGrams);

export class QueryMatcher {
  private readonly meanings: WordMeaning[] = [OTHER_WORD, OTHER_STOP_WORD];
  private readonly matches = new Map<number, { word: number; weight: number }>();
  private readonly related = new Map<number, number>();
  private readonly gramSlots: Int32Array;
  private readonly gramMask: number;
  /** The query words that hold a 4-gram, by its position. */
  private readonly gramWords: number[][];
  private readonly gramCounts: Int32Array;
  private readonly common: Int32Array;
  private found: readonly number[] = NO_GRAMS;
  private readonly findGram = (gram: number): void => {
    const at = this.gramPosition(gram);
    if (at >= 0) this.found = this.found.length === 0 ? [at] : [...this.found, at];
  };

  constructor(private readonly query: AnalyzedQuery) {
    const { words, grams } = query;
    words.forEach(({ alternatives, related }, word) => {
      for (const term of related) if (!this.related.has(term)) this.related.set(term, word);
      for (const { term, weight } of alternatives) {
        if ((this.matches.get(term)?.weight ?? 0) < weight) this.matches.set(term, { word, weight });
      }
    });
    let slots = 64;
    while (slots < grams.length * 4) slots *= 2;
    this.gramMask = slots - 1;
    this.gramSlots = new Int32Array(slots).fill(-1);
    grams.forEach((gram, at) => {
      this.gramSlots[this.freeSlot(gram)] = at;
    });
    this.gramWords = Array.from(grams, () => []);
    this.gramCounts = new Int32Array(words.length);
    this.common = new Int32Array(words.length);
    words.forEach(({ text, form }, word) => {
      if (form === wordForms.plain) this.countGramsOfWord(text, word);
    });
  }

  /** Reads words of this language from now on. */
  reading(language: LanguageCode): PassageMatcher {
    return new PassageMatcher(this, this.query, language);
  }

  meaningAt(at: number): WordMeaning {
    return this.meanings[at] as WordMeaning;
  }

  /** The number of the meaning of a word. */
  interpret({ words }: Analyzer, { slot, isExact, surface }: KnownWord, length: number, form: WordForm): number {
    const term = words.termAt(slot);
    const match = term === 0 ? undefined : this.matches.get(term);
    const grams = form === wordForms.unsegmented ? NO_GRAMS : this.gramsOf(words, slot);
    const related = term === 0 || match !== undefined ? -1 : (this.related.get(term) ?? -1);
    if (match === undefined && related < 0 && surface < 0 && grams.length === 0) return term === 0 ? 1 : 0;
    const resembled = term !== 0 && match === undefined ? this.mostSimilar(grams, length) : undefined;
    const meaning = {
      isStopWord: term === 0,
      word: match?.word ?? -1,
      weight: match?.weight ?? 0,
      isExact: isExact && match !== undefined,
      surface,
      grams,
      similar: resembled?.word ?? -1,
      similarity: resembled?.similarity ?? 0,
      related,
    };
    return this.meanings.push(meaning) - 1;
  }

  private gramsOf(words: WordTable, slot: number): readonly number[] {
    this.found = NO_GRAMS;
    words.eachGram(slot, this.findGram);
    return this.found;
  }

  private mostSimilar(grams: readonly number[], length: number): { word: number; similarity: number } | undefined {
    if (grams.length === 0) return undefined;
    const { common } = this;
    common.fill(0);
    for (const at of grams) for (const word of this.gramWords[at] ?? []) common[word] = (common[word] as number) + 1;
    let best: { word: number; similarity: number } | undefined;
    for (let word = 0; word < common.length; word++) {
      if (common[word] === 0) continue;
      const similarity = (2 * (common[word] as number)) / ((this.gramCounts[word] as number) + gramCountOf(length));
      if (similarity > Math.max(LEAST_SIMILARITY, best?.similarity ?? 0)) best = { word, similarity };
    }
    return best;
  }

  private countGramsOfWord(text: string, word: number): void {
    const codes = codesOf(text);
    const count = gramsOfWord(codes, codes.length, gramBuffer);
    this.gramCounts[word] = count;
    for (let i = 0; i < count; i++) {
      const at = this.gramPosition(gramBuffer[i] as number);
      if (at >= 0 && !this.gramWords[at]?.includes(word)) this.gramWords[at]?.push(word);
    }
  }

  private gramPosition(gram: number): number {
    const { grams } = this.query;
    let slot = mixBits(gram) & this.gramMask;
    for (;;) {
      const at = this.gramSlots[slot] as number;
      if (at < 0 || grams[at] === gram) return at;
      slot = (slot + 1) & this.gramMask;
    }
  }

  private freeSlot(gram: number): number {
    let slot = mixBits(gram) & this.gramMask;
    while ((this.gramSlots[slot] as number) >= 0) slot = (slot + 1) & this.gramMask;
    return slot;
  }
}

/** Looks words of one language up. */
export class PassageMatcher {
  private mark = 0;
  private generation = -1;
  private readonly analyzer: Analyzer;
  private notes: Notes;
  private readonly known: KnownWord = { slot: 0, isExact: false, surface: -1 };
  /** By slot. */
  private surface = new Map<number, number>();
  private exact = new Set<number>();

  constructor(
    private readonly matcher: QueryMatcher,
    private readonly query: AnalyzedQuery,
    private readonly language: LanguageCode,
  ) {
    this.analyzer = analyzerFor(language);
    this.notes = notesOf(language);
    this.begin();
  }

  meaningOf(token: number): WordMeaning {
    const { words } = this.analyzer;
    if (words.generation !== this.generation) this.begin();
    const { notes } = this;
    const slot = slotOfToken(token);
    const at = 2 * slot;
    if (notes[at] !== this.mark) {
      if (at >= notes.length) return this.withMoreNotes().meaningOf(token);
      notes[at] = this.mark;
      const { known } = this;
      known.slot = slot;
      known.isExact = this.exact.has(slot);
      known.surface = this.surface.get(slot) ?? -1;
      notes[at + 1] = this.matcher.interpret(this.analyzer, known, lengthOfToken(token), formOfToken(token));
    }
    return this.matcher.meaningAt(notes[at + 1] as number);
  }

  private withMoreNotes(): this {
    this.notes = enlarged(this.notes, 2 * this.notes.length);
    notes.set(this.language, this.notes);
    return this;
  }

  /** With a mark that no other query has, and the slots of the query's own words. */
  private begin(): void {
    const { words } = this.analyzer;
    const slotOf = (text: string) => {
      const codes = codesOf(text);
      return words.slotOf(codes, 0, codes.length);
    };
    this.surface = new Map(this.query.surface.words.map((word, at) => [slotOf(word), at]));
    this.exact = new Set(this.query.words.map(({ text }) => slotOf(text)));
    this.generation = words.generation;
    lastMark = (lastMark + 1) | 0 || 1;
    this.mark = lastMark;
  }
}

function codesOf(text: string): Int32Array {
  return Int32Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** As many as `gramsOfWord` gives. */
export function gramCountOf(length: number): number {
  return length <= 2 ? 1 : length - 1;
}

function notesOf(language: LanguageCode): Notes {
  const known = notes.get(language);
  if (known !== undefined) return known;
  const made = new Int32Array(firstNotes);
  notes.set(language, made);
  return made;
}
