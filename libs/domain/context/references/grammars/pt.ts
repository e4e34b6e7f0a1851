import type { ReferenceGrammar } from '../references.types';
import { nouns, ordinals, rule } from './pattern';

const QUALITIES =
  'disponível|compatível|em estoque|em stock|esgotad[oa]|incluíd[oa]|em promoção|novo|nova|usad[oa]|à prova d.água|reembolsável|enviad[oa]|pag[oa]';
const ACTIONS = 'comprar|devolver|cancelar|trocar|usar|pagar|instalar|reservar|pedir|rastrear|alugar|retirar|consertar';

/** The subject goes without saying: then the name stands behind the verb. */
export const pt = (): ReferenceGrammar => ({
  and: 'e',
  rules: [
    rule('\\bquanto (?:é que )?(?<ref>custa|pesa|sai)\\b{end}', 0.85, { form: 'append' }),
    rule('\\bquanto (?:é que )?(?<ref>custam|pesam|saem)\\b{end}', 0.85, { form: 'append', many: true }),
    rule('\\bquanto (?<ref>el[ea]|isso|isto|ess[ea]|est[ea]) (?:custa|pesa)\\b', 0.85),
    rule('\\bquanto (?:custa|pesa) (?<ref>el[ea]|isso|isto|ess[ea]|est[ea])\\b{end}', 0.85),
    rule('\\bquanto (?<ref>el[ea]s|ess[ea]s|est[ea]s) (?:custam|pesam)\\b', 0.85, { many: true }),
    rule(`\\b(?<ref>el[ea]) (?:está|é|vem) (?:ainda |já )?(?:${QUALITIES})\\b`, 0.85),
    rule(`(?:^|[.!,;] {0,1})(?<ref>(?:ainda )?(?:está|é) (?:ainda )?(?:${QUALITIES}))\\b{end}`, 0.8, {
      form: 'append',
    }),
    rule('\\b(?:comprá|devolvê|cancelá|trocá|usá|pagá|instalá|reservá|pedi|rastreá|alugá)(?<ref>-l[oa])\\b', 0.85),
    rule('\\b(?:comprá|devolvê|cancelá|trocá|usá|pagá|instalá|reservá|pedi|rastreá|alugá)(?<ref>-l[oa]s)\\b', 0.85, {
      many: true,
    }),
    rule(`\\b(?:posso|quero|gostaria de|preciso) (?<ref>o|a) (?<verb>${ACTIONS})\\b`, 0.8),
    rule(`\\b(?:${ACTIONS}) (?<ref>el[ea]|isso|isto)\\b{end}`, 0.85),
  ],
  nouns: nouns('(?:o|a|meu|minha|o meu|a minha|esse|essa|este|esta|do|da|ao) ', {
    order: 'pedido|encomenda|compra',
    ticket: 'chamado|ticket|solicitação',
    invoice: 'fatura|nota fiscal',
    booking: 'reserva',
    shipment: 'pacote|entrega',
    product: 'produto|artigo|modelo|aparelho',
    date: 'dia',
  }),
  ordinals: ordinals(
    (word) => `\\b(?<ref>[oa] ${word})\\b{end}`,
    [
      ['primeir[oa]', 1],
      ['segund[oa]', 2],
      ['terceir[oa]', 3],
      ['últim[oa]', -1],
    ],
  ),
  empty: [],
});
