/**
 * The aspect of a thing that a question asks for: its price, its time, ... "How much is parking?", "parking fees" and "What does
 * parking cost?" ask for one aspect of one thing, "Where can I park?" for another. It is read from the question words or else
 * from a noun, and counts as one word, in whatever words it was said.
 */
import { type AskedKind, askedKind } from './asked-kind';

export type Aspect = 'price' | 'time' | 'count' | 'person' | 'place' | 'reason';

/** People ask "when" and "how long" for one thing: "When will it come?", "How long does it take?". */
const aspectOfKind: Partial<Record<AskedKind, Aspect>> = {
  price: 'price',
  time: 'time',
  duration: 'time',
  count: 'count',
  person: 'person',
  place: 'place',
  address: 'place',
  reason: 'reason',
};

/** Folded words that say no more than the aspect. Of `nouns`, one is enough to ask for it. */
interface AspectWords {
  said: RegExp;
  nouns?: RegExp;
  /** Ends of compounds: "Lieferzeit" is the time of "Liefer". */
  endings?: RegExp;
}

type Words = Partial<Record<Aspect, AspectWords>>;

const english: Words = {
  price: {
    said: /^(?:costs?|costing|price[sd]?|pricing|fees?|charge[sd]?|expensive|pay|money|high|much)$/,
    nouns: /^(?:costs?|prices?|pricing|fees?|charges?|expensive)$/,
  },
  time: {
    said: /^(?:times?|hours?|days?|weeks?|months?|years?|dates?|long|period|duration|deadline|interval|takes?)$/,
    nouns: /^(?:times?|hours|period|duration|deadline|interval|dates?|schedule)$/,
  },
  count: { said: /^(?:many|number|amount|maximum|count)$/, nouns: /^(?:number|amount)$/ },
  person: { said: /^(?:person|people|names?)$/ },
  place: { said: /^(?:address|locat(?:ed|ion)|places?|find|directions)$/, nouns: /^(?:address|location|directions)$/ },
  reason: { said: /^(?:reasons?)$/, nouns: /^(?:reasons?)$/ },
};

const german: Words = {
  price: {
    said: /^(?:kosten|kostet|preis[e]?|preises|gebuhr(?:en)?|teuer|hoch|viel)$/,
    nouns: /^(?:kosten|kostet|preise?s?|gebuhr(?:en)?|teuer)$/,
    endings: /(?:kosten|gebuhr(?:en)?|preise?)$/,
  },
  time: {
    said: /^(?:zeit(?:en)?|uhr|lange?|dauer|dauert|frist|braucht|tage?|wochen?|monate?)$/,
    nouns: /^(?:zeit(?:en)?|dauer|dauert|frist)$/,
    endings: /(?:s?zeit(?:en)?|s?dauer|s?fristen|s?frist)$/,
  },
  count: { said: /^(?:viele?|anzahl|zahl)$/, nouns: /^(?:anzahl)$/ },
  place: {
    said: /^(?:adresse|anschrift|standort|finde|lautet)$/,
    nouns: /^(?:adresse|anschrift|standort|anfahrt)$/,
  },
  reason: { said: /^(?:grund|grunde)$/, nouns: /^(?:grund|grunde)$/ },
};

const french: Words = {
  price: { said: /^(?:prix|tarifs?|frais|coute|coutent|couts?|port)$/, nouns: /^(?:prix|tarifs?|frais|coute|couts?)$/ },
  time: {
    said: /^(?:heures?|horaires?|temps|delais?|duree|jours?|prend|dates?)$/,
    nouns: /^(?:horaires?|delais?|duree|dates?)$/,
  },
  place: { said: /^(?:adresse|situe|trouve)$/, nouns: /^adresse$/ },
};

const spanish: Words = {
  price: {
    said: /^(?:precios?|cuestan?|costes?|costos?|tarifas?|gastos|vale)$/,
    nouns: /^(?:precios?|cuestan?|costes?|costos?|tarifas?|gastos)$/,
  },
  time: {
    said: /^(?:horas?|horarios?|tiempo|plazos?|dias?|tardan?|demora|fechas?)$/,
    nouns: /^(?:horarios?|plazos?|tardan?|demora|fechas?)$/,
  },
  place: { said: /^(?:direccion|ubicacion|encuentran?)$/, nouns: /^(?:direccion|ubicacion)$/ },
};

const wordsOf: Readonly<Record<string, Words>> = { en: english, de: german, fr: french, es: spanish };

export interface AspectReading {
  aspect: Aspect | undefined;
  /** Folded words of the question that are left, compounds without their ending. */
  rest: (word: string) => string;
}

/** How it is asked: for a way to do something, for yes or no, or neither, as in "parking fees". */
export type AskedForm = 'manner' | 'yesNo' | 'open';

/** On plain text, of all languages at once: their first words do not collide. */
const wish =
  'i (?:want|need|would|wish|have to|must|d like|am trying)|id like|ich (?:mochte|will|wurde|muss|brauche)|je (?:voudrais|veux|souhaite|dois)|quiero|quisiera|necesito|me gustaria|tengo que|vorrei|voglio|quero|gostaria|ik wil';
const manner = new RegExp(`^(?:how|wie|comment|como|come|hoe)\\b|^(?:${wish})\\b`);
const yesNo =
  /^(?:is|are|am|do|does|did|can|could|may|will|would|should|has|have|kann|konnen|darf|durfen|gibt|habt|haben|hat|ist|sind|est ce|puis je|peut on|avez|y a|hay|puedo|podemos|se puede|es posible|tienen|posso|kan|mag|is er)\b/;

export function readForm(plain: string): AskedForm {
  if (manner.test(plain)) return 'manner';
  return yesNo.test(plain) ? 'yesNo' : 'open';
}

/** A topic alone may mean any aspect of it. */
const topicShare = 0.5;

/**
 * How far a question for the aspect asks for more than one without an aspect, 0 to 1. "Where can I" asks for a way, too, and
 * whether there is one.
 */
export function asksForMore(aspect: Aspect | undefined, otherForm: AskedForm): number {
  if (aspect === undefined || aspect === 'place') return 0;
  return otherForm === 'open' ? topicShare : 1;
}

const unchanged = (word: string) => word;

/**
 * "How high are the fees?" asks for a price: a noun goes before what counts.
 *
 * @param words folded, no stop words
 */
export function readAspect(question: string, language: string, words: readonly string[]): AspectReading {
  const known = wordsOf[language] ?? {};
  const asked = aspectOfKind[askedKind(question, language)];
  const aspect = asked === undefined || asked === 'count' ? (namedAspect(known, words) ?? asked) : asked;
  const said = aspect && known[aspect];
  if (said === undefined) return { aspect, rest: unchanged };
  return { aspect, rest: (word) => (said.said.test(word) ? '' : withoutEnding(word, said)) };
}

function namedAspect(known: Words, words: readonly string[]): Aspect | undefined {
  for (const [aspect, { nouns, endings }] of Object.entries(known) as [Aspect, AspectWords][]) {
    if (words.some((word) => nouns?.test(word) || endings?.test(word))) return aspect;
  }
  return undefined;
}

/** What is left must be a word. */
function withoutEnding(word: string, { endings }: AspectWords): string {
  const rest = endings === undefined ? word : word.replace(endings, '');
  return rest.length >= 4 ? rest : word;
}
