/**
 * A query as words to look for. The query is read in every language that the base holds: each content word keeps the
 * terms that it has in those languages as alternatives of one word, so that nothing counts twice.
 *
 * A word is dropped when it is a stop word of the language that the query is most likely in, or of all of them. A query
 * of stop words alone has no words and finds nothing.
 */
import {
  alternativesOf,
  analyzerFor,
  detectLanguage,
  gramsOfWord,
  type LanguageCode,
  maxWordGrams,
  relatedTerms,
  type TermAlternative,
  type WordForm,
  WordScanner,
  wordForms,
  wordOf,
} from '#domain/language';
import { type QuerySurface, readSurface } from './query-surface';

const maxQueryChars = 2_000;
/** Of a longer query (a pasted text) the first distinct words count. */
const maxWords = 48;

export interface QueryWord {
  /** Folded. */
  text: string;
  form: WordForm;
  alternatives: TermAlternative[];
  /** Terms of near meaning, for the second look alone: nobody looks them up. */
  related: ReadonlySet<number>;
  /** How often the query says it. */
  count: number;
  isCorrected: boolean;
  /** Of a joined form ("x200"): the positions of its pieces ("x", "200"). A passage that has it needs no pieces. */
  pieces: number[];
  /** Holds a digit. */
  isNumber: boolean;
  /** Written with a capital within a sentence, as names are; never in a query that is all capitals, nor the first word. */
  isName: boolean;
}

export interface AnalyzedQuery {
  text: string;
  /** Languages that the base holds. */
  languages: readonly LanguageCode[];
  /** Distinct words in the order of their first use. */
  words: QueryWord[];
  /** Pairs of positions in `words` that follow each other in the query, stop words and joined forms left out. */
  pairs: (readonly [number, number])[];
  /** Distinct character 4-grams of the words. */
  grams: Int32Array;
  /** Distinct terms to look up. */
  terms: number[];
  surface: QuerySurface;
  /** That its stop words are taken from. */
  spoken: LanguageCode;
}

const digit = /\p{Nd}/u;
const scanner = new WordScanner();

export function analyzeQuery(text: string, languages: readonly LanguageCode[]): AnalyzedQuery {
  const builder = new QueryBuilder(text.slice(0, maxQueryChars), languages.length > 0 ? languages : ['simple']);
  return builder.build();
}

export function termsOfWords(words: readonly QueryWord[]): number[] {
  return [...new Set(words.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)))];
}

/** The distinct terms of a folded word in these languages, without those where it is a stop word. */
export function termsIn(languages: readonly LanguageCode[], word: string): number[] {
  const terms = languages.map((language) => analyzerFor(language).termOfWord(word));
  return [...new Set(terms)].filter((term) => term !== 0);
}

/** Other forms and synonyms, in each language those of the term that the word has there. */
function alternativesIn(languages: readonly LanguageCode[], word: string, own: readonly number[]): TermAlternative[] {
  const weights = new Map<number, number>();
  for (const language of languages) {
    for (const { term, weight } of alternativesOf(analyzerFor(language).termOfWord(word), language))
      if (!own.includes(term)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

function relatedIn(languages: readonly LanguageCode[], word: string): ReadonlySet<number> {
  return new Set(languages.flatMap((language) => [...relatedTerms(analyzerFor(language).termOfWord(word), language)]));
}

class QueryBuilder {
  private readonly words = new Map<string, QueryWord>();
  private readonly positions = new Map<string, number>();
  private readonly pairs = new Map<string, readonly [number, number]>();
  private readonly grams = new Set<number>();
  private readonly gramBuffer = new Int32Array(maxWordGrams);
  private readonly surface: QuerySurface;
  private readonly spoken: LanguageCode;
  private previous = -1;
  /** Where the plain words began, to tell which of them a joined form is made of. */
  private starts: { start: number; position: number }[] = [];

  constructor(
    private readonly text: string,
    private readonly languages: readonly LanguageCode[],
  ) {
    this.surface = readSurface(text);
    this.spoken = this.spokenLanguage();
  }

  build(): AnalyzedQuery {
    const isStopWord = this.stopWordTest();
    scanner.scan(this.text, {
      word: (codes, length, form, start) => {
        if (form === wordForms.joined) this.starts = this.starts.filter((piece) => piece.start >= start);
        if (form === wordForms.unsegmented && length > 1) {
          for (let i = 0; i + 1 < length; i++) this.add(wordOf(codes, i, 2), form);
          return;
        }
        const word = wordOf(codes, 0, length);
        if (isStopWord(word) || !this.add(word, form) || form !== wordForms.plain) return;
        this.starts.push({ start, position: this.positions.get(word) as number });
        const count = gramsOfWord(codes, length, this.gramBuffer);
        for (let i = 0; i < count; i++) this.grams.add(this.gramBuffer[i] as number);
      },
    });
    const words = [...this.words.values()];
    const pairs = [...this.pairs.values()];
    return {
      text: this.text,
      languages: this.languages,
      words,
      pairs,
      grams: Int32Array.from(this.grams),
      terms: termsOfWords(words),
      surface: this.surface,
      spoken: this.spoken,
    };
  }

  private stopWordTest(): (word: string) => boolean {
    const spoken = analyzerFor(this.spoken);
    return (word) =>
      spoken.isStopWord(word) || this.languages.every((language) => analyzerFor(language).isStopWord(word));
  }

  /** Of the languages of the base, the one with most stop words in the query; detection when the base knows none. */
  private spokenLanguage(): LanguageCode {
    const candidates = this.languages.filter((language) => language !== 'simple');
    if (candidates.length === 0) return detectLanguage(this.text);
    const tokens = analyzerFor('simple').tokens(this.text);
    const evidence = (language: LanguageCode) =>
      tokens.filter(({ text }) => analyzerFor(language).isStopWord(text)).length;
    return candidates.reduce((best, next) => (evidence(next) > evidence(best) ? next : best));
  }

  /** False when the query has enough words already. */
  private add(text: string, form: WordForm): boolean {
    const known = this.words.get(text);
    if (known === undefined && this.words.size >= maxWords) return false;
    if (known === undefined) {
      this.positions.set(text, this.words.size);
      this.words.set(text, this.newWord(text, form));
    } else if (form !== wordForms.joined) known.count++;
    if (form !== wordForms.joined) this.pairWithPrevious(this.positions.get(text) as number);
    return true;
  }

  private newWord(text: string, form: WordForm): QueryWord {
    const own = termsIn(this.languages, text);
    const alternatives = [...own.map((term) => ({ term, weight: 1 })), ...alternativesIn(this.languages, text, own)];
    const pieces = form === wordForms.joined ? this.starts.map(({ position }) => position) : [];
    const isNumber = digit.test(text);
    const isName = !isNumber && this.surface.names.has(text);
    const related = relatedIn(this.languages, text);
    return { text, form, alternatives, related, count: 1, isCorrected: false, pieces, isNumber, isName };
  }

  private pairWithPrevious(position: number): void {
    if (this.previous >= 0) this.pairs.set(`${this.previous} ${position}`, [this.previous, position]);
    this.previous = position;
  }
}
