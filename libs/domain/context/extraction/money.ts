/** Sums of money: a symbol, code or name of a currency before or behind an amount. */
import type { FoundEntity } from '../turns/turn-context.types';
import type { Saying } from './extraction.types';
import { AMOUNT, amountOf, written } from './numbers';

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  r$: 'BRL',
};
const NAMES: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
  dólares: 'USD',
  dolares: 'USD',
  bucks: 'USD',
  pounds: 'GBP',
  quid: 'GBP',
  pfund: 'GBP',
  livres: 'GBP',
  libras: 'GBP',
  yen: 'JPY',
  円: 'JPY',
  元: 'CNY',
  yuan: 'CNY',
  원: 'KRW',
  franken: 'CHF',
  francs: 'CHF',
  franchi: 'CHF',
  reais: 'BRL',
  zł: 'PLN',
  złotych: 'PLN',
  rupees: 'INR',
  рублей: 'RUB',
  рубля: 'RUB',
  руб: 'RUB',
};
const CODES =
  'EUR|USD|GBP|CHF|JPY|CNY|INR|RUB|KRW|TRY|UAH|ILS|VND|THB|AUD|CAD|NZD|SGD|HKD|BRL|MXN|ARS|CLP|COP|ZAR|PLN|CZK|HUF|RON|BGN|SEK|NOK|DKK|ISK|AED|SAR|EGP|NGN|KES|MAD|IDR|MYR|PHP|TWD';
/** Of regions whose own currency is written with these, too. */
const DOLLARS: Readonly<Record<string, string>> = { CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', MX: 'MXN' };
const CROWNS: Readonly<Record<string, string>> = { sv: 'SEK', da: 'DKK', no: 'NOK' };

const SIGN = String.raw`us\$|a\$|c\$|r\$|[€£¥￥₹₽₩₺₴₪₫฿$]|kr\.?|\b(?:${CODES})`;
const UNIT = String.raw`us\$|r\$|[€£¥￥₹₽₩₺₴₪₫฿$]|円|元|원|(?:${CODES}|kr|${Object.keys(NAMES).join('|')})(?![\p{L}\p{N}])`;
const BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?<unit>${SIGN})[ \u00a0\u202f]?(?<amount>${AMOUNT})`, 'giu');
const BEHIND = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,])(?<amount>${AMOUNT})(?:,-|\.-|,–)?[ \u00a0\u202f]?(?<unit>${UNIT})`,
  'giu',
);

export function money(text: string, saying: Saying): FoundEntity[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(BEFORE), ...text.matchAll(BEHIND)].flatMap((match) => {
    const { unit = '', amount = '' } = match.groups ?? {};
    const currency = currencyOf(unit, saying);
    if (currency === undefined) return [];
    const sum = amountOf(amount, saying.language);
    const [said, start] = [match[0], match.index];
    return [
      {
        type: 'money',
        value: `${written(sum)} ${currency}`,
        text: said,
        start,
        end: start + said.length,
        confidence: 0.95,
        metadata: { amount: sum, currency },
      },
    ];
  });
}

function currencyOf(unit: string, { language, region }: Saying): string | undefined {
  const folded = unit.toLowerCase().replace(/\.$/, '');
  if (folded === '$') return DOLLARS[region] ?? 'USD';
  if (folded === 'kr') return CROWNS[language];
  if (folded === '¥' && language === 'zh') return 'CNY';
  // Three letters in small letters may be a word ("try"), so codes are written large or in a clear case.
  if (new RegExp(`^(?:${CODES})$`, 'i').test(unit))
    return /^(?:try|php|all)$/.test(unit) ? undefined : unit.toUpperCase();
  return SYMBOLS[folded] ?? NAMES[folded];
}
