import type { ReferenceGrammar } from '../references.types';
import { nouns, ordinals, rule } from './pattern';

const IT = '(?<ref>es|er|sie|das|dieses|dieser|diese|das hier)';
const IT_OBJECT = '(?<ref>es|ihn|sie|das|dieses|diesen|diese)';
const THEY = '(?<ref>sie|die|diese)';
/** Articles stand before nouns, too: what follows a pronoun is the end or a small word. */
const CLOSED =
  '(?= {0,1}(?:[?!.,;:)]|$)| (?:denn|eigentlich|in|mit|für|ohne|auf|bei|im|mir|noch|jetzt|pro|heute|insgesamt|genau|so|nach|inklusive|aktuell|ungefähr|zurzeit)\\b)';
const ADVERBS = '(?:noch |auch |schon |wieder |wirklich |gerade |aktuell |denn |eigentlich |jetzt |immer |überhaupt )';
const QUALITIES =
  'verfügbar|lieferbar|auf lager|vorrätig|erhältlich|ausverkauft|wasserdicht|kompatibel|kostenlos|neu|gebraucht|inklusive|enthalten|im angebot|reduziert|defekt|kaputt|bezahlt|versandt|verschickt|unterwegs|erstattungsfähig';
const ACTIONS =
  'kaufen|bestellen|zurückgeben|zurücksenden|zurückschicken|umtauschen|stornieren|abholen|verfolgen|benutzen|nutzen|verwenden|ausprobieren|testen|mieten|reservieren|bezahlen|reparieren|installieren|kündigen|verlängern|bekommen|tauschen|ändern';

export const de = (): ReferenceGrammar => ({
  and: 'und',
  rules: [
    rule(`\\b(?:wie ?viel|was) (?:kostet|wiegt) ${IT}\\b${CLOSED}`, 0.9),
    rule(`\\b(?:wie ?viel|was) (?:kosten|wiegen) ${THEY}\\b${CLOSED}`, 0.9, { many: true }),
    rule(`\\b(?:ist|wäre|war|wird) ${IT} ${ADVERBS}{0,3}(?:${QUALITIES})\\b`, 0.85),
    rule(`\\b(?:sind|wären|waren|werden) ${THEY} ${ADVERBS}{0,3}(?:${QUALITIES})\\b`, 0.85, { many: true }),
    rule(
      `\\bwann (?:kommt|wird|ist) ${IT} ${ADVERBS}{0,2}(?:an|geliefert|verschickt|versendet|da|verfügbar|bei mir|repariert|zugestellt)\\b`,
      0.85,
    ),
    rule(
      `\\b(?:kann|könnte|darf|möchte|will|würde|muss) ich ${IT_OBJECT}(?: \\p{L}{1,20}){0,4} (?:${ACTIONS})\\b`,
      0.85,
    ),
    rule(
      `\\bich (?:kann|könnte|darf|möchte|will|würde|muss) ${IT_OBJECT}(?: \\p{L}{1,20}){0,4} (?:${ACTIONS})\\b`,
      0.85,
    ),
    rule(
      '\\b(?:hat|unterstützt|enthält) (?<ref>es|er|dieses|dieser)\\b(?! (?:sich|geklappt|geregnet|funktioniert|gegeben|lange|noch|mit|schon|gedauert))',
      0.75,
    ),
    rule('\\bwo (?:ist|bleibt) (?<ref>es|er|sie)\\b{end}', 0.85),
  ],
  nouns: nouns('(?:der|die|das|den|dem|mein|meine|meiner|meinen|meinem|dieser|diese|dieses|diesen|diesem) ', {
    order: 'Bestellung|Auftrag',
    ticket: 'Ticket|Fall|Anfrage|Vorgang',
    invoice: 'Rechnung',
    booking: 'Buchung|Reservierung',
    shipment: 'Lieferung|Sendung|Paket',
    product: 'Produkt|Gerät|Modell|Artikel',
    date: 'Tag',
  }),
  ordinals: ordinals(
    (word) => `\\b(?<ref>(?:das|der|die|den|dem) ${word}n?)\\b${CLOSED}`,
    [
      ['erste', 1],
      ['zweite', 2],
      ['dritte', 3],
      ['vierte', 4],
      ['letzte', -1],
    ],
  ),
  empty: [],
});
