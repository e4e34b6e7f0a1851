import type { ReferenceGrammar } from '../references.types';
import { nouns, ordinals, rule } from './pattern';

const QUALITIES =
  'disponible|compatible|en stock|agotad[oa]|incluid[oa]|en oferta|garantizad[oa]|rot[oa]|pagad[oa]|enviad[oa]';
const ACTIONS =
  'comprar|devolver|cancelar|pedir|cambiar|usar|reservar|probar|pagar|instalar|rastrear|recoger|alquilar|anular|renovar|reparar';

/** The subject goes without saying: then the name stands behind the verb. */
export const es = (): ReferenceGrammar => ({
  and: 'y',
  rules: [
    rule('\\bcu[aá]nto (?<ref>cuesta|vale|pesa)\\b{end}', 0.85, { form: 'append' }),
    rule('\\bcu[aá]nto (?<ref>cuestan|valen|pesan)\\b{end}', 0.85, { form: 'append', many: true }),
    rule('\\bcu[aá]nto (?:cuesta|vale|pesa) (?<ref>eso|esto|ese|este|esa|esta|él|ella)\\b{end}', 0.85),
    rule('\\bcu[aá]nto (?:cuestan|valen|pesan) (?<ref>esos|estos|esas|estas|ellos|ellas)\\b{end}', 0.85, {
      many: true,
    }),
    rule(`(?:^|[¿.!,;] {0,1}|^¿)(?<ref>(?:está|sigue|es|viene) (?:todavía |aún )?(?:${QUALITIES}))\\b{end}`, 0.8, {
      form: 'append',
    }),
    rule(`\\b(?:${ACTIONS})(?<ref>l[oa])\\b`, 0.85),
    rule(`\\b(?:${ACTIONS})(?<ref>l[oa]s)\\b`, 0.85, { many: true }),
    rule(`\\b(?<ref>l[oa]) (?<verb>(?:puedo|quiero|quisiera|necesito) (?:${ACTIONS}))\\b`, 0.85),
  ],
  nouns: nouns('(?:el|la|mi|este|ese|esta|esa|del|al) ', {
    order: 'pedido|orden|compra',
    ticket: 'caso|ticket|solicitud',
    invoice: 'factura',
    booking: 'reserva|reservación',
    shipment: 'paquete|envío',
    product: 'producto|artículo|modelo|aparato',
    date: 'día',
  }),
  ordinals: ordinals(
    (word) => `\\b(?<ref>(?:el|la) ${word})\\b{end}`,
    [
      ['(?:primero|primera)', 1],
      ['(?:segundo|segunda)', 2],
      ['(?:tercero|tercera)', 3],
      ['(?:último|última)', -1],
    ],
  ),
  empty: [],
});
