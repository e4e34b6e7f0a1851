/**
 * Guesses the language of a text from its alphabet and its stop words. Cheap (one pass over the first 2,000 characters) and
 * only as good as that: a text needs two stop words, and clearly more of them than in the next best language, or the
 * guess is `whenUnsure`. Characters that only some languages write count as half a stop word.
 */
import { characterKinds, foldCharacter } from './character-folding';
import { type LanguageCode, languageCodes } from './languages';
import { stopWordsOf } from './stop-words';
import { WordScanner, wordForms } from './word-scanner';
import { wordOf } from './word-table';

const maxChars = 2_000;
const minScore = 2;
/** The best language must lead by this factor. */
const minLead = 1.1;
/** Written alike: between these two the smallest lead decides, and a wrong guess costs little. */
const sisters: Partial<Record<LanguageCode, LanguageCode>> = { da: 'no', no: 'da' };

const latin: readonly LanguageCode[] = languageCodes.filter((code) => code !== 'simple' && code !== 'ru');
const tellTale: readonly (readonly [RegExp, readonly LanguageCode[]])[] = [
  [/ß/gu, ['de']],
  [/[ñ¿¡]/gu, ['es']],
  [/[ãõ]/gu, ['pt']],
  [/[œêèùû]/gu, ['fr']],
  [/ç/gu, ['fr', 'pt']],
  [/[æø]/gu, ['da', 'no']],
  [/å/gu, ['sv', 'da', 'no']],
  [/ä/gu, ['de', 'sv', 'fi']],
  [/ö/gu, ['de', 'sv', 'fi']],
  [/ü/gu, ['de']],
  [/[ìò]/gu, ['it']],
];
const scanner = new WordScanner();

/** A message is asked about by every step that reads it, and comes again with the history of the next turn. */
const remembered = new Map<string, LanguageCode | undefined>();
const maxRemembered = 500;
const maxRememberedChars = 500;

export function detectLanguage(text: string, whenUnsure: LanguageCode = 'simple'): LanguageCode {
  if (text.length > maxRememberedChars) return guess(text) ?? whenUnsure;
  if (!remembered.has(text)) remember(text, guess(text));
  return remembered.get(text) ?? whenUnsure;
}

function remember(text: string, language: LanguageCode | undefined): void {
  remembered.set(text, language);
  if (remembered.size <= maxRemembered) return;
  const [oldest = ''] = remembered.keys();
  remembered.delete(oldest);
}

/** Undefined when it is not sure. */
function guess(text: string): LanguageCode | undefined {
  const sample = text.slice(0, maxChars);
  const words = new Map<string, number>();
  let cyrillic = 0;
  let total = 0;
  scanner.scan(sample, {
    word: (codes, length, form) => {
      if (form !== wordForms.plain) return;
      const word = wordOf(codes, 0, length);
      words.set(word, (words.get(word) ?? 0) + 1);
      total++;
      if ((codes[0] as number) >= 0x400 && (codes[0] as number) < 0x530) cyrillic++;
    },
  });
  if (total === 0) return isUnsegmented(sample) ? 'simple' : undefined;
  if (cyrillic * 2 > total) return stopWordScore('ru', words) >= 1 ? 'ru' : undefined;
  return bestLatin(sample.toLowerCase(), words);
}

function bestLatin(sample: string, words: ReadonlyMap<string, number>): LanguageCode | undefined {
  const scores = new Map(latin.map((language) => [language, stopWordScore(language, words)]));
  for (const [pattern, languages] of tellTale) {
    const found = Math.min(4, sample.match(pattern)?.length ?? 0) / 2;
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + found);
  }
  const [best, ...others] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < minScore) return undefined;
  const rival = others.find(([language]) => language !== sisters[best[0]]);
  return best[1] >= minLead * (rival?.[1] ?? 0) ? best[0] : undefined;
}

/** Repetitions count less and less, so that one "de" in every line decides nothing. */
function stopWordScore(language: LanguageCode, words: ReadonlyMap<string, number>): number {
  const stopWords = stopWordsOf(language);
  let score = 0;
  for (const [word, count] of words) {
    if (stopWords.has(word)) score += (word.length === 1 ? 0.4 : 1) * (1 + Math.log(count));
  }
  return score;
}

/** Chinese, Japanese, Korean, Thai: known, and analysed as bigrams under `simple`. */
function isUnsegmented(sample: string): boolean {
  return [...sample].some((one) => foldCharacter(one.codePointAt(0) ?? 0).kind === characterKinds.unsegmented);
}
