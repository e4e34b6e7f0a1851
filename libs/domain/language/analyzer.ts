/**
 * Text in one language -> terms. A term is the hash of the stem of a folded word, or of a character bigram in scripts
 * without spaces. Stop words have no term. One analyzer a language and process; it holds a cache of 768 KB.
 */
import { characterKinds, foldCharacter } from './character-folding';
import type { LanguageCode } from './languages';
import { type Stem, stemmerFor } from './stemming';
import { stopWordsOf } from './stop-words';
import { hashTerm } from './term-hash';
import { type WordForm, WordScanner, wordForms } from './word-scanner';
import { WordTable, wordOf } from './word-table';

export interface Token {
  /** The folded word. */
  text: string;
  /** Offsets in the text as given, in UTF-16 units, end exclusive. */
  start: number;
  end: number;
  /** 0 for a stop word. */
  term: number;
  isStopWord: boolean;
  form: WordForm;
}

/** `slot` is that of the word in `Analyzer.words`. */
export type TermVisit = (
  term: number,
  codes: Int32Array,
  from: number,
  length: number,
  form: WordForm,
  slot: number,
) => void;

/** Stems remembered as text, for the vocabulary of a segment; forgotten all at once when full. */
const maxRememberedStems = 50_000;

export class Analyzer {
  private readonly scanner = new WordScanner();
  /** All words met lately, with their terms. */
  readonly words = new WordTable((word) => this.termOfWord(word));
  private readonly stems = new Map<string, string>();

  constructor(
    readonly language: LanguageCode,
    private readonly stopWords: ReadonlySet<string>,
    private readonly stem: Stem,
  ) {}

  stemOf(foldedWord: string): string {
    const known = this.stems.get(foldedWord);
    if (known !== undefined) return known;
    const stem = this.stem(foldedWord);
    if (this.stems.size >= maxRememberedStems) this.stems.clear();
    this.stems.set(foldedWord, stem);
    return stem;
  }

  isStopWord(foldedWord: string): boolean {
    return this.stopWords.has(foldedWord);
  }

  /** 0 for a stop word. */
  termOfWord(foldedWord: string): number {
    return this.stopWords.has(foldedWord) ? 0 : hashTerm(this.stemOf(foldedWord));
  }

  /** Reports every term of the text in order, without stop words; the term is that of `codes[from .. from + length)`. */
  eachTerm(text: string, visit: TermVisit): void {
    this.scanner.scan(text, {
      word: (codes, length, form) => {
        const isRun = form === wordForms.unsegmented && length > 1;
        const size = isRun ? 2 : length;
        for (let from = 0; from + size <= length; from++) {
          const slot = this.words.slotOf(codes, from, size);
          const term = this.words.termAt(slot);
          if (term !== 0) visit(term, codes, from, size, form, slot);
        }
      },
    });
  }

  /** Terms in the order of the text, with repetitions. */
  terms(text: string): number[] {
    const found: number[] = [];
    this.eachTerm(text, (term) => found.push(term));
    return found;
  }

  /** Words with their places, stop words included; runs of scripts without spaces come as overlapping bigrams. */
  tokens(text: string): Token[] {
    const found: Token[] = [];
    this.scanner.scan(text, {
      word: (codes, length, form, start, end) => {
        if (form === wordForms.unsegmented && length > 1) this.addBigrams(found, text, start, end);
        else found.push(this.token(wordOf(codes, 0, length), form, start, end));
      },
    });
    return found;
  }

  private token(text: string, form: WordForm, start: number, end: number): Token {
    const term = this.termOfWord(text);
    return { text, start, end, term, isStopWord: term === 0, form };
  }

  private addBigrams(found: Token[], text: string, start: number, end: number): void {
    let before: { folded: string; start: number } | undefined;
    for (let at = start; at < end; ) {
      const point = text.codePointAt(at) ?? 0;
      const next = at + (point > 0xffff ? 2 : 1);
      const { kind, codes } = foldCharacter(point);
      if (kind === characterKinds.unsegmented) {
        for (const code of codes) {
          const folded = String.fromCodePoint(code);
          if (before !== undefined)
            found.push(this.token(before.folded + folded, wordForms.unsegmented, before.start, next));
          before = { folded, start: at };
        }
      }
      at = next;
    }
  }
}

const analyzers = new Map<LanguageCode, Analyzer>();

export function analyzerFor(language: LanguageCode): Analyzer {
  const known = analyzers.get(language);
  if (known !== undefined) return known;
  const made = new Analyzer(language, stopWordsOf(language), stemmerFor(language));
  analyzers.set(language, made);
  return made;
}
