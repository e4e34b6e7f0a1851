import type { ReferenceGrammar } from '../references.types';
import { nouns, ordinals, rule } from './pattern';

const IT = '(?<ref>het|hij|ze|dat|dit|die|deze)';
const IT_OBJECT = '(?<ref>het|hem|dat|dit|die|deze)';
/** Articles stand before nouns, too: what follows a pronoun is the end or a small word. */
const CLOSED =
  '(?= {0,1}(?:[?!.,;:)]|$)| (?:dan|eigenlijk|in|met|voor|zonder|op|bij|nog|nu|per|vandaag|precies|naar|ongeveer)\\b)';
const ADVERBS = '(?:nog |ook |al |weer |echt |nu |eigenlijk |altijd )';
const QUALITIES =
  'leverbaar|beschikbaar|op voorraad|uitverkocht|waterdicht|compatibel|gratis|nieuw|gebruikt|inbegrepen|in de aanbieding|kapot|betaald|verzonden|onderweg';
const ACTIONS =
  'kopen|bestellen|retourneren|terugsturen|ruilen|annuleren|ophalen|gebruiken|huren|reserveren|betalen|volgen|installeren|proberen|opzeggen|verlengen|repareren|wijzigen|krijgen';

export const nl = (): ReferenceGrammar => ({
  and: 'en',
  rules: [
    rule(`\\b(?:hoeveel|wat) (?:kost|weegt) ${IT}\\b${CLOSED}`, 0.9),
    rule(`\\b(?:hoeveel|wat) (?:kosten|wegen) (?<ref>ze|die|deze)\\b${CLOSED}`, 0.9, { many: true }),
    rule(`\\b(?:is|was|wordt) ${IT} ${ADVERBS}{0,3}(?:${QUALITIES})\\b`, 0.85),
    rule(`\\b(?:zijn|waren|worden) (?<ref>ze|die|deze) ${ADVERBS}{0,3}(?:${QUALITIES})\\b`, 0.85, { many: true }),
    rule(
      `\\bwanneer (?:komt|wordt|is) ${IT} ${ADVERBS}{0,2}(?:aan|geleverd|verzonden|bezorgd|beschikbaar|er)\\b`,
      0.85,
    ),
    rule(`\\b(?:kan|mag|wil|moet|zou) ik ${IT_OBJECT}(?: \\p{L}{1,20}){0,4} (?:${ACTIONS})\\b`, 0.85),
    rule(`\\bik (?:kan|mag|wil|moet|zou) ${IT_OBJECT}(?: \\p{L}{1,20}){0,4} (?:${ACTIONS})\\b`, 0.85),
    rule('\\bwaar (?:is|blijft) (?<ref>het|hij|ze)\\b{end}', 0.85),
  ],
  nouns: nouns('(?:de|het|mijn|deze|dit|die|dat) ', {
    order: 'bestelling|order',
    ticket: 'ticket|zaak|aanvraag',
    invoice: 'factuur|rekening',
    booking: 'boeking|reservering',
    shipment: 'pakket|pakje|zending|levering',
    product: 'product|artikel|model|apparaat',
    date: 'dag',
  }),
  ordinals: ordinals(
    (word) => `\\b(?<ref>(?:de|het) ${word})\\b${CLOSED}`,
    [
      ['eerste', 1],
      ['tweede', 2],
      ['derde', 3],
      ['laatste', -1],
    ],
  ),
  empty: [],
});
