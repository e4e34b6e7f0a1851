/** What sort of answer a question wants, from its question words, and whether a text has something of that sort. */
import { foldText } from '#domain/language';

export type AskedKind =
  | 'time'
  | 'duration'
  | 'price'
  | 'count'
  | 'person'
  | 'name'
  | 'place'
  | 'reason'
  | 'manner'
  | 'phone'
  | 'email'
  | 'address'
  | 'other';

/** "What did he do when it rained?" does not ask when: a question word that comes after another one only joins. */
const first =
  '(?<!\\b(?:what|which|who|whom|where|when|why|how|person|people|those|anyone|someone|one|man|woman)\\b.*)';
const englishPeople =
  `player|quarterback|linebacker|receiver|coach|president|king|queen|emperor|governor|author|writer|poet|artist|
  painter|singer|musician|composer|actor|actress|director|scientist|philosopher|leader|general|commander|pope|bishop|minister|mayor|
  senator|engineer|inventor|explorer|historian|economist|architect|judge|founder|owner|chef|doctor`.replace(/\s+/g, '');
const englishNames =
  `company|organi[sz]ation|institution|agency|team|club|network|channel|station|university|school|college|band|group|
  tribe|party|book|novel|film|movie|song|album|program(?:me)?|show|series|play|language|religion|church|ship|war|battle|treaty|act|
  newspaper|magazine|award|nationality|nation|brand|title|name|term|word`.replace(/\s+/g, '');

type Patterns = readonly (readonly [Exclude<AskedKind, 'other'>, RegExp])[];

