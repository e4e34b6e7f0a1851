/**
 * Whether a unit holds something of the sort that the question asks for: a date for "when", an amount for "how much". What
 * the question said itself does not count: "What happened in 1998?" is not answered by 1998. From 0 to 1.
 */
import { foldText } from '#domain/language';
import type { Unit } from '../passages/quotable-passage';
import type { AskedKind } from './asked-kind';

/** Words of the languages whose question words are known, folded and whole; collisions between them do no harm here. */
const weekdaysAndMonths = `monday tuesday wednesday thursday friday saturday sunday weekdays? weekends? montag dienstag mittwoch
  donnerstag freitag samstag sonnabend sonntag wochenende lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles
  jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica segunda terca quarta quinta sexta maandag
  dinsdag woensdag donderdag vrijdag zaterdag zondag january february march april june july august september october november december
  januar februar marz mai juni juli oktober dezember janvier fevrier avril juin juillet aout septembre octobre novembre decembre
  enero febrero abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio marzo aprile maggio giugno luglio
  settembre ottobre dicembre janeiro fevereiro marco maio junho julho setembro outubro dezembro januari februari maart mei juni juli
  augustus centur(?:y|ies) jahrhunderts? siecle siglo secolo seculo eeuw noon midnight`;
const numberWords = `one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
  thousand million billion dozen half third quarter percent zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig
  hundert tausend millionen? milliarden? prozent deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente cent mille
  millions? pour cent dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil millones due tre quattro
  cinque sei sette otto nove dieci venti trenta cento mila dois duas quatro sete oito dez vinte trinta milhoes twee drie vier vijf
  zes zeven acht negen tien twaalf twintig dertig honderd duizend`;
const timeUnits = `seconds? minutes? hours? days? weeks? months? years? decades? centur(?:y|ies) sekunden? minuten? stunden? tage?n?
  wochen? monaten? jahre?n? secondes? heures? jours? semaines? mois an(?:s|nees?)? segundos? minutos? horas? dias? semanas? mes(?:es)?
  anos? secondi minuti or[ae] giorn[oi] settiman[ae] mes[ei] ann[oi] uur dag(?:en)? we(?:ek|ken) maand(?:en)? jaar`;
const currencies = `euros? eur dollars? usd pounds? gbp francs? chf yen cents? pence kronor kroner`;
const freeOfCharge =
  /\b(?:free|no (?:extra |additional )?(?:charge|cost|fee)s?|kostenlos|kostenfrei|gratis|umsonst|gratuit\w*)\b/;
const because =
  /\b(?:because|since|due to|so that|in order to|as a result|reasons?|therefore|thus|caused?|weil|denn|deshalb|daher|damit|aufgrund|wegen|grund|parce que?|car|afin|grace a|raison|porque|debido a|ya que|para que|razon|por eso|perche|poiche|a causa|omdat|doordat|vanwege|daarom|reden)\b/;
const instructions = `click open go to choose select enter press tap sign in log in follow send print download install write call visit
  klicken offnen gehen wahlen geben drucken folgen cliquez ouvrez allez choisissez saisissez entrez envoyez haga abra vaya elija
  seleccione introduzca envie clicca fai apri vai scegli inserisci inviare clique abra va escolha selecione introduza envie klik ga kies`;

