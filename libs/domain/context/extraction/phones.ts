/** Telephone numbers, by libphonenumber, which is loaded when a text has digits enough for one. */
import type { CountryCode } from 'libphonenumber-js/min';
import type { FoundEntity } from '../turns/turn-context.types';
import type { Saying } from './extraction.types';

/** ITU-T E.164 numbers have 15 digits at most. */
const CANDIDATES = /(?<![\p{L}\p{N}#.,:/-])(?:\+|\(|00|\d)[\d ()./\u00a0-]{5,24}\d(?![\p{L}\p{N}-])/gu;
const NOT_PHONES = /^\d{4}-\d{2}-\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{2,4}|^\d{4}\s?-\s?\d{4}$|^\d+\.\d+$/;
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;
/** Each is looked up in the numbering plans of the world. */
const MAX_CANDIDATES = 50;

export async function phones(text: string, { region }: Saying): Promise<FoundEntity[]> {
  const candidates = [...text.matchAll(CANDIDATES)].filter(({ 0: said }) => mayBe(said)).slice(0, MAX_CANDIDATES);
  if (candidates.length === 0) return [];
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  return candidates.flatMap(({ 0: match, index }) => {
    const number = parsePhoneNumberFromString(match.replace(/^00/, '+'), region as CountryCode);
    if (!number?.isValid()) return [];
    const isInternational = /^(?:\+|00)/.test(match);
    return [
      {
        type: 'phone',
        value: number.number,
        text: match,
        start: index,
        end: index + match.length,
        confidence: isInternational ? 0.97 : 0.75,
        ...(number.country ? { metadata: { country: number.country } } : {}),
      },
    ];
  });
}

function mayBe(said: string): boolean {
  const digits = said.replace(/\D/g, '').length;
  // A bare run of digits is rather an order number, unless it begins as numbers within a country do.
  const isDialled = /^[+(0]/.test(said) || /[ ()./-]/.test(said);
  return digits >= LEAST_DIGITS && digits <= MOST_DIGITS && isDialled && !NOT_PHONES.test(said);
}
