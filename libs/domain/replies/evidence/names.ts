/**
 * Words of a question that were written as names: with a capital letter, and not as its first word. German writes every noun
 * so, and who writes all words so, or shouts, names nothing by it. Days and months are no names: "Monday to Friday" has them all.
 */
import { analyzerFor, isLanguageCode } from '#domain/language';
import { isCalendarWord } from './answer-signs';

const capital = /^\p{Lu}/u;

/** Folded. */
export function namesIn(question: string, language: string): ReadonlySet<string> {
  if (language === 'de' || !/\p{Ll}/u.test(question)) return new Set();
  const tokens = analyzerFor(isLanguageCode(language) ? language : 'simple').tokens(question);
  const [, ...later] = tokens;
  const capitals = later.filter(({ start }) => capital.test(question.slice(start, start + 2)));
  // "I" is the only little word with a capital.
  const isTitle = capitals.some(({ isStopWord, text }) => isStopWord && text.length > 1);
  if (isTitle) return new Set();
  const names = capitals.filter(({ isStopWord, text }) => !isStopWord && !isCalendarWord(text));
  return new Set(names.map(({ text }) => text));
}
