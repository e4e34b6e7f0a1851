/** A question as words to compare, each with its worth: how much it says of what is asked, wherever it is asked. */
import { analyzeQuery, backgroundRate, inverseFrequency, type QueryWord } from '#domain/knowledge';
import { analyzerFor, isLanguageCode, type LanguageCode, wordForms } from '#domain/language';
import { withoutCourtesies } from '../message/courtesies';
import { boundedText, plainText } from '../message/plain-text';
import { withoutAskingWords } from './asking-words';
import { type AskedForm, type Aspect, readAspect, readForm } from './question-match-aspects';
import { namesIn } from './question-match-names';
import { sameAskingTerms } from './question-match-synonyms';
import { gramsOf } from './word-grams';

/** Imaginary questions that tell how common a word is; a base may hold one. */
const backgroundQuestions = 150;
/** "the", "my", "how": they decide only between questions of nothing else. */
const stopWordWorth = 0.05;
/** "please", "want", "know" have this rate in the background. */
const fillerRate = 0.5;
const fillerWorth = 0.15;
/** Said in passing in a search, but what a question may be about: "forgot my password". Folded. */
const tellingFillers = new Set(
  `forgot forgotten problem problems issue issues wrong vergessen probleme oublie probleme olvidado olvide problema
    dimenticato esqueci vergeten company show`.split(/\s+/),
);
/** As much as a telling word. */
const aspectWorth = 2;

export interface ComparedWord {
  /** Folded. */
  text: string;
  stem: string;
  /** The word's own term in its language, 0 for a stop word. */
  term: number;
  synonyms: ReadonlySet<number>;
  worth: number;
  isStopWord: boolean;
}

export interface ComparedQuestion {
  /** Without marks, signs and courtesies. */
  plain: string;
  aspect: Aspect | undefined;
  form: AskedForm;
  words: readonly ComparedWord[];
  /** Sum of the words' worth, never 0. */
  totalWorth: number;
  /** Folded words, stop words included. */
  said: ReadonlySet<string>;
  /** Those of them that are names, as far as their writing tells. */
  names: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  /** Stems of neighbours written as one word: "back up" is "backup". Each with the words that it is made of. */
  joined: ReadonlyMap<string, readonly string[]>;
  /** Character 4-grams of the words that are no stop words. */
  grams: ReadonlySet<string>;
}

/** Phrasings come again with every message; long texts do not. */
const maxRemembered = 4_000;
const maxRememberedChars = 500;
const remembered = new Map<string, ComparedQuestion>();

export function comparedQuestion(text: string, language: string): ComparedQuestion {
  const key = `${language} ${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const compared = analyze(text, isLanguageCode(language) ? language : 'simple');
  if (text.length > maxRememberedChars) return compared;
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(key, compared);
  return compared;
}

function analyze(text: string, language: LanguageCode): ComparedQuestion {
  const whole = withoutCourtesies(text);
  const bare = boundedText(whole);
  const plain = plainText(whole);
  const stemOf = (word: string) => analyzerFor(language).stemOf(word);
  const said = analyzerFor(language)
    .tokens(bare)
    .filter(({ form }) => form !== wordForms.joined);
  const stopWords = [...new Set(said.filter(({ isStopWord }) => isStopWord).map((token) => token.text))];
  const query = analyzeQuery(withoutAskingWords(bare, language), [language]);
  const content = query.words.filter(({ form }) => form !== wordForms.joined);
  const { aspect, rest } = readAspect(
    bare,
    language,
    content.map((word) => word.text),
  );
  const telling = content.flatMap((word) => contentWord(word, rest(word.text), language));
  const words = [...telling, ...(aspect ? [asAspect(aspect)] : []), ...stopWords.map(asStopWord)];
  return {
    plain,
    aspect,
    form: readForm(plain),
    words,
    totalWorth: Math.max(
      1e-9,
      words.reduce((sum, { worth }) => sum + worth, 0),
    ),
    said: new Set(said.map((token) => token.text)),
    names: namesIn(whole, language),
    stems: new Set(said.map((token) => stemOf(token.text))),
    joined: neighbours(
      said.map((token) => token.text),
      stemOf,
      language,
    ),
    grams: new Set(telling.flatMap((word) => gramsOf(word.text))),
  };
}

/** @param rest what is left of the word besides the aspect; empty when nothing is */
function contentWord(word: QueryWord, rest: string, language: LanguageCode): ComparedWord[] {
  if (rest === '') return [];
  const isWhole = rest === word.text;
  const own = word.alternatives.find(({ weight }) => weight === 1)?.term ?? 0;
  const term = isWhole ? own : analyzerFor(language).termOfWord(rest);
  const searched = isWhole ? word.alternatives.filter(({ weight }) => weight < 1).map((one) => one.term) : [];
  const synonyms = new Set([...searched, ...sameAskingTerms(term, language)]);
  return [
    {
      text: rest,
      stem: analyzerFor(language).stemOf(rest),
      term,
      synonyms,
      worth: worthOf(rest, term),
      isStopWord: false,
    },
  ];
}

/** The root keeps common words from weighing next to nothing: between questions about an order all is in the verb. */
function worthOf(word: string, term: number): number {
  const rate = tellingFillers.has(word) ? 0 : backgroundRate(term);
  if (rate >= fillerRate) return fillerWorth;
  return Math.sqrt(inverseFrequency(backgroundQuestions, backgroundQuestions * rate));
}

function asAspect(aspect: Aspect): ComparedWord {
  return {
    text: `@${aspect}`,
    stem: `@${aspect}`,
    term: 0,
    synonyms: new Set(),
    worth: aspectWorth,
    isStopWord: false,
  };
}

function asStopWord(text: string): ComparedWord {
  return { text, stem: text, term: 0, synonyms: new Set(), worth: stopWordWorth, isStopWord: true };
}

/** Verbs that German parts: "schicke ... zurück" is "zurückschicke". Folded. */
const germanParticles = new Set('zuruck an ab auf ein aus um mit zu hoch herunter weiter'.split(' '));

function neighbours(
  words: readonly string[],
  stemOf: (word: string) => string,
  language: LanguageCode,
): Map<string, readonly string[]> {
  const joined = new Map<string, readonly string[]>();
  for (const [at, next] of words.slice(1).entries()) {
    const word = words[at] as string;
    joined.set(stemOf(word + next), [word, next]);
  }
  const last = words.at(-1) ?? '';
  if (language !== 'de' || !germanParticles.has(last)) return joined;
  for (const word of words.slice(0, -1)) joined.set(stemOf(last + word), [word, last]);
  return joined;
}
