import type { WishGrammar } from '../wish-grammar';

export const german: WishGrammar = {
  human:
    '(?:(?:{det}) )?(?:(?:{kind}) )*(?:menschen?|{staff})(?! (?:rechte|handel)(?= ))|(?:(?:{det}) )?(?:(?:{kind}) )+person(?:en)?|einer person|menschen',
  someone:
    '(?:irgend)?jemande[mn]|(?:irgend)?jemand|irgendwem|(?:(?:{det}) )?(?:(?:{kind}) )*(?:vorgesetzten?|chef|manager|techniker|experten|fachmann)|(?:(?:{det}) )?(?:support|kundendienst|kundenservice|kundenbetreuung|kundensupport|service ?team|support ?team)|(?:ihrem|eurem) team',
  parts: {
    det: 'einem|einen|einer|eine|ein|nem|nen|ner|ne|dem|den|der|ihrem|ihren|ihrer|eurem|euren|eurer|irgendeinem|irgendeiner|irgendeinen',
    kind: '(?:echt|richtig|menschlich|real|lebend|lebendig|ander|kompetent|wirklich|zustandig|physisch)e[nmr]?',
    staff:
      '(?:(?:kunden(?:service|dienst)?|service|support)[ ]?)?mitarbeiter(?:in|n|innen)?|(?:kunden)?berater(?:in)?|kollegen?|kollegin|agenten?|(?:support|service) ?agenten?|sachbearbeiter(?:in)?|ansprechpartner(?:in)?|kundenbetreuer(?:in)?|operator|vertreter',
    gap: '(?: (?!nicht |nie |kein|niemals |ohne )\\p{L}+){0,6}?',
    adverb:
      'bitte|gerne?|jetzt|nur|endlich|dringend|einfach|sofort|lieber|doch|mal|unbedingt|direkt|personlich|auch|wirklich|noch|hier|vielleicht|eigentlich',
    adverbs: '(?: (?:{adverb}))*',
    talk: 'sprechen|reden|telefonieren|chatten|schreiben|unterhalten|verbunden werden|weitergeleitet werden|durchgestellt werden|kontakt',
    pass: 'verbinden|weiterleiten|durchstellen|weitervermitteln|ubergeben|weiterreichen',
    end: '(?= (?:$|bitte|jetzt|sofort|hier|statt|und|oder|der mir|die mir|kein|keinen|keine|nicht|haben|sprechen|am telefon|zum reden|dringend))',
  },
  sentences: [
    '(?:ich|wir){adverbs} (?:mochte|moechte|mocht|mochten|will|wollen|wurde|wuerde|wurden|muss|mussen|wollte|hatte|haette|brauche){adverbs} (?:(?:mich|uns) )?(?:mit )(?:{person}){gap} (?:{talk})',
    '(?:mochte|moechte|will|wurde|wuerde|wollte) ich{adverbs} mit (?:{person}){gap} (?:{talk})',
    '(?:ich|wir){adverbs} (?:mochte|moechte|will|wollen|wurde|muss){adverbs} (?:{human}) (?:sprechen|haben|kontaktieren|erreichen|dran haben)',
    '(?:hatte|haette|hatten) (?:ich|wir)?{adverbs} (?:{human}) (?:gesprochen|gehabt)',
    '(?:ich|wir) (?:hatte|haette|hatten){adverbs} (?:{person}) gesprochen',
    'verbinden sie mich(?= (?:bitte )?$)',
    '(?:ich|wir){adverbs} (?:mochte|moechte|will|brauche|brauchen|verlange|hatte|fordere){adverbs} (?:{human}){end}',
    '(?:kann|konnte|koennte|darf|konnen|konnten|durfte) (?:ich|wir|man){adverbs} (?:(?:mich|uns) )?(?:mit )(?:{person}){gap} (?:{talk})',
    '(?:kann|konnte|darf) (?:ich|wir|man){adverbs} (?:{human}) (?:sprechen|haben|erreichen)',
    '(?:konnen|konnten|koennen|koennten|wurden) sie (?:mich|uns){adverbs} (?:mit|zu|an) (?:{person}){gap} (?:{pass})',
    '(?:kannst|konntest|koenntest) du (?:mich|uns){adverbs} (?:mit|zu|an) (?:{person}){gap} (?:{pass})',
    '(?:verbinde|verbinden sie|verbindet|verbind) (?:mich|uns){adverbs} mit (?:{person})',
    '(?:leite|leiten sie|stelle|stellen sie|stell|leit) (?:mich|uns|das){adverbs}(?: weiter| durch)? (?:an|zu) (?:{person})',
    'stell(?:e|en sie)? mich{adverbs} durch(?= )',
    '(?:gib|geben sie|hol|holen sie|ruf|rufen sie|schick|schicken sie)(?: mir)?{adverbs} (?:{human}){end}',
    '(?:lass|lassen sie) mich{adverbs} mit (?:{person}){gap} (?:{talk})',
    '(?:gibt es|ist)(?: (?:hier|da|auch))* (?:{person})(?: (?:hier|da))? mit de[mr] (?:ich|man|wir){gap} (?:sprechen|reden|chatten|telefonieren)',
    'ist (?:{human}) (?:da|verfugbar|erreichbar|online)',
    '(?:kann|konnte|konnten) (?:mich|uns){adverbs} (?:{person}){adverbs} (?:anrufen|zuruckrufen|kontaktieren)',
    'bitte um (?:einen |ihren )?ruckruf',
    '(?:wie|wo) (?:kann|komme) ich{adverbs} (?:mit|zu) (?:{human})(?: (?:sprechen|reden|chatten|verbunden werden|durch)| ?$)',
    'warum kann ich nicht mit (?:{person}) (?:sprechen|reden)',
    'nicht mit (?:einem|einer|dem|der|diesem|dieser|so einem|so einer|nem) (?:blod\\w* |dumm\\w* )?(?:ro)?(?:bot|roboter|chatbot|maschine|computer|ki|automaten) (?:{talk}|zu tun haben)',
    '(?:will|mochte|moechte|brauche) kein(?:en?)? (?:bot|roboter|chatbot|maschine|computer)(?= )',
  ],
  openings: [
    'mit (?:{person}){gap} (?:sprechen|reden|chatten|telefonieren)',
    '(?:{person}) (?:sprechen|kontaktieren|verlangen)',
    '(?:sprechen|reden|chatten) mit (?:{person})',
    '(?:weiterleiten|weiterleitung|verbinden|wechseln|verbindung) (?:an|zu|mit|zum|zur) (?:{person})',
    'zum (?:kundenservice|kundendienst|support|mitarbeiter|kundenberater)(?= (?:bitte )?$)',
  ],
  alone: [
    '(?:einen? |nen? |mit )?(?:(?:{kind}) )*(?:mensch(?:en)?|mitarbeiter(?:in)?|berater|kundenberater|kundenbetreuer)',
    '(?:(?:einer?|eine) )?(?:(?:{kind}) )+person',
    'menschliche (?:hilfe|unterstutzung)',
    'ruckruf',
  ],
  courtesies:
    'bitte|hallo|hi|hey|guten tag|ok|okay|nein|ja|danke|jetzt|sofort|endlich|und|aber|also|dann|nur|gerne|gern|vielen dank|mfg|mal|sorry',
  forbiddenBefore:
    'wenn|falls|ob|wann|warum|weshalb|wer|was|wem|welche[rsmn]?|bevor|nachdem|sobald|ohne|statt|anstatt|kunden|nutzer|besucher|sie will|er will|muss ich|sagt|sagen|heisst|bedeutet|ubersetze|knopf|button',
  forbiddenRightBefore: '(?:nicht|nie|niemals|kein|keine|keinen|als)',
};
