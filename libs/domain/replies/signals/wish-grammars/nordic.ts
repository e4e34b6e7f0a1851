import type { WishGrammar } from '../wish-grammar';

export const swedish: WishGrammar = {
  human:
    '(?:(?:en|nagon|er|den) )?(?:(?:riktig|verklig|levande|mansklig|annan) )*(?:manniska|medarbetare|handlaggare|agent|kundradgivare|radgivare)|(?:(?:en|nagon) )?(?:(?:riktig|verklig|levande) )+person|en person',
  someone:
    'nagon(?: (?:annan|hos er|pa kundtjanst))?|(?:en |er )?(?:chef|tekniker|kollega)|(?:er )?(?:kundtjanst(?:en)?|kundservice|support(?:en)?)',
  parts: {
    adverbs: '(?: (?:bara|garna|nu|genast|hellre|faktiskt|verkligen|fa))*',
    talk: '(?:prata|tala|chatta|snacka) med|(?:komma i|fa|ha) kontakt med|bli kopplad till',
    end: '(?= (?:$|tack|nu|och|inte|har|som kan))',
  },
  sentences: [
    'jag{adverbs} (?:vill|skulle vilja|behover|maste|onskar){adverbs} (?:{talk}) (?:{person})',
    'jag{adverbs} (?:vill ha|behover|kraver){adverbs} (?:{human}){end}',
    '(?:kan|far|kunde|skulle) jag{adverbs} (?:kunna )?(?:{talk}) (?:{person})',
    '(?:kan|kunde) (?:du|ni) koppla mig{adverbs} (?:till|vidare till|med) (?:{person})',
    '(?:koppla|skicka) mig(?: vidare)? (?:till|med) (?:{person})',
    'kan (?:{person}) (?:ringa|kontakta) mig',
    'hur (?:kan|far) jag (?:{talk}) (?:{human})',
    'vill inte (?:prata|tala|chatta) med en (?:robot|bot|maskin|dator)',
  ],
  openings: ['(?:prata|tala|chatta) med (?:{person})'],
  alone: ['(?:en )?(?:riktig |levande )?manniska', '(?:en )?riktig person', 'ring mig'],
  courtesies: 'tack|hej|snalla|ok|nej|ja|nu|men|och',
  forbiddenBefore: 'om|nar|vem|vad|vilken|innan|utan|i stallet for|istallet for|kunder|anvandare|varfor',
  forbiddenRightBefore: '(?:inte|aldrig|utan att|maste)',
};

export const danish: WishGrammar = {
  human:
    '(?:(?:et|en|jeres) )?(?:(?:rigtigt?|virkeligt?|levende|aegte|menneskelig|andet) )*(?:menneske|medarbejder|agent|radgiver|konsulent|sagsbehandler)|(?:en )(?:(?:rigtig|virkelig|levende) )*person',
  someone:
    'nogen(?: (?:anden|andre|hos jer))?|(?:en |jeres )?(?:chef|tekniker|kollega)|(?:jeres )?(?:kundeservice|kundesupport|support)',
  parts: {
    adverbs: '(?: (?:gerne|bare|nu|straks|hellere|faktisk|lige|direkte))*',
    talk: '(?:tale|snakke|chatte) med|(?:komme i|fa) kontakt (?:med|til)|stilles (?:om|videre) til',
    end: '(?= (?:$|tak|nu|og|ikke|her|som kan|der kan))',
  },
  sentences: [
    'jeg{adverbs} (?:vil|onsker at|onsker|skal|ma|kunne taenke mig at|har brug for at){adverbs} (?:{talk}) (?:{person})',
    'jeg{adverbs} (?:vil have|onsker|kraever|har brug for){adverbs} (?:{human}){end}',
    '(?:kan|ma|kunne) jeg{adverbs} (?:fa lov (?:til )?at )?(?:{talk}) (?:{person})',
    '(?:kan|kunne|vil) (?:du|i) (?:viderestille|stille|omstille|forbinde|sende) mig{adverbs} (?:om |videre )?(?:til|med) (?:{person})',
    '(?:viderestil|omstil|stil|send|forbind) mig(?: om| videre)? (?:til|med) (?:{person})',
    'kan (?:{person}) (?:ringe til|kontakte|ringe) mig',
    'hvordan (?:kan|far) jeg (?:lov til at )?(?:{talk}) (?:{human})',
    'vil ikke (?:tale|snakke|chatte) med en (?:robot|bot|maskine|computer)',
  ],
  openings: ['(?:tale|snakke|chatte) med (?:{person})'],
  alone: ['(?:et )?(?:rigtigt |levende )?menneske', '(?:en )?rigtig person', 'ring til mig|ring mig op'],
  courtesies: 'tak|hej|venligst|ok|nej|ja|nu|men|og',
  forbiddenBefore: 'hvis|nar|hvem|hvad|hvilken|for|uden|i stedet for|kunder|brugere|hvorfor|om',
  forbiddenRightBefore: '(?:ikke|aldrig|uden at|skal)',
};

