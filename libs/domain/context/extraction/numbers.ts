/**
 * Amounts as people write them: 1,299.50 and 1.299,50 and 1 299,50 and 1'299.50 and 1299,5.
 */

/** To be put into larger patterns. Bounded, so that no pattern with it grows with the square of a text. */
export const AMOUNT = String.raw`\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3}){1,5}(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,4})?(?!\d)`;

/** In these a comma parts thousands and a point decimals; elsewhere it is the other way round. */
const POINT_LANGUAGES = new Set(['en', 'ja', 'zh', 'ko']);

export function amountOf(text: string, language: string): number {
  const digits = text.replace(/['’\u00a0\u202f ]/g, '');
  const separators = digits.replace(/\d/g, '');
  if (separators === '') return Number(digits);
  const last = separators.at(-1)!;
  const decimals = digits.length - 1 - digits.lastIndexOf(last);
  const isDecimal =
    new Set(separators).size > 1 || (separators.length === 1 && !partsThousands(last, decimals, language));
  const whole = isDecimal ? digits.slice(0, digits.lastIndexOf(last)) : digits;
  const fraction = isDecimal ? digits.slice(digits.lastIndexOf(last) + 1) : '0';
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction}`);
}

/** "1.299" is thirteen hundred in German, and in English as a price it is, too, rather than three decimals. */
function partsThousands(separator: string, decimals: number, language: string): boolean {
  if (decimals !== 3) return false;
  const isPoint = POINT_LANGUAGES.has(language);
  return separator === ',' ? isPoint : !isPoint;
}

/** Without the noise of binary fractions, and without an exponent. */
export function written(amount: number): string {
  return String(Number(amount.toFixed(4)));
}
