/**
 * Telephone numbers: international ones of any country, and those that are dialled within one country. What looks like one is
 * given to libphonenumber, in pieces that are no longer than a number can be, so that the time grows with the text only.
 */
import type { CountryCode } from 'libphonenumber-js';
import type { Finder, FoundSpan } from './found-span';

/** E.164 has 15 digits at most; the rest is what people write between them. */
const CANDIDATE = /(?<![\p{L}\p{N}.+])(?:\+|\()?\d[\d ().\u00a0/-]{5,24}(?![\p{L}])/gu;
/** With the sign before it. */
const GROUP = /[+(]?\d+/g;
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
const MAX_GROUPS = 6;
/** A country's, and an area's: +33 1 23 45 67 89. */
const MAX_SINGLE_DIGITS = 2;
/**
 * At the library, in one text: a look takes a quarter of a millisecond. A text with more figures than that is a table, in which
 * all that looks like a number is masked.
 */
const MAX_LOOKS = 200;
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)/;
/** As in North America: what its plan calls impossible, as (555) 123-4567, is somebody's all the same. */
const GROUPED = /^\(?\d{3}\)?[ \u00a0.-]{1,2}\d{3}[ \u00a0.-]\d{4}$/;

/** @param country whose national numbers are found; undefined: of none */
export async function phoneNumberFinder(country: string | undefined): Promise<Finder> {
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js');
  const home = country !== undefined && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const isNumber = (piece: string): boolean => {
    const number = parsePhoneNumberFromString(piece, home);
    return number?.isValid() === true || (piece.startsWith('+') && number?.isPossible() === true);
  };
  return (text) => {
    let looksLeft = MAX_LOOKS;
    const isFound = (piece: string): boolean => {
      if (!isNumberLike(piece)) return false;
      if (GROUPED.test(piece) || looksLeft <= 0) return true;
      looksLeft -= 1;
      return isNumber(piece);
    };
    return [...text.matchAll(CANDIDATE)].flatMap(({ 0: found, index }) =>
      numbersIn(found, isFound).map(({ start, end }) => ({ start: index + start, end: index + end })),
    );
  };
}

/** Other figures may stand before and after a number: pieces of whole groups are looked at, the longest first. */
function numbersIn(text: string, isNumber: (piece: string) => boolean): FoundSpan[] {
  const groups = [...text.matchAll(GROUP)].map(({ 0: group, index }) => ({ start: index, end: index + group.length }));
  const found: FoundSpan[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const { start } = groups[first]!;
    const last = groups.findLastIndex(({ end }, at) => at >= first && isNumber(text.slice(start, end)));
    if (last < 0) continue;
    found.push({ start, end: groups[last]!.end });
    first = last;
  }
  return found;
}

function isNumberLike(piece: string): boolean {
  const groups = piece.match(/\d+/g) ?? [];
  const digits = groups.join('').length;
  if (digits < MIN_DIGITS || digits > MAX_DIGITS || groups.length > MAX_GROUPS || DATE.test(piece)) return false;
  return groups.filter((group) => group.length === 1).length <= MAX_SINGLE_DIGITS;
}