export const norwegian: WishGrammar = {
  human:
    '(?:(?:et|en|deres) )?(?:(?:ekte|virkelig|levende|menneskelig|annet) )*(?:menneske|medarbeider|agent|radgiver|konsulent|saksbehandler|kundebehandler)|(?:en )(?:(?:ekte|virkelig|levende) )*person',
  someone:
    'noen(?: (?:andre|hos dere))?|(?:en |deres )?(?:sjef|tekniker|kollega)|(?:deres )?(?:kundeservice|kundestotte|support)',
  parts: {
    adverbs: '(?: (?:gjerne|bare|na|straks|heller|faktisk|direkte))*',
    talk: '(?:a )?(?:snakke|prate|chatte|tale) med|(?:a )?(?:komme i|fa) kontakt med|(?:a )?bli satt over til',
    end: '(?= (?:$|takk|na|og|ikke|her|som kan))',
  },
  sentences: [
    'jeg{adverbs} (?:vil|onsker|ma|skal|har lyst til|trenger){adverbs} (?:{talk}) (?:{person})',
    'jeg{adverbs} (?:vil ha|onsker|krever|trenger){adverbs} (?:{human}){end}',
    '(?:kan|far|kunne) jeg{adverbs} (?:fa )?(?:{talk}) (?:{person})',
    '(?:kan|kunne) (?:du|dere) (?:sette|overfore|koble|sende) meg{adverbs} (?:over |videre )?(?:til|med) (?:{person})',
    '(?:sett|overfor|koble|send) meg(?: over| videre)? (?:til|med) (?:{person})',
    'kan (?:{person}) (?:ringe|kontakte) meg',
    'hvordan (?:kan|far) jeg (?:{talk}) (?:{human})',
    'vil ikke (?:snakke|prate|chatte) med en (?:robot|bot|maskin|datamaskin)',
  ],
  openings: ['(?:snakke|prate|chatte) med (?:{person})'],
  alone: ['(?:et )?(?:ekte |levende )?menneske', '(?:en )?ekte person', 'ring meg'],
  courtesies: 'takk|hei|vennligst|ok|nei|ja|na|men|og',
  forbiddenBefore: 'hvis|nar|hvem|hva|hvilken|for|uten|i stedet for|kunder|brukere|hvorfor|om',
  forbiddenRightBefore: '(?:ikke|aldri|uten a|ma)',
};

export const finnish: WishGrammar = {
  human:
    '(?:(?:oikean|elavan|todellisen|toisen|jonkun) )*(?:ihmisen|henkilon|asiakaspalvelijan|tyontekijan|asiakaspalvelun|virkailijan|edustajan|asiantuntijan|jonkun) kanssa|(?:(?:oikealle|elavalle) )*(?:ihmiselle|asiakaspalvelijalle|asiakaspalveluun|virkailijalle|jollekin)',
  parts: {
    adverbs: '(?: (?:nyt|heti|vain|mieluummin|suoraan|oikeasti))*',
    talk: 'puhua|keskustella|jutella|chatata|asioida',
  },
  sentences: [
    '(?:haluan|haluaisin|tarvitsen|pitaa|minun pitaa|taytyy|voinko|voisinko|saanko|saisinko|haluamme){adverbs} (?:{talk}){adverbs} (?:{person})',
    '(?:haluan|haluaisin|voinko|voisinko|saanko){adverbs} (?:{person}){adverbs} (?:{talk})',
    '(?:yhdista|yhdistakaa|siirra|siirtakaa|voitko yhdistaa|voitteko yhdistaa|voisitko yhdistaa)(?: minut)?{adverbs} (?:{person})',
    '(?:voiko|voisiko) joku soittaa minulle',
    'en halua (?:puhua|keskustella|jutella) (?:robotin|botin|koneen|tietokoneen) kanssa',
  ],
  openings: ['(?:{talk}) (?:{person})', '(?:{person}) (?:{talk})'],
  alone: ['(?:oikea |elava )?(?:ihminen|asiakaspalvelija)', 'soittakaa minulle|soita minulle'],
  courtesies: 'kiitos|hei|moi|ok|ei|joo|nyt|mutta|ja|ole hyva',
  forbiddenBefore: 'jos|kun|kuka|mika|ennen|ilman|sen sijaan|asiakkaat|kayttajat|miksi|milloin',
  forbiddenRightBefore: '(?:en|ei|eika|koskaan)',
};
