/**
 * Numbers of a workbook as people read them in its cells: by the format that the cell has. Dates are written as ISO 8601,
 * which is the same in all languages. ECMA-376, part 1, 18.8.30 (codes) and 18.17.4 (dates)
 */
type Write = (value: number) => string;

/** Built-in formats that are not written in the file. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};
/** Of East Asian programs. */
const isBuiltInDate = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1_440;
const SECONDS_A_DAY = 86_400;
/** 1900-01-00 in the calendar of these programs, which has a 29th of February 1900. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
const FALSE_LEAP_DAY = 60;
const LAST_DAY = 2_958_466;
/** Digits that are exact; what follows comes of binary fractions. */
const SIGNIFICANT_DIGITS = 15;
const MAX_DECIMALS = 15;

export interface NumberFormatOptions {
  id: number;
  /** When the file writes it. */
  code: string | undefined;
  is1904: boolean;
}

export function numberFormat({ id, code, is1904 }: NumberFormatOptions): Write {
  const pattern = code ?? BUILT_IN[id] ?? (isBuiltInDate(id) ? 'yyyy-mm-dd' : 'General');
  // The first part is that of positive numbers; others differ by their colours and signs.
  const [first = ''] = pattern.split(';');
  const marks = withoutLiterals(first);
  if (/^general$/i.test(marks.trim()) || marks.includes('@')) return plain;
  if (/[ydhms]/i.test(marks)) return dateFormat(marks, is1904);
  return /[0#?]/.test(marks) ? decimalFormat(first, marks) : plain;
}

/** Without quoted texts, colours, locales and padding; `[h]` is none of them. */
function withoutLiterals(code: string): string {
  return code
    .replace(/"[^"]*"/g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/[\\_*]./g, '');
}

/** As cells without a format show it. */
export function plain(value: number): string {
  return String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

function decimalFormat(code: string, marks: string): Write {
  const fraction = /\.([0#?]*)/.exec(marks)?.[1] ?? '';
  const isPercent = marks.includes('%');
  const isScientific = /e[+-]/i.test(marks);
  const minimumFractionDigits = Math.min(MAX_DECIMALS, (fraction.match(/0/g) ?? []).length);
  const maximumFractionDigits = Math.min(MAX_DECIMALS, fraction.length);
  const useGrouping = /[#0],[#0]/.test(marks);
  const { format } = new Intl.NumberFormat('en-US', { minimumFractionDigits, maximumFractionDigits, useGrouping });
  const { before, after } = literalsOf(code);
  if (isScientific || marks.includes('/')) return plain;
  return (value) => {
    const number = format(Math.abs(isPercent ? value * 100 : value));
    const sign = value < 0 && /[1-9]/.test(number) ? '-' : '';
    return `${sign}${before}${number}${isPercent ? '%' : ''}${after}`;
  };
}

/** Texts and currencies around the digits, e.g. ` €`. */
function literalsOf(code: string): { before: string; after: string } {
  const shown = code
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, (_match, symbol: string) => `"${symbol}"`)
    .replace(/\[[^\]]*\]|[_*]./g, '')
    .replace(/\\(.)/g, '"$1"');
  const digits = /[0#?][0#?.,\s%]*/.exec(shown);
  if (!digits) return { before: '', after: '' };
  const text = (part: string) => part.replaceAll('"', '').replaceAll('%', '');
  const spaced = digits[0].endsWith(' ') ? ' ' : '';
  return {
    before: text(shown.slice(0, digits.index)),
    after: `${spaced}${text(shown.slice(digits.index + digits[0].length))}`.trimEnd(),
  };
}

function dateFormat(marks: string, is1904: boolean): Write {
  const hasDay = /[yd]/i.test(marks) || /^m+$/i.test(marks.trim());
  const hasTime = /[hs]/i.test(marks);
  const isDuration = /\[(?:h+|m+|s+)\]/i.test(marks);
  return (value) => {
    if (isDuration || !hasDay) return timeOf(value, { isDuration, hasSeconds: /s/i.test(marks) });
    if (value < 0 || value >= LAST_DAY) return plain(value);
    const iso = new Date(epochMs(value, is1904) + Math.round(value * SECONDS_A_DAY) * 1_000).toISOString();
    return hasTime ? `${iso.slice(0, 10)} ${iso.slice(11, 16)}` : iso.slice(0, 10);
  };
}

function epochMs(day: number, is1904: boolean): number {
  if (is1904) return EPOCH_1904_MS;
  return day < FALSE_LEAP_DAY ? EPOCH_1900_MS + DAY_MS : EPOCH_1900_MS;
}

function timeOf(value: number, { isDuration, hasSeconds }: { isDuration: boolean; hasSeconds: boolean }): string {
  const days = isDuration ? value : value - Math.floor(value);
  const seconds = hasSeconds ? Math.round(days * SECONDS_A_DAY) : Math.round(days * MINUTES_A_DAY) * 60;
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  const parts = hasSeconds ? [hours, minutes, seconds % 60] : [hours, minutes];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
