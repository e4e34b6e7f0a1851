import type { ReferenceGrammar } from '../references.types';
import { nouns, ordinals, rule } from './pattern';

const QUALITIES =
  'disponible|compatible|en stock|en rupture|livrée?|arrivée?|expédiée?|garantie?|remboursable|étanche|gratuite?|neu(?:f|ve)|inclus|incluse|remboursée?|épuisée?|en promotion';
const ACTIONS =
  'acheter|commander|retourner|renvoyer|rendre|échanger|annuler|suivre|utiliser|essayer|récupérer|payer|réserver|réparer|installer|louer|modifier|résilier';

export const fr = (): ReferenceGrammar => ({
  and: 'et',
  rules: [
    rule('\\bcombien (?<ref>ça|cela|il|elle) (?:coûte|coute|vaut|pèse)\\b', 0.85),
    rule('\\bcombien (?:coûte|coute|vaut|pèse)(?<ref>-t-(?:il|elle))\\b', 0.9),
    rule('\\bcombien (?:coûtent|coutent|valent)(?<ref>-(?:ils|elles))\\b', 0.9, { many: true }),
    rule('\\b(?<ref>il|elle|ça|cela) (?:coûte|coute|vaut) combien\\b', 0.85),
    rule(`\\b(?:est|sera|était)(?<ref>-(?:il|elle)) (?:encore |toujours |déjà |aussi )?(?:${QUALITIES})\\b`, 0.85),
    rule(`\\b(?:sont|seront)(?<ref>-(?:ils|elles)) (?:encore |toujours |déjà )?(?:${QUALITIES})s?\\b`, 0.85, {
      many: true,
    }),
    rule(`\\b(?<ref>il|elle) (?:est|sera) (?:encore |toujours |déjà )?(?:${QUALITIES})\\b`, 0.8),
    rule(
      `\\b(?:puis-je|je peux|je voudrais|je veux|je souhaite|pourrais-je|peut-on|comment) (?:encore |aussi )?(?<ref>le|la|l') ?(?<verb>${ACTIONS})\\b`,
      0.85,
    ),
    rule(
      `\\b(?:puis-je|je peux|je voudrais|je veux|je souhaite|pourrais-je|peut-on|comment) (?:encore |aussi )?(?<ref>les) (?<verb>${ACTIONS})\\b`,
      0.85,
      { many: true },
    ),
    rule('(?<!y )(?<!y)\\ba(?<ref>-t-(?:il|elle))\\b', 0.75),
    rule('\\b(?<ref>celui-ci|celui-là|celle-ci|celle-là)\\b', 0.85),
    rule('\\b(?<ref>ceux-ci|ceux-là|celles-ci|celles-là)\\b', 0.85, { many: true }),
    rule('\\boù (?:est|se trouve)(?<ref>-(?:il|elle))\\b', 0.85),
  ],
  nouns: nouns("(?:le |la |mon |ma |ce |cet |cette |l')", {
    order: 'commande|achat',
    ticket: 'ticket|dossier|demande',
    invoice: 'facture',
    booking: 'réservation',
    shipment: 'colis|livraison|envoi',
    product: 'produit|article|appareil|modèle',
    date: 'jour-là',
  }),
  ordinals: ordinals(
    (word) => `\\b(?<ref>l[ea] ${word})\\b{end}`,
    [
      ['(?:premier|première)', 1],
      ['(?:deuxième|second|seconde)', 2],
      ['troisième', 3],
      ['(?:dernier|dernière)', -1],
    ],
  ),
  empty: [],
});
