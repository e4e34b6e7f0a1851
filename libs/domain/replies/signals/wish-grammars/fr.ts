import type { WishGrammar } from '../wish-grammar';

export const french: WishGrammar = {
  human:
    '(?:(?:une?|lun de vos|dun|dune|vos|un de vos) )?(?:(?:{kind}) )*(?:humaine?s?|etre humain|{staff}s?)(?! (?:immobilier|commercial|de (?:securite|voyage|change))(?= )){after}|(?:une|dune) (?:(?:{kind}) )*personne{after}|de vraies personnes',
  someone:
    'quelquun(?: (?:dautre|de reel|dhumain|de vrai|de competent|de chez vous|de votre equipe))?|(?:une?|votre|le|la) (?:(?:{kind}) )*(?:employee?|responsable|technicien|technicienne|superieur|manager|interlocuteur|specialiste|membre de (?:votre|l) ?equipe)|(?:(?:le|votre) )?(?:service client(?:s|ele)?|support|sav|service apres vente)',
  parts: {
    kind: 'vraie?|veritable|autre|reelle?',
    after:
      '(?: (?:reelle?|humaine?|physique|vivante?|en direct|competente?|du service client|du support|de chez vous|en ligne))*',
    staff:
      'conseiller|conseillere|agent|operateur|operatrice|teleconseiller|charge de clientele|collaborateur|representant',
    adverb:
      'vraiment|juste|seulement|aussi|enfin|absolument|maintenant|directement|plutot|bien|simplement|urgemment|svp|immediatement',
    adverbs: '(?: (?:{adverb}))*',
    talk: '(?:parler|discuter|chatter|echanger|communiquer|dialoguer|mentretenir|converser) (?:directement |en direct )?(?:a|avec|au)|etre (?:mise?|redirigee?|transferee?) (?:en (?:relation|contact) )?(?:avec|a|vers|au)|entrer en contact avec|joindre|avoir',
    end: '(?= (?:$|svp|sil vous plait|stp|sil te plait|maintenant|et|pas|tout de suite|au telephone|en ligne|pour (?:maider|parler|discuter)|qui (?:peut|puisse)|ici|immediatement))',
    want: '(?:je|on|nous|jai)(?: (?:{adverb}))* ?(?:veux|veut|voudrais|souhaite|souhaiterais|desire|dois|prefere|prefererais|exige|demande|voudrions|souhaitons|besoin de|besoin|voulais)|(?:jaimerais|jexige|jai besoin de|jai besoin|jaimerai|jessaie de)',
    meTo: 'me (?:mettre en (?:relation|contact) avec|transferer (?:a|vers|au)|connecter (?:a|avec|au)|rediriger vers|passer|orienter vers)',
  },
  sentences: [
    '(?:{want}){adverbs}(?: a| de)?{adverbs} (?:{talk}) (?:{person})',
    '(?:{want}){adverbs} (?:{human}){end}',
    '(?:puis je|pourrais je|peut on|est ce que je (?:peux|pourrais)|est ce quon peut|je peux|je pourrais|pourrai je|on peut|serait il possible de|est il possible de|cest possible de|y a t il (?:un )?moyen de|possible de){adverbs} (?:{talk}) (?:{person})',
    '(?:pouvez vous|peux tu|pourriez vous|pourrais tu|vous pouvez|tu peux|veuillez){adverbs} {meTo} (?:{person})',
    '(?:mettez|mets|met|mettre) moi en (?:relation|contact) avec (?:{person})',
    '(?:transferez|transfere|connectez|connecte|redirigez|redirige) moi (?:a|vers|avec|au) (?:{person})',
    '(?:passez|passe|donnez|donne|trouvez|trouve) moi (?:{human}){end}',
    '(?:laissez|laisse) moi (?:{talk}) (?:{person})',
    'y a t il (?:{person})(?: ici)? (?:a|avec) (?:qui|laquelle|lequel) (?:je peux|je pourrais|je puisse|on peut) (?:parler|discuter|echanger)',
    '(?:{person}) (?:peut|pourrait|peut il|peut elle|pourrait il) (?:(?:svp|sil vous plait) )?(?:me (?:rappeler|contacter|telephoner)|mappeler)',
    '(?:comment|ou) (?:puis je|je peux|peut on|faire pour|est ce que je peux|je fais pour) (?:{talk}) (?:{person})',
    'pourquoi (?:je ne peux pas|je peux pas|ne puis je pas) (?:{talk}) (?:{person})',
    '(?:ne )?(?:veux|voudrais|souhaite) pas (?:parler|discuter|dialoguer) (?:a|avec) (?:une?|ce|cette|votre|le|la|des) (?:robots?|machines?|bots?|chatbots?|ordinateurs?|ia)',
  ],
  openings: [
    '(?:parler|discuter|echanger|chatter) (?:a|avec|au) (?:{person})',
    '(?:besoin de|besoin dun|besoin dune|veux|voudrais|souhaite) (?:{talk}) (?:{person})',
    '(?:mise en relation|contact) avec (?:{human})',
  ],
  alone: [
    '(?:une? )?(?:vraie? |veritable )?(?:humain|etre humain|conseiller|conseillere|operateur|teleconseiller|agent)(?: humain| en ligne| reel)?',
    '(?:une )?(?:vraie|veritable) personne',
    '(?:une )?personne (?:reelle|humaine|physique)',
    '(?:aide|assistance) humaine',
    'rappelez moi',
  ],
  courtesies:
    'svp|stp|sil vous plait|sil te plait|bonjour|salut|merci|ok|non|oui|maintenant|et|mais|alors|donc|je vous prie|tout de suite|immediatement|pas un robot|pas de robot',
  forbiddenBefore:
    'si|quand|lorsque|qui|que faire|pourquoi|quel(?:le)?s?|avant|apres|sans|des que|au lieu|clients|utilisateurs|visiteurs|ils|elle|il|dit|veut dire|signifie|bouton|traduire|traduis',
  forbiddenRightBefore: '(?:ne|pas|jamais|plutot que|que de|dois)',
};
