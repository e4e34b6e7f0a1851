/** What a text names: addresses, numbers, sums, dates, codes, and what stands in the team's lists. */
import type { ListIndex } from '../lists/list-index';
import type { FoundEntity } from '../turns/turn-context.types';
import { emails, urls } from './addresses';
import { codes } from './codes';
import { dates } from './dates';
import type { Extractor, Saying } from './extraction.types';
import { money } from './money';
import { phones } from './phones';
import { quantities } from './quantities';
import { withoutOverlaps } from './without-overlaps';

/** A message has 32,000 characters at most; of something longer the rest is left. */
const MAX_CHARS = 32_000;
const EXTRACTORS: readonly Extractor[] = [emails, urls, money, quantities, codes];
/** A team's own name for something is what it is, whatever else the words may be. */
const LIST_CONFIDENCE = 0.98;

export async function extractEntities(
  text: string,
  saying: Saying,
  lists: ListIndex | undefined,
): Promise<FoundEntity[]> {
  const read = text.slice(0, MAX_CHARS);
  const found = EXTRACTORS.flatMap((extractor) => extractor(read, saying));
  const further = await Promise.all([phones(read, saying), dates(read, saying)]);
  return withoutOverlaps(read, [...listed(read, lists), ...found, ...further.flat()]);
}

/**
 * What a reply names that the next message may point at. Its hours, prices and addresses are what the bot knows, and say
 * nothing about the user.
 */
export function extractThings(reply: string, lists: ListIndex | undefined): FoundEntity[] {
  const read = reply.slice(0, MAX_CHARS);
  return withoutOverlaps(read, [...listed(read, lists), ...codes(read)]);
}

function listed(text: string, lists: ListIndex | undefined): FoundEntity[] {
  return (lists?.find(text) ?? []).map(({ type, value, start, end }) => ({
    type,
    value,
    text: text.slice(start, end),
    start,
    end,
    confidence: LIST_CONFIDENCE,
  }));
}
