/** Texts that are the same but for case, marks and courtesies: one unit to compare, however often it was said. */
import { detectLanguage } from '#domain/language';
import { type ComparedQuestion, comparedQuestion } from '../evidence/question-match-words';
import { withoutCourtesies } from '../message/courtesies';
import { boundedText, plainText } from '../message/plain-text';

export interface AskedText {
  id: string;
  text: string;
}

export interface QuestionUnit {
  /** As most wrote it. */
  text: string;
  /** In the order given. */
  ids: readonly string[];
  question: ComparedQuestion;
}

interface Gathered {
  key: string;
  ids: string[];
  /** Each way of writing it, with how many wrote so. */
  writings: Map<string, number>;
}

/** Taken apart between two pauses of the work: some ten milliseconds. */
const unitsAtOnce = 50;

/** Courtesies that stand behind a question. Folded and without marks. */
const trailingCourtesy =
  /(?: (?:please|pls|plz|thanks|thank you|thx|many thanks|thanks in advance|bitte|danke|vielen dank|merci|s il vous plait|svp|gracias|por favor|grazie|per favore|obrigado|obrigada|dank u|bedankt))+$/;

/** With pauses. Most said first; the order of what was said equally often does not depend on the order of the texts. */
export function* questionUnits(texts: readonly AskedText[]): Generator<void, QuestionUnit[]> {
  const gathered = new Map<string, Gathered>();
  for (const { id, text } of texts) {
    const key = keyOf(text);
    const unit: Gathered = gathered.get(key) ?? { key, ids: [], writings: new Map() };
    unit.ids.push(id);
    unit.writings.set(text, (unit.writings.get(text) ?? 0) + 1);
    gathered.set(key, unit);
  }
  const sorted = [...gathered.values()].sort((a, b) => b.ids.length - a.ids.length || compareTexts(a.key, b.key));
  const languageOf = languagesOf(sorted.map(({ key }) => key));
  const units: QuestionUnit[] = [];
  for (const { key, ids, writings } of sorted) {
    const text = usualWriting(writings);
    units.push({ text, ids, question: comparedQuestion(withoutLast(text), languageOf(key)) });
    if (units.length % unitsAtOnce === 0) yield;
  }
  return units;
}

/** What a text says besides courtesies; signs alone ("??") are what they are. */
function keyOf(text: string): string {
  const plain = plainText(boundedText(withoutCourtesies(text)));
  return plain.replace(trailingCourtesy, '') || plain || text.trim();
}

/** The last courtesy stands apart from the question, so that it does not count as one of its words. */
function withoutLast(text: string): string {
  const courtesy = trailingCourtesy.exec(plainText(text).slice(-40))?.[0].trim().split(' ').length ?? 0;
  return courtesy === 0 ? text : text.trim().split(/\s+/).slice(0, -courtesy).join(' ') || text;
}

/** Short texts do not tell their language; they have the one that most of the others have. */
function languagesOf(keys: readonly string[]): (key: string) => string {
  const unsure = 'simple';
  const detected = new Map(keys.map((key) => [key, detectLanguage(key, unsure)]));
  const counts = new Map<string, number>();
  for (const language of detected.values()) {
    if (language !== unsure) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [usual = 'en'] = [...counts]
    .sort((a, b) => b[1] - a[1] || compareTexts(a[0], b[0]))
    .map(([language]) => language);
  return (key) => {
    const language = detected.get(key) ?? unsure;
    return language === unsure ? usual : language;
  };
}

/** Written by most; then not shouted, short, and ending with a sign. */
function usualWriting(writings: ReadonlyMap<string, number>): string {
  const rank = ([text, count]: readonly [string, number]) =>
    [-count, text === text.toUpperCase() ? 1 : 0, plainText(text).length, text === text.toLowerCase() ? 1 : 0] as const;
  const sorted = [...writings].sort((one, other) => {
    const [ours, theirs] = [rank(one), rank(other)];
    const at = ours.findIndex((value, place) => value !== theirs[place]);
    return at < 0 ? compareTexts(other[0], one[0]) : (ours[at] as number) - (theirs[at] as number);
  });
  return sorted[0]?.[0] ?? '';
}

/** By code units, the same on every machine. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
