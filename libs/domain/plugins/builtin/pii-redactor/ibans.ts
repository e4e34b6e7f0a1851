/** International bank account numbers (ISO 13616): a country, two check digits, and as many characters as the country has. */
import type { FoundSpan } from './found-span';

/** Country and length, from SWIFT's IBAN registry (release 99). */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 ' +
    'LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 ' +
    'SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const START = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}/giu;
const CHARACTER = /[A-Z0-9]/i;
const NEXT = /[\p{L}\p{N}]/u;

export function findIbans(text: string): FoundSpan[] {
  const found: FoundSpan[] = [];
  for (const { index, 0: head } of text.matchAll(START)) {
    const length = LENGTHS.get(head.slice(0, 2).toUpperCase());
    const span = length === undefined ? undefined : spanOf(text, index, length);
    if (span !== undefined) found.push(span);
  }
  return found;
}

/** Groups may be set apart by a blank or a hyphen each. */
function spanOf(text: string, start: number, length: number): FoundSpan | undefined {
  let compact = '';
  let end = start;
  while (compact.length < length && end < text.length) {
    const character = text[end]!;
    if (CHARACTER.test(character)) compact += character.toUpperCase();
    else if (!/[ \u00a0-]/.test(character) || !CHARACTER.test(text[end + 1] ?? '')) return undefined;
    end += 1;
  }
  if (compact.length < length || NEXT.test(text[end] ?? '') || !isChecked(compact)) return undefined;
  return { start, end };
}

/** ISO 7064, mod 97-10: letters count 10 to 35, and the head stands behind. */
function isChecked(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
