/**
 * Guesses the language of a text from its alphabet and its stop words. Cheap (one pass over the first 2,000 characters) and
 * only as good as that: a text needs two stop words, and clearly more of them than in the next best language, or the
 * guess is `whenUnsure`. Characters that only some languages write count as half a stop word.
 */
import { characterKinds, foldCharacter } from './character-folding';
import { type LanguageCode, languageCodes } from './languages';
import { StopWordCounter } from './stop-word-counter';

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
const beyondAscii = /[\u0080-\uffff]/;
const stopWords = new StopWordCounter();

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
  const { scores, total, cyrillic } = stopWords.count(sample);
  if (total === 0) return isUnsegmented(sample) ? 'simple' : undefined;
  if (cyrillic * 2 > total) return scoreOf(scores, 'ru') >= 1 ? 'ru' : undefined;
  return bestLatin(sample, scores);
}

function bestLatin(sample: string, stopWordScores: ReadonlyMap<LanguageCode, number>): LanguageCode | undefined {
  const scores = new Map(latin.map((language) => [language, scoreOf(stopWordScores, language)]));
  if (beyondAscii.test(sample)) addTellTales(sample.toLowerCase(), scores);
  const [best, ...others] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < minScore) return undefined;
  const rival = others.find(([language]) => language !== sisters[best[0]]);
  return best[1] >= minLead * (rival?.[1] ?? 0) ? best[0] : undefined;
}

function addTellTales(sample: string, scores: Map<LanguageCode, number>): void {
  for (const [pattern, languages] of tellTale) {
    const found = Math.min(4, sample.match(pattern)?.length ?? 0) / 2;
    for (const language of languages) scores.set(language, scoreOf(scores, language) + found);
  }
}

function scoreOf(scores: ReadonlyMap<LanguageCode, number>, language: LanguageCode): number {
  return scores.get(language) ?? 0;
}

/** Chinese, Japanese, Korean, Thai: known, and analysed as bigrams under `simple`. */
function isUnsegmented(sample: string): boolean {
  return [...sample].some((one) => foldCharacter(one.codePointAt(0) ?? 0).kind === characterKinds.unsegmented);
}
