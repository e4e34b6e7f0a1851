import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Texts } from './keys';

const BY_LANGUAGE: Readonly<Record<string, Texts>> = { en, de, fr, es };
const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur|ps|yi)\b/i;

const languageOf = (locale: string) => locale.toLowerCase().split(/[-_]/)[0]!;

/** In the language of the locale, or English. @param overrides in the site's own words */
export function textsFor(locale: string, overrides: Readonly<Record<string, string>>): Texts {
  return { ...(BY_LANGUAGE[languageOf(locale)] ?? en), ...overrides };
}

/** The language in which the texts are to be read aloud. */
export function textLanguage(locale: string, overrides: Readonly<Record<string, string>>): string {
  return languageOf(locale) in BY_LANGUAGE || Object.keys(overrides).length ? locale : 'en';
}

export function isRightToLeft(locale: string): boolean {
  return RIGHT_TO_LEFT.test(locale);
}

/** A function, because names may have signs that `replace` knows. */
export function withName(text: string, name: string): string {
  return text.replace('{name}', () => name);
}