/** By language, on folded text; the first that matches decides. Contact details come first: "what is your phone number". */
const patterns: Readonly<Record<string, Patterns>> = {
  en: [
    ['phone', /\b(?:phone|telephone|hotline|call you|(?:phone|mobile) number)\b/],
    ['email', /\b(?:e-?mail address|(?:your|ur) e-?mail|mail you|write to you)\b/],
    [
      'address',
      /^(?:(?:your|ur|the|shop|store|office|postal|street) )*address\W*$|\b(?:what|whats) (?:is|s) (?:your|the|ur) (?:\w+ )?address\b|\bwhere (?:are|r) (?:you|u)\b|\bwhere (?:is|s|can i find) (?:you|(?:your|the) (?:shop|store|office|company|restaurant|hotel))\b|\blocated\b|\bhow (?:do|can) i (?:get to|find) (?:you|(?:the|your) (?:shop|store|office))\b/,
    ],
    [
      'duration',
      /\bhow (?:long|soon|quick(?:ly)?|fast)\b(?!.*\b(?:must|should|has to|have to)\b.*\bbe\b)|\b(?:until when|how many (?:minutes|hours|days|weeks|months|years))\b/,
    ],
    [
      'count',
      /\bhow much (?:of|more|less|larger|smaller|faster|water|land|power|time|energy|space)\b|\b(?:what|which) (?:is|was|are|were) the (?:\w+ )?(?:percentage|percent|proportion|number|amount|total|average|speed|distance|age|size|height|length|width|weight|temperature|ratio|rate)\b/,
    ],
    [
      'price',
      /\bhow (?:much|expensive)\b|\bwhat (?:does|do|is|are|was|were)\b.*\b(?:cost|costs|price|prices|fee|fees|charge)\b|\b(?:price|cost|fee)s? (?:of|for)\b/,
    ],
    [
      'count',
      /\bhow (?:many|long|old|far|tall|large|big|high|deep|wide|often|heavy)\b|\bwhat (?:percent|percentage|number|amount|fraction|proportion)\b|\bpopulation\b/,
    ],
    [
      'time',
      new RegExp(
        `${first}\\bwhen\\b|\\b(?:what|which) (?:year|date|day|days|month|century|decade|time|season|era)\\b|\\bopening (?:hours|times)\\b|\\bhours\\b`,
      ),
    ],
    ['reason', /\bwhy\b|\bfor what reason\b/],
    [
      'person',
      new RegExp(
        `${first}\\bwho(?:m|se)?\\b|\\b(?:what|which) (?:\\w+ ){0,2}(?:person|${englishPeople})\\b|\\bname of the (?:\\w+ ){0,2}(?:person|man|woman|${englishPeople})\\b`,
      ),
    ],
    [
      'place',
      new RegExp(
        `${first}\\bwhere\\b|\\b(?:what|which) (?:\\w+ )?(?:city|cities|country|countries|state|place|location|region|river|town|area|continent|island|stadium|county|province|district|sea|ocean|mountain|lake|street|building|address)\\b|\\baddress\\b`,
      ),
    ],
    [
      'name',
      new RegExp(
        `\\b(?:what|which) (?:\\w+ ){0,2}(?:${englishNames})\\b|\\b(?:the|a) (?:name|title) of\\b|\\bwhat (?:is|was|are|were) .* (?:called|named|known as)\\b`,
      ),
    ],
    [
      'manner',
      /\bhow (?:do|can|could|would|should|to|does|is|are|did)\b|\bsteps\b|\bwhat (?:do|should|must|can) i (?:have to )?do\b/,
    ],
  ],
  de: [
    ['phone', /\b(?:telefon\w*|anrufen|hotline|handynummer|rufnummer)\b/],
    ['email', /\b(?:e-?mail-?adresse|mailadresse)\b/],
    [
      'address',
      /^(?:ihre |eure |die )?(?:adresse|anschrift)\W*$|\bwie (?:ist|lautet) (?:ihre|eure|die) (?:adresse|anschrift)\b|\bwo (?:seid ihr|sind sie|finde ich (?:euch|sie))\b/,
    ],
    ['duration', /\bwie (?:lange|schnell)\b|\bbis wann\b|\bwie viele (?:minuten|stunden|tage|wochen|monate|jahre)\b/],
    [
      'price',
      /\bwie ?viel kostet\b|\bwas kostet\b|\bwas kosten\b|\bwie teuer\b|\b(?:preis|preise|kosten|gebuhr|gebuhren)\b/,
    ],
    [
      'count',
      /\bwie ?viele?\b|\bwie (?:oft|alt|weit|gro(?:ss|\u00df)|hoch|tief|breit|schwer)\b|\bwelche[rn]? (?:anteil|prozentsatz|zahl)\b/,
    ],
    [
      'time',
      /\bwann\b|\b(?:welche[mnrs]?|um wie ?viel) (?:jahr|datum|tag|monat|jahrhundert|uhr|zeit)\w*\b|\b\w*zeiten\b/,
    ],
    ['reason', /\b(?:warum|wieso|weshalb)\b/],
    ['person', /\b(?:wer|wen|wem|wessen)\b/],
    [
      'name',
      /\bwelche[mnrs]? (?:\w+ )?(?:firma|unternehmen|organisation|mannschaft|team|sender|universitat|schule|band|gruppe|partei|buch|film|lied|sprache|religion|krieg|zeitung|titel|name|spieler|trainer|prasident|konig)\b|\bwie (?:heisst|hiess|heissen|hiessen|hei\u00dft|hie\u00df)\b|\bname (?:des|der|von)\b/,
    ],
    ['place', /\b(?:wo|wohin|woher)\b|\bwelche[mnrs]? (?:stadt|land|ort|staat|region|fluss)\b|\badresse\b/],
    ['manner', /\bwie (?:kann|konnen|muss|soll|geht|mache|funktioniert|\w+ ich)\b/],
  ],
  fr: [
    ['phone', /\b(?:telephone|appeler|numero)\b/],
    ['email', /\b(?:adresse (?:e-?mail|mail|courriel)|courriel)\b/],
    ['duration', /\bcombien de (?:temps|minutes|heures|jours|semaines|mois|annees|ans)\b|\bjusqu ?a quand\b/],
    [
      'price',
      /\bcombien (?:coute|coutent|ca coute)\b|\bquel(?:s)? (?:est le|sont les)? ?(?:prix|tarifs?)\b|\b(?:prix|tarifs?|frais)\b/,
    ],
    ['count', /\bcombien\b|\bquel (?:pourcentage|nombre|age)\b/],
    ['time', /\bquand\b|\bquelle? (?:heure|date|annee|jour|mois)\b|\bhoraires?\b/],
    ['reason', /\bpourquoi\b/],
    ['person', /\bqui\b/],
    [
      'place',
      /\bou (?:est|se|sont|puis|peut|trouver|etes|dois)\b|\bquelle? (?:ville|pays|region|endroit|lieu)\b|\badresse\b/,
    ],
    ['manner', /\bcomment\b/],
  ],
  es: [
    ['phone', /\b(?:telefono|llamar|llamarles)\b/],
    ['email', /\b(?:correo|e-?mail)\b/],
    [
      'duration',
      /\bcuanto (?:tiempo|tarda|dura|demora)\b|\bcuant[oa]s (?:minutos|horas|dias|semanas|meses|anos)\b|\bhasta cuando\b/,
    ],
    ['price', /\bcuanto (?:cuesta|cuestan|vale|valen)\b|\b(?:precio|precios|tarifa|tarifas|coste|costo)\b/],
    ['count', /\bcuant[oa]s?\b|\bque (?:porcentaje|numero|edad)\b/],
    ['time', /\bcuando\b|\b(?:que|cual) (?:ano|fecha|dia|mes|hora|siglo)\b|\bhorarios?\b/],
    ['reason', /\bpor que\b/],
    ['person', /\bquien(?:es)?\b/],
    [
      'name',
      /\b(?:que|cual) (?:\w+ )?(?:empresa|compania|organizacion|equipo|cadena|universidad|escuela|banda|grupo|partido|libro|pelicula|cancion|idioma|religion|guerra|periodico|titulo|nombre|jugador|entrenador|presidente|rey)\b|\bcomo se (?:llama|llamaba|llaman)\b|\bnombre (?:de|del)\b/,
    ],
    ['place', /\b(?:donde|adonde)\b|\bque (?:ciudad|pais|lugar|region|estado|rio)\b|\bdireccion\b/],
    ['manner', /\bcomo\b/],
  ],
  it: [
    ['phone', /\b(?:telefono|chiamare|chiamarvi)\b/],
    ['email', /\b(?:indirizzo e-?mail|e-?mail)\b/],
    [
      'duration',
      /\bquanto tempo\b|\bquanto (?:dura|ci vuole)\b|\bfino a quando\b|\bquant[ei] (?:minuti|ore|giorni|settimane|mesi|anni)\b/,
    ],
    ['price', /\bquanto (?:costa|costano)\b|\b(?:prezzo|prezzi|tariff[ae]|costo|costi)\b/],
    ['count', /\bquant[oaei]\b|\bche (?:percentuale|numero|eta)\b/],
    ['time', /\bquando\b|\b(?:che|quale) (?:anno|data|giorno|mese|ora)\b|\borari[oi]?\b/],
    ['reason', /\bperche\b/],
    ['person', /\bchi\b/],
    ['place', /\b(?:dove|dov)\b|\b(?:che|quale) (?:citta|paese|luogo|regione)\b|\bindirizzo\b/],
    ['manner', /\bcome\b/],
  ],
  pt: [
    ['phone', /\b(?:telefone|ligar)\b/],
    ['email', /\b(?:endereco de e-?mail|e-?mail)\b/],
    [
      'duration',
      /\bquanto tempo\b|\bquanto (?:demora|dura)\b|\bate quando\b|\bquant[oa]s (?:minutos|horas|dias|semanas|meses|anos)\b/,
    ],
    ['price', /\bquanto (?:custa|custam|e|fica)\b|\b(?:preco|precos|tarifas?|custo)\b/],
    ['count', /\bquant[oa]s?\b|\bque (?:percentagem|porcentagem|numero|idade)\b/],
    ['time', /\bquando\b|\b(?:que|qual) (?:ano|data|dia|mes|hora|horas)\b|\bhorarios?\b/],
    ['reason', /\bpor ?que\b/],
    ['person', /\bquem\b/],
    ['place', /\b(?:onde|aonde)\b|\bque (?:cidade|pais|lugar|regiao)\b|\b(?:morada|endereco)\b/],
    ['manner', /\bcomo\b/],
  ],
  nl: [
    ['phone', /\b(?:telefoon\w*|bellen)\b/],
    ['email', /\b(?:e-?mailadres|mailadres)\b/],
    ['duration', /\bhoe ?lang\b|\bhoe snel\b|\btot wanneer\b|\bhoeveel (?:minuten|uur|dagen|weken|maanden|jaar)\b/],
    ['price', /\bhoeveel kost\b|\bwat kost(?:en)?\b|\bhoe duur\b|\b(?:prijs|prijzen|tarief|tarieven|kosten)\b/],
    ['count', /\bhoeveel\b|\bhoe (?:vaak|oud|ver|groot|hoog)\b/],
    ['time', /\bwanneer\b|\b(?:welk|welke) (?:jaar|datum|dag|maand)\b|\bhoe laat\b|\bopeningstijden\b/],
    ['reason', /\bwaarom\b/],
    ['person', /\bwie\b/],
    ['place', /\bwaar(?:heen|naartoe)?\b|\bwelke? (?:stad|land|plaats|regio)\b|\badres\b/],
    ['manner', /\bhoe\b/],
  ],
};

export function askedKind(question: string, language: string): AskedKind {
  const folded = foldText(question);
  const found = (patterns[language] ?? patterns.en)?.find(([, pattern]) => pattern.test(folded));
  return found?.[0] ?? 'other';
}
