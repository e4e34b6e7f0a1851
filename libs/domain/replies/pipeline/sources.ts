/** What a reply rests on, as it is told: passages, where they stand, and what of them is quoted. */
import type { FoundPassage } from '#domain/knowledge';
import type { LlmQuote } from '#providers/llm';
import { type Quotes, type Span, sliceOf } from '../passages/span';
import type { ReplySource } from '../replies.types';
import type { AnsweredQuestion } from './decision';

/** Best first, each with its highest score. */
export function distinctPassages(answered: readonly AnsweredQuestion[]): FoundPassage[] {
  const best = new Map<string, FoundPassage>();
  for (const passage of answered.flatMap(({ passages }) => passages)) {
    if ((best.get(passage.id)?.score ?? -1) < passage.score) best.set(passage.id, passage);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** As a model was given them, so that it cites the n-th as `[n]`; those that it was not given come last. */
export function inGivenOrder(passages: readonly FoundPassage[], givenIds: readonly string[]): FoundPassage[] {
  const places = new Map(givenIds.map((id, place) => [id, place]));
  const placeOf = ({ id }: FoundPassage) => places.get(id) ?? givenIds.length;
  return passages.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What each passage says to the first question that it was found for. */
export function quotesOf(answered: readonly AnsweredQuestion[]): Quotes {
  return new Map(answered.toReversed().flatMap(({ quotes }) => [...quotes]));
}

/** Of a model that says what it quotes. */
export function quotedBy(quotes: readonly LlmQuote[], others: Quotes): Quotes {
  return new Map([...others, ...quotes.map(({ passageId, start, end }) => [passageId, { start, end }] as const)]);
}

/** The passages as sources, those in `quotedFirst` before the others. */
export function sourcesOf(
  passages: readonly FoundPassage[],
  quotes: Quotes,
  quotedFirst: readonly string[] = [],
): ReplySource[] {
  const rank = ({ id }: FoundPassage) => (quotedFirst.includes(id) ? quotedFirst.indexOf(id) : quotedFirst.length);
  return passages.toSorted((a, b) => rank(a) - rank(b)).map((passage) => toSource(passage, quotes.get(passage.id)));
}

function toSource(passage: FoundPassage, quote: Span | undefined): ReplySource {
  const { id, documentId, baseId, title, section, sourceType: type, body, score, metadata } = passage;
  const { page, offset } = placeOf(passage);
  return {
    ...{ id, documentId, baseId, title, section, type, passage: body, score },
    ...(metadata === undefined ? {} : { metadata }),
    ...(page === undefined ? {} : { page }),
    ...(quote === undefined ? {} : { quote: sliceOf(body, quote), ...quote }),
    ...(quote === undefined || offset === undefined ? {} : { documentOffset: offset + quote.start }),
  };
}

/** As cutting has noted it with the passage; what callers put into metadata under these names may be anything. */
function placeOf({ metadata = {} }: FoundPassage): { page: number | undefined; offset: number | undefined } {
  return { page: countFrom(1, metadata.page), offset: countFrom(0, metadata.offset) };
}

function countFrom(least: number, value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : undefined;
}
