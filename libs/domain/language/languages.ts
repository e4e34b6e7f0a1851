/**
 * The languages whose stop words and stems are known. `simple` is every other language and every text of unknown
 * language: folded words, no stop words, no stems. The codes are ISO 639-1 and are stored with passages: never rename one.
 */
export const languageCodes = [
  'simple',
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'no',
  'fi',
  'ru',
] as const;

export type LanguageCode = (typeof languageCodes)[number];

const known: ReadonlySet<string> = new Set(languageCodes);

export function isLanguageCode(value: string): value is LanguageCode {
  return known.has(value);
}
