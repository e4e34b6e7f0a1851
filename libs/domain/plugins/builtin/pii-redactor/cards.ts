/** Numbers of payment cards (ISO/IEC 7812): 13 to 19 digits, the last of which checks the others. */
import type { FoundSpan } from './found-span';

/** Digits in groups that a blank or a hyphen sets apart. */
const RUN = /(?<![\p{L}\p{N}])\d+(?:[ \u00a0-]\d+)*(?![\p{L}\p{N}])/gu;
const GROUP = /\d+/g;
/** What card networks begin with: travel, American Express and Diners, Visa, Mastercard, Discover and UnionPay. */
const FIRST_DIGIT = /^[1-6]/;
const [MIN_DIGITS, MAX_DIGITS] = [13, 19];
/** Those who group print three at least: 4-4-4-4, 4-6-5, 4-4-4-4-3. */
const MIN_GROUP = 3;

export function findCards(text: string): FoundSpan[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => cardsIn(run).map((span) => shifted(span, index)));
}

/** A card may stand among other numbers: windows of whole groups are looked at, none longer than a card. */
function cardsIn(run: string): FoundSpan[] {
  const groups = [...run.matchAll(GROUP)].map(({ 0: digits, index }) => ({ digits, start: index }));
  const found: FoundSpan[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const last = lastOfCard(groups, first);
    if (last === undefined) continue;
    found.push({ start: groups[first]!.start, end: groups[last]!.start + groups[last]!.digits.length });
    first = last;
  }
  return found;
}

function lastOfCard(groups: readonly { digits: string }[], first: number): number | undefined {
  let digits = '';
  let found: number | undefined;
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last]!.digits;
    if (digits.length > MAX_DIGITS || groups[last]!.digits.length < MIN_GROUP) break;
    if (digits.length >= MIN_DIGITS && FIRST_DIGIT.test(digits) && isChecked(digits)) found = last;
  }
  return found;
}

/** H. P. Luhn, US patent 2,950,048. */
function isChecked(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
  }
  return sum % 10 === 0;
}

function shifted({ start, end }: FoundSpan, by: number): FoundSpan {
  return { start: start + by, end: end + by };
}
