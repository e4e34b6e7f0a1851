/**
 * Dates and times, by chrono, in the language of the text; its rules for a language are loaded when a text of it may name
 * a date. Their cost is not in proportion to every text, so they read pieces of a sentence or so, and a bounded number.
 */
import type { Chrono, ParsedComponents, ParsedResult } from 'chrono-node';
import type { FoundEntity } from '../turns/turn-context.types';
import type { Saying } from './extraction.types';

const LOCALES: Readonly<Record<string, () => Promise<{ casual: unknown }>>> = {
  en: () => import('chrono-node/en'),
  de: () => import('chrono-node/de'),
  fr: () => import('chrono-node/fr'),
  es: () => import('chrono-node/es'),
  it: () => import('chrono-node/it'),
  pt: () => import('chrono-node/pt'),
  nl: () => import('chrono-node/nl'),
  ja: () => import('chrono-node/ja'),
  zh: () => import('chrono-node/zh'),
  ru: () => import('chrono-node/ru'),
  uk: () => import('chrono-node/uk'),
  sv: () => import('chrono-node/sv'),
  fi: () => import('chrono-node/fi'),
};

/**
 * Words for days, months and times: a piece of a text has one of them, or a digit, or it is not looked at. They also tell
 * the language of texts that are too short to tell it otherwise ("vendredi prochain?").
 */
const WORDS: Readonly<Record<string, RegExp>> = {
  en: words(
    'today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec week weeks month months year years day days hour hours noon midnight morning evening afternoon weekend',
  ),
  de: words(
    'heute morgen gestern übermorgen vorgestern montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni juli august september oktober november dezember woche wochen monat monaten jahr jahren tag tagen stunde stunden uhr mittag abend nachmittag vormittag mitternacht wochenende',
  ),
  fr: words(
    "aujourd'hui demain hier lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre semaine semaines mois jour jours heure heures midi minuit soir matin",
  ),
  es: words(
    'hoy mañana ayer lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre semana semanas mes meses día días hora horas mediodía medianoche tarde noche',
  ),
  it: words(
    'oggi domani ieri lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre settimana settimane mese mesi giorno giorni ora ore mezzogiorno mezzanotte sera',
  ),
  pt: words(
    'hoje amanhã ontem segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro semana semanas mês meses dia dias hora horas tarde noite',
  ),
  nl: words(
    'vandaag morgen gisteren overmorgen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december week weken maand maanden dag dagen uur avond middag middernacht',
  ),
  sv: words('idag imorgon igår måndag tisdag onsdag torsdag fredag lördag söndag vecka veckor månad dag dagar timme'),
  fi: words('tänään huomenna eilen maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai viikko'),
  ja: /[日月年曜今明昨時分]/u,
  zh: /[日月年周今明昨点時时]/u,
  ru: /(?:сегодня|завтра|вчера|недел|понед|вторник|сред[уа]|четверг|пятниц|суббот|воскрес|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)/iu,
  uk: /(?:сьогодні|завтра|вчора|тиждень|понеділ|вівтор|серед|четвер|п'ятниц|субот|неділ)/iu,
};

const PIECES = /(?:[^\n.!?。！？]|(?<=\d)\.|\.(?=\d)){1,300}/gu;
/** With the length of a piece this bounds what is read: some 4,000 characters. */
const MAX_PIECES = 14;
const LANGUAGE_SAMPLE_CHARS = 2_000;
/** Words that are rather something else when they stand alone. */
const UNLIKELY =
  /^(?:(?:one|a|just a|1) (?:sec|second|minute|moment)|now|jetzt|maintenant|ahora|ora|agora|nu|may|march|mar|sat|sun|mon|wed|second|sec|\d{1,2}(?:\.\d{1,2})?|\d{1,4})$/i;

export async function dates(text: string, saying: Saying): Promise<FoundEntity[]> {
  const language = languageOfDates(text, saying);
  const pieces = [...text.matchAll(PIECES)].filter(({ 0: piece }) => mayNameDate(piece, language)).slice(0, MAX_PIECES);
  if (pieces.length === 0) return [];
  const { casual } = await (LOCALES[language] ?? LOCALES.en!)();
  const reference = { instant: saying.at, timezone: saying.offsetMinutes };
  return pieces.flatMap(({ 0: piece, index }) =>
    (casual as Chrono)
      .parse(piece, reference, { forwardDate: true })
      .filter(isDate)
      .map((result) => entity(result, index)),
  );
}

function words(list: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${list.split(' ').join('|')})(?![\p{L}\p{N}])`, 'iu');
}

function mayNameDate(piece: string, language: string): boolean {
  return /\d/.test(piece) || (WORDS[language]?.test(piece) ?? false);
}

/** The words for days and months go before a guess at the language of the rest. */
function languageOfDates(text: string, { language, isGuess }: Saying): string {
  const beginning = text.slice(0, LANGUAGE_SAMPLE_CHARS);
  if (!isGuess || WORDS[language]?.test(beginning)) return language;
  return Object.keys(WORDS).find((other) => WORDS[other]!.test(beginning)) ?? language;
}

/** A day, a month of a year, or a time of day that is clearly one. */
function isDate({ text, start }: ParsedResult): boolean {
  if (UNLIKELY.test(text.trim())) return false;
  if (start.isCertain('day') || start.isCertain('weekday')) return true;
  if (start.isCertain('month')) return start.isCertain('year') || /\p{Lu}/u.test(text) || /\s/.test(text.trim());
  if (start.isCertain('hour')) return /:|\d\s?[ap]\.?m|uhr|\dh|\bheures?|\bnoon|midnight|時|点/i.test(text);
  return true;
}

function entity({ text, index, start, end }: ParsedResult, offset: number): FoundEntity {
  const value = end ? `${written(start)}/${written(end)}` : written(start);
  const isSure = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('year');
  const from = offset + index;
  return { type: 'date', value, text, start: from, end: from + text.length, confidence: isSure ? 0.9 : 0.7 };
}

/** ISO 8601 without a zone: what the end user's clock shows. As exact as it was said. */
function written(date: ParsedComponents): string {
  const pad = (part: 'month' | 'day' | 'hour' | 'minute') => String(date.get(part) ?? 0).padStart(2, '0');
  const day = `${String(date.get('year')).padStart(4, '0')}-${pad('month')}`;
  const isMonth = date.isCertain('month') && !date.isCertain('day') && !date.isCertain('weekday');
  if (isMonth) return day;
  return date.isCertain('hour') ? `${day}-${pad('day')}T${pad('hour')}:${pad('minute')}` : `${day}-${pad('day')}`;
}
