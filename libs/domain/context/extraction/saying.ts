/** Where and when something is said: what the text, what was said before and what is known of the user tell. */
import { detectLanguage } from '#domain/language';
import type { Saying } from './extraction.types';

/** The most people who write in a language, unless something tells another one. */
const REGIONS: Readonly<Record<string, string>> = {
  en: 'US',
  de: 'DE',
  fr: 'FR',
  es: 'ES',
  it: 'IT',
  pt: 'BR',
  nl: 'NL',
  sv: 'SE',
  da: 'DK',
  no: 'NO',
  fi: 'FI',
  ru: 'RU',
  ja: 'JP',
  ko: 'KR',
  zh: 'CN',
};
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/[іїєґ]/iu, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];
const FALLBACK_LANGUAGE = 'en';

/**
 * @param earlier what the same user said before, for texts too short to tell their language
 * @param known the user's stored context: `language`, `country` or `region`, `timezone` are believed when they can be
 */
export function sayingOf(text: string, earlier: string, known: Readonly<Record<string, unknown>>, at: Date): Saying {
  const own = languageOf(text);
  const language = own ?? languageOf(earlier) ?? knownLanguage(known) ?? FALLBACK_LANGUAGE;
  const region = knownRegion(known) ?? REGIONS[language] ?? 'US';
  return {
    language,
    isGuess: own === undefined,
    region,
    at,
    offsetMinutes: offsetOf(known.timezone ?? known.timeZone, at),
  };
}

export function languageOf(text: string): string | undefined {
  const detected = detectLanguage(text);
  if (detected !== 'simple') return detected;
  return SCRIPTS.find(([script]) => script.test(text))?.[1];
}

function knownLanguage({ language, locale }: Readonly<Record<string, unknown>>): string | undefined {
  const [, code] = /^([a-z]{2})(?:[-_]|$)/i.exec(String(language ?? locale ?? '')) ?? [];
  return code?.toLowerCase();
}

function knownRegion({ country, region, locale, language }: Readonly<Record<string, unknown>>): string | undefined {
  const said = [country, region].map(String).find((text) => /^[a-z]{2}$/i.test(text));
  const [, ofLocale] = /^[a-z]{2}[-_]([a-z]{2})$/i.exec(String(locale ?? language ?? '')) ?? [];
  return (said ?? ofLocale)?.toUpperCase();
}

/** Minutes east of UTC in an IANA time zone; 0 when it is none. */
function offsetOf(zone: unknown, at: Date): number {
  if (typeof zone !== 'string') return 0;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    if (sign === undefined) return 0;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  } catch {
    return 0;
  }
}
