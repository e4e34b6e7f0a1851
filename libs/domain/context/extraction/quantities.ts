/** A number with a unit: weights, lengths, volumes, sizes of data, durations, pieces. */
import type { FoundEntity } from '../turns/turn-context.types';
import type { Saying } from './extraction.types';
import { AMOUNT, amountOf, written } from './numbers';

/** What is written -> the unit of the value. Those of one letter count only right behind the number or after one space. */
const UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    mg: 'mg milligram milligrams',
    g: 'g gram grams gramm grammes gramos grammi gramas',
    kg: 'kg kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos',
    t: 'tonne tonnes tons tonnen',
    lb: 'lb lbs pound-mass',
    oz: 'oz ounce ounces',
    mm: 'mm millimeter millimeters millimetre millimetres',
    cm: 'cm centimeter centimeters centimetre centimetres zentimeter',
    m: 'm meter meters metre metres metros metri mètres',
    km: 'km kilometer kilometers kilometre kilometres kilómetros chilometri quilômetros',
    mi: 'mile miles meilen',
    ft: 'ft foot feet',
    in: 'inch inches zoll pouces pulgadas',
    ml: 'ml milliliter milliliters millilitre millilitres',
    l: 'l liter liters litre litres litros litri',
    KB: 'kb kilobytes',
    MB: 'mb megabyte megabytes',
    GB: 'gb gigabyte gigabytes',
    TB: 'tb terabyte terabytes',
    GHz: 'ghz',
    Hz: 'hz',
    W: 'w watt watts',
    kW: 'kw',
    kWh: 'kwh',
    V: 'v volt volts',
    A: 'amp amps ampere',
    mAh: 'mah',
    '°C': '°c celsius',
    '°F': '°f fahrenheit',
    '%': '% percent prozent procent pourcent percento',
    'm²': 'm² m2 sqm',
    second: 'second seconds sekunde sekunden secondes segundos secondi seconden',
    minute: 'minute minutes min mins minuten minutos minuti minuut',
    hour: 'hour hours hr hrs stunde stunden heure heures hora horas ore uur',
    day: 'day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen',
    week: 'week weeks woche wochen semaine semaines semana semanas settimana settimane weken',
    month: 'month months monat monate monaten mois mes meses mesi mese maand maanden',
    year: 'year years jahr jahre jahren ans année années año años anno anni ano anos jaar jaren',
    piece: 'piece pieces pcs pc stück stk pièces piezas pezzi peças stuks unit units einheiten unités unidades',
    item: 'item items artikel articles artículos articoli artigos artikelen',
    person: 'person persons people personen personnes personas persone pessoas guests gäste',
    night: 'night nights nacht nächte nächten nuit nuits noches notti noites nachten',
    ticket: 'tickets billets entradas biglietti',
    license: 'licenses licences lizenzen seats',
  }).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit])),
);
const NAMES = Object.keys(UNITS).sort((a, b) => b.length - a.length);
const PATTERN = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,#-])(?<amount>${AMOUNT})[ \u00a0\u202f-]?(?<unit>${NAMES.join('|')})(?![\p{L}\p{N}])`,
  'giu',
);

export function quantities(text: string, { language }: Saying): FoundEntity[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const unit = UNITS[match.groups!.unit!.toLowerCase()];
    if (unit === undefined) return [];
    const amount = amountOf(match.groups!.amount!, language);
    const [said, start] = [match[0], match.index];
    return [
      {
        type: 'quantity',
        value: `${written(amount)} ${unit}`,
        text: said,
        start,
        end: start + said.length,
        confidence: 0.9,
        metadata: { amount, unit },
      },
    ];
  });
}
