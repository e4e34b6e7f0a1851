/**
 * Where a text points at something that was named before, by the rules of its language. Precision goes before recall: a
 * wrong name in a question finds wrong answers, while a pronoun that is left alone costs nothing.
 */
import { foldText } from '#domain/language';
import { de } from './grammars/de';
import { en } from './grammars/en';
import { es } from './grammars/es';
import { fr } from './grammars/fr';
import { it } from './grammars/it';
import { nl } from './grammars/nl';
import { pattern } from './grammars/pattern';
import { pt } from './grammars/pt';
import { isNarrow, narrowText } from './narrow-text';
import type { Candidate, Pointer, PointingRule, ReferenceForm, ReferenceGrammar } from './references.types';

const GRAMMARS: Readonly<Record<string, () => ReferenceGrammar>> = { en, de, fr, es, it, pt, nl };
/** Made at first use: their patterns take longer to compile than most of the product. */
const made = new Map<string, ReferenceGrammar>();

/** Whoever writes more says what they mean. It also bounds the cost of the patterns. */
const MAX_CHARS = 1_000;
const MAX_POINTERS = 4;
/** Compiling one takes longer than reading a message with all of them. */
const MAX_TYPE_PATTERNS = 500;
const typePatterns = new Map<string, RegExp>();
const NOUN_CERTAINTY = 0.85;
const ORDINAL_CERTAINTY = 0.9;
/** What stands before the name of a type: "that branch", "mein Tarif". */
const DETERMINERS =
  "(?:the |this |that |my |der |die |das |mein |meine |dieser |diese |dieses |le |la |l'|ce |cet |cette |mon |ma |el |este |esta |ese |esa |mi |il |lo |questo |questa |quel |quella |o |a |esse |essa |meu |minha |de |het |deze |dit |dat |mijn )";

/** A text, and how patterns read it: place for place the same. */
interface Message {
  text: string;
  narrow: string;
}

interface Language {
  language: string;
  /** The text does not tell its language. */
  isGuess: boolean;
}

/** Undefined for a language without one. */
export function grammarOf(language: string): ReferenceGrammar | undefined {
  const known = made.get(language) ?? GRAMMARS[language]?.();
  if (known) made.set(language, known);
  return known;
}

export function findPointers(
  text: string,
  { language, isGuess }: Language,
  candidates: readonly Candidate[],
): Pointer[] {
  if (text.length > MAX_CHARS) return [];
  const message = { text, narrow: narrowText(text) };
  const others = isGuess ? Object.keys(GRAMMARS).filter((other) => other !== language) : [];
  for (const one of [language, ...others]) {
    const grammar = grammarOf(one);
    const found = grammar ? pointersBy(grammar, message, candidates) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function pointersBy(grammar: ReferenceGrammar, message: Message, candidates: readonly Candidate[]): Pointer[] {
  const found = [
    ...grammar.ordinals.flatMap(({ pattern: source, ordinal }) =>
      placesOf(message, ruleOf(source, ORDINAL_CERTAINTY)).map((pointer) => ({ ...pointer, ordinal })),
    ),
    ...grammar.nouns.flatMap(({ pattern: source, noun }) => placesOf(message, nounRule(source, noun))),
    ...typesOf(candidates).flatMap((type) => placesOf(messageFor(type, message), nounRule(typePattern(type), type))),
    ...grammar.rules.flatMap((rule) => placesOf(message, rule)),
  ];
  const silent = grammar.empty.flatMap((source) =>
    matchesOf(message.narrow, source).map((match) => match.indices![0]!),
  );
  const pointing = found.filter(({ start, end }) => !silent.some(([from, to]) => start < to && end > from));
  return apart(pointing).slice(0, MAX_POINTERS);
}

/** As `matchAll`, which makes a copy of the pattern each time: that costs ten times more than looking for it. */
function matchesOf(text: string, source: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  source.lastIndex = 0;
  for (let match = source.exec(text); match !== null; match = source.exec(text)) {
    matches.push(match);
    if (match[0] === '') source.lastIndex++;
  }
  return matches;
}

function placesOf({ text, narrow }: Message, rule: PointingRule): Pointer[] {
  return matchesOf(narrow, rule.pattern).flatMap((match) => {
    const place = match.indices?.groups?.ref;
    if (!place) return [];
    const verb = match.indices?.groups?.verb;
    const [start, end] = place;
    const reference = text.slice(start, end);
    return [
      {
        reference: reference.replace(/^-(?:t-)?/, ''),
        start,
        end: verb === undefined ? end : verb[1],
        replacement:
          verb === undefined ? replacementOf(rule.form, reference, text[start - 1]) : `${text.slice(...verb)} $`,
        wanted: rule.wanted,
        isPlural: rule.isPlural,
        certainty: rule.certainty,
      },
    ];
  });
}

function replacementOf(form: ReferenceForm, reference: string, before: string | undefined): string {
  if (form === 'append') return `${reference} $`;
  if (form === 'possessive') return "$'s";
  // A pronoun that hangs on its verb: "coûte-t-il", "comprarlo".
  return before !== undefined && /[\p{L}\p{N}]/u.test(before) ? ' $' : '$';
}

function ruleOf(source: RegExp, certainty: number): PointingRule {
  return { pattern: source, wanted: 'thing', isPlural: false, certainty, form: 'replace' };
}

/** What it is called is kept, and its name is put behind it: "the order A-1234". */
function nounRule(source: RegExp, noun: string): PointingRule {
  const form = noun === 'product' ? 'replace' : 'append';
  return { pattern: source, wanted: { noun }, isPlural: false, certainty: NOUN_CERTAINTY, form };
}

/** Types that callers and lists have made up are nouns, too. */
function typesOf(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.map(({ type }) => foldText(type).replace(/[_-]+/g, ' ').trim()))].filter((type) =>
    /^\p{L}[\p{L} ]{1,30}$/u.test(type),
  );
}

/** A type of other letters is looked for in the text as it is. */
function messageFor(type: string, message: Message): Message {
  return isNarrow(type) ? message : { text: message.text, narrow: message.text };
}

function typePattern(type: string): RegExp {
  const known = typePatterns.get(type);
  if (known) return known;
  if (typePatterns.size >= MAX_TYPE_PATTERNS) typePatterns.clear();
  const made = pattern(`\\b(?<ref>${DETERMINERS}${type})\\b(?! (?:number|page|of)\\b)`);
  typePatterns.set(type, made);
  return made;
}

/** In the order of the text; of those that overlap, the longest. */
function apart(pointers: readonly Pointer[]): Pointer[] {
  const kept: Pointer[] = [];
  for (const pointer of pointers.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some(({ start, end }) => pointer.start < end && pointer.end > start)) kept.push(pointer);
  return kept.sort((a, b) => a.start - b.start);
}
