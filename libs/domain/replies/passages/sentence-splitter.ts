/**
 * Splits prose into sentences. Rules rather than a model, because a wrong cut is seen by everybody: a sentence ends at
 * . ! ? or their like when blanks and a possible beginning follow. A full stop does not end one after an abbreviation,
 * an initial, a number that begins a list item, or an ordinal number in languages that write "3. Oktober". In Chinese
 * and Japanese the ideographic stops end a sentence without a blank.
 */
import { closingAbbreviations, continuesTime, leaningAbbreviations } from './abbreviations';
import { type Span, trimSpan } from './span';

const wideStop = /[。！？｡]/u;
const stop = /[.!?…؟۔।]/u;
const closer = /["'”’»›)\]}」』）】*_]/u;
const ordinalLanguages = new Set(['de', 'da', 'no', 'fi']);
/** Words that open sentences so often that even "Plan B. The" is an end. */
const opening =
  /^(?:the|this|these|that|it|you|we|if|in|for|when|to|please|they|there|all|our|your|he|she|as|at|but|and|a|an)\b/i;

export function splitSentences(text: string, language: string, within: Span = { start: 0, end: text.length }): Span[] {
  const sentences: Span[] = [];
  let start = within.start;
  for (let at = within.start; at < within.end; at++) {
    const ends = endOfSentence(text, start, at, within.end, language);
    if (ends === undefined) continue;
    addSentence(sentences, text, { start, end: ends });
    start = ends;
    at = ends - 1;
  }
  addSentence(sentences, text, { start, end: within.end });
  return sentences;
}

function addSentence(sentences: Span[], text: string, span: Span): void {
  const trimmed = trimSpan(text, span);
  if (trimmed.end > trimmed.start) sentences.push(trimmed);
}

/** Where the sentence ends if the character at `at` is the first of its closing signs; undefined when it goes on. */
function endOfSentence(text: string, start: number, at: number, limit: number, language: string): number | undefined {
  const character = text[at] as string;
  const isWide = wideStop.test(character);
  if (!isWide && !stop.test(character)) return undefined;
  let end = at + 1;
  while (end < limit && (stop.test(text[end] as string) || wideStop.test(text[end] as string))) end++;
  while (end < limit && closer.test(text[end] as string)) end++;
  if (end >= limit || isWide) return end;
  if (!/\s/.test(text[end] as string)) return undefined;
  const rest = text.slice(end, Math.min(limit, end + 40)).trimStart();
  if (!mayBegin(rest)) return undefined;
  const isLoneStop = character === '.' && end === at + 1;
  return isLoneStop && !stopEnds(text.slice(Math.max(start, at - 40), at), rest, language) ? undefined : end;
}

/** A sentence begins with anything but a lower-case letter or a sign that continues one. */
function mayBegin(rest: string): boolean {
  return rest !== '' && !/^["'“‘«([]?\p{Ll}/u.test(rest) && !/^[,;:)\]–&/]/u.test(rest);
}

/** Whether a single full stop after `before` ends the sentence, given that `rest` may begin one. */
function stopEnds(before: string, rest: string, language: string): boolean {
  const word = /(\S+)$/u.exec(before)?.[1]?.replace(/^["'“‘«([]+/u, '') ?? '';
  const isFirstWord = before.trim() === word;
  if (/^\d{1,3}$/.test(word)) return !isFirstWord && !(ordinalLanguages.has(language) && /^\p{L}/u.test(rest));
  const lower = word.toLowerCase();
  if (leaningAbbreviations.has(lower)) return isFirstWord && lower === 'no';
  if (/^\p{Lu}$/u.test(word)) return opening.test(rest);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word) || closingAbbreviations.has(lower))
    return !continuesTime.test(rest) || opening.test(rest);
  return true;
}
