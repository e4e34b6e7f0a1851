import type { ReferenceGrammar } from '../references.types';
import { nouns, ordinals, rule } from './pattern';

const QUALITIES =
  'disponibile|compatibile|in stock|esaurit[oa]|rimborsabile|inclus[oa]|in offerta|impermeabile|gratuit[oa]|nuov[oa]|usat[oa]|arrivat[oa]|spedit[oa]';
const ACTIONS =
  'comprar|restituir|annullar|ordinar|cambiar|usar|provar|pagar|prenotar|rendere?|riparar|installar|acquistar|ritirar|noleggiar|disdir';

/** The subject goes without saying: then the name stands behind the verb. */
export const it = (): ReferenceGrammar => ({
  and: 'e',
  rules: [
    rule('\\bquanto (?<ref>costa|pesa|viene)\\b{end}', 0.85, { form: 'append' }),
    rule('\\bquanto (?<ref>costano|pesano|vengono)\\b{end}', 0.85, { form: 'append', many: true }),
    rule('\\bquanto (?:costa|pesa|viene) (?<ref>questo|quello|questa|quella|lui|esso)\\b{end}', 0.85),
    rule('\\bquanto (?:costano|pesano|vengono) (?<ref>questi|quelli|queste|quelle)\\b{end}', 0.85, { many: true }),
    rule(`(?:^|[.!,;] {0,1})(?<ref>è (?:ancora |già |anche )?(?:${QUALITIES}))\\b{end}`, 0.8, { form: 'append' }),
    rule(`\\b(?:${ACTIONS})(?<ref>l[oa])\\b`, 0.85),
    rule(`\\b(?:${ACTIONS})(?<ref>l[ie])\\b`, 0.85, { many: true }),
    rule(
      '\\b(?<ref>l[oa]) (?<verb>(?:posso|voglio|vorrei|devo) (?:comprare|restituire|annullare|ordinare|cambiare|usare|provare|pagare|prenotare))\\b',
      0.85,
    ),
  ],
  nouns: nouns("(?:il |la |lo |l'|il mio |la mia |questo |questa |quest'|quel |quella |del |dell'|al |all')", {
    order: 'ordine|acquisto',
    ticket: 'ticket|richiesta|pratica',
    invoice: 'fattura',
    booking: 'prenotazione',
    shipment: 'pacco|spedizione',
    product: 'prodotto|articolo|modello|dispositivo',
    date: 'giorno',
  }),
  ordinals: ordinals(
    (word) => `\\b(?<ref>(?:il |la |l')${word})\\b{end}`,
    [
      ['prim[oa]', 1],
      ['second[oa]', 2],
      ['terz[oa]', 3],
      ['ultim[oa]', -1],
    ],
  ),
  empty: [],
});