const anyOf = (list: string) => list.trim().replace(/\s+/g, '|');
const word = (list: string) => new RegExp(`\\b(?:${anyOf(list)})\\b`);
const calendar = word(weekdaysAndMonths);
const calendarWord = new RegExp(`^(?:${anyOf(weekdaysAndMonths)})$`);
const spelledNumber = word(numberWords);
const lasting = new RegExp(
  `(?:\\d|\\b(?:${anyOf(numberWords)}))[\\s-]+(?:\\p{L}+[\\s-]+)?(?:${anyOf(timeUnits)})\\b`,
  'u',
);
const money = new RegExp(`[$£€¥]\\s?\\d|\\d\\s?[$£€¥]|\\d\\s?(?:${anyOf(currencies)})\\b`);
const clock = /\b\d{1,2}(?:[:.h]\d{2}\b|\s?(?:a\.?m|p\.?m|uhr|h)\b)/;
const year = /\b(?:1\d{3}|20\d{2})\b/g;
const instructs = word(instructions);
const phoneNumber = /(?:\+|\b)\d[\d\s()/.-]{5,}\d\b/;
const emailAddress = /[^\s@]+@[^\s@]+\.\p{L}+/u;
const placeAfterPreposition =
  /\b(?:in|at|from|to|near|into|nach|aus|bei|à|en|de|a|di|da|em|no|na|te|op|naar)\s+(?:the\s|der\s|den\s|la\s|le\s|el\s|il\s|het\s)?\p{Lu}/u;
const street = /\b\d{1,4}\p{Ll}?,?\s\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+(?:stra(?:ß|ss)e|weg|platz|straat)\s\d/u;
const menuPath = /\p{L}\s(?:>|→|»)\s\p{L}/u;

/** @param word folded */
export function isCalendarWord(word: string): boolean {
  return calendarWord.test(word);
}

/** @param said folded words of the question */
export function answerSign(kind: AskedKind, unit: Unit, said: ReadonlySet<string>, language: string): number {
  const folded = foldText(unit.text);
  switch (kind) {
    case 'time':
      return timeSign(unit, folded, said);
    case 'duration':
      return lasting.test(folded) ? 1 : newNumbers(unit, said) > 0 ? 0.4 : 0;
    case 'price':
      return money.test(folded) || freeOfCharge.test(folded) ? 1 : newNumbers(unit, said) > 0 ? 0.5 : 0;
    case 'count':
      return newNumbers(unit, said) > 0 ? 1 : spelledNumber.test(folded) ? 0.8 : 0;
    case 'person':
    case 'name':
      return Math.min(1, newNames(unit, said, language) * 0.6);
    case 'place':
      return placeSign(unit, said, language);
    case 'reason':
      return because.test(folded) ? 1 : 0;
    case 'manner':
      return unit.kind === 'list' || menuPath.test(unit.text) ? 1 : instructs.test(folded) ? 0.8 : 0;
    case 'phone':
      return phoneNumber.test(unit.text) ? 1 : 0;
    case 'email':
      return emailAddress.test(unit.text) ? 1 : 0;
    case 'address':
      return street.test(unit.text) ? 1 : 0;
    case 'other':
      return 0;
  }
}

function timeSign(unit: Unit, folded: string, said: ReadonlySet<string>): number {
  if (folded.match(year)?.some((found) => !said.has(found)) || clock.test(folded)) return 1;
  if (calendar.test(folded)) return 0.8;
  return newNumbers(unit, said) > 0 ? 0.5 : 0;
}

function placeSign(unit: Unit, said: ReadonlySet<string>, language: string): number {
  if (street.test(unit.text) || menuPath.test(unit.text)) return 1;
  if (newNames(unit, said, language) === 0) return emailAddress.test(unit.text) ? 0.6 : 0;
  return placeAfterPreposition.test(unit.text) ? 1 : 0.6;
}

function newNumbers(unit: Unit, said: ReadonlySet<string>): number {
  return unit.tokens.filter(({ text }) => /\d/.test(text) && !said.has(text)).length;
}

/** Capitalised words inside the unit. German capitalises every noun, so there only two in a row make a name. */
function newNames({ text, tokens }: Unit, said: ReadonlySet<string>, language: string): number {
  const isName = ({ start, text: folded, isStopWord }: Unit['tokens'][number]) =>
    start > 0 && !isStopWord && !said.has(folded) && /^\p{Lu}/u.test(text.slice(start, start + 2));
  const names = tokens.map((token) => isName(token));
  if (language !== 'de') return names.filter(Boolean).length;
  return names.filter((isOne, i) => isOne && names[i + 1]).length;
}
