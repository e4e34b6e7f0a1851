/** Questions that the bot could not answer, asked again and again. */
import type { QuestionCluster } from '#domain/replies';
import type { Finding, KnownItem, PastTurn } from './finding.types';
import { findingKey, plainWords } from './finding-key';
import { examplesOf, latestFirst } from './past-turns';

/** Asked less often it may be chance. */
export const LEAST_FAILURES = 3;

export interface AskedText {
  id: string;
  text: string;
}

export type ClusterTexts = (texts: readonly AskedText[]) => Promise<readonly QuestionCluster[]>;

/** One question, in all the words in which it failed. */
interface RepeatedFailure {
  representative: string;
  /** The latest first. */
  turns: readonly PastTurn[];
}

/** With the item that was made of it before, if one was. */
interface Match {
  failure: RepeatedFailure;
  item?: KnownItem;
}

export function isFailure({ isGrounded, isSmallTalk }: PastTurn): boolean {
  return !isGrounded && !isSmallTalk;
}

/**
 * The failures are compared among themselves alone, so that the same ones always make the same findings. Those that no item was
 * made of are then compared with the questions of items, which may be put in other words.
 */
export async function repeatedFailures(
  failures: readonly PastTurn[],
  known: readonly KnownItem[],
  cluster: ClusterTexts,
): Promise<Finding[]> {
  const repeated = await repeatedAmong(failures, cluster);
  const { matched, unmatched, unclaimed } = matchedByWords(repeated, known);
  const others = await matchedByMeaning(unmatched, unclaimed, cluster);
  const findings = [...matched, ...others].map(({ failure, item }) => findingOf(failure, item?.key));
  return [...new Map(findings.toReversed().map((finding) => [finding.key, finding])).values()].toReversed();
}

async function repeatedAmong(failures: readonly PastTurn[], cluster: ClusterTexts): Promise<RepeatedFailure[]> {
  const turns = new Map(failures.map((turn) => [turn.messageId, turn]));
  const clusters = await cluster(failures.map(({ messageId, text }) => ({ id: messageId, text })));
  return clusters
    .filter(({ ids }) => ids.length >= LEAST_FAILURES)
    .map(({ representative, ids }) => ({
      representative,
      turns: latestFirst(ids.flatMap((id) => turns.get(id) ?? [])),
    }));
}

/** By the messages that an item was made of, or by the very words; a larger failure chooses first. */
function matchedByWords(repeated: readonly RepeatedFailure[], known: readonly KnownItem[]) {
  const unclaimed = new Set(known);
  const byOrigin = new Map(known.flatMap((item) => item.originIds.map((id) => [id, item] as const)));
  const byKey = new Map(known.map((item) => [item.key, item]));
  const matched: Match[] = [];
  const unmatched: RepeatedFailure[] = [];
  for (const failure of repeated) {
    const items = failure.turns.flatMap(({ messageId, text }) => [
      ...(byOrigin.has(messageId) ? [byOrigin.get(messageId)!] : []),
      ...(byKey.has(keyOf(text)) ? [byKey.get(keyOf(text))!] : []),
    ]);
    const item = items.find((one) => one.type === 'fallback_response' && unclaimed.has(one));
    if (item === undefined) unmatched.push(failure);
    else {
      unclaimed.delete(item);
      matched.push({ failure, item });
    }
  }
  return { matched, unmatched, unclaimed: [...unclaimed] };
}

/** Nothing is to be found where somebody has answered the question. */
async function matchedByMeaning(
  failures: readonly RepeatedFailure[],
  items: readonly KnownItem[],
  cluster: ClusterTexts,
): Promise<Match[]> {
  if (failures.length === 0) return [];
  const asked = new Map<string, RepeatedFailure>(failures.map((failure, at) => [`failure:${at}`, failure]));
  const answered = new Map<string, KnownItem>(
    items.flatMap((item) => (item.query ? [[`item:${item.id}`, item] as const] : [])),
  );
  const texts = [
    ...[...answered].map(([id, { query }]) => ({ id, text: query! })),
    ...[...asked].map(([id, { representative }]) => ({ id, text: representative })),
  ];
  const matches: Match[] = [];
  for (const { ids } of await cluster(texts)) {
    const inHand = ids.flatMap((id) => answered.get(id) ?? []);
    if (inHand.some(isAnswer)) continue;
    const free = inHand.filter(({ type }) => type === 'fallback_response');
    for (const failure of ids.flatMap((id) => asked.get(id) ?? [])) {
      const item = free.shift();
      matches.push(item ? { failure, item } : { failure });
    }
  }
  return matches;
}

function isAnswer({ type, status }: KnownItem): boolean {
  return type === 'query_response' && status !== 'rejected';
}

function keyOf(text: string): string {
  return findingKey('failure', text);
}

function findingOf({ representative, turns }: RepeatedFailure, key?: string): Finding {
  const typical = turns.find(({ text }) => plainWords(text) === plainWords(representative)) ?? turns[0]!;
  const { text: query, userRef } = typical;
  return {
    key: key ?? keyOf(query),
    type: 'fallback_response',
    source: 'analytics',
    status: 'pending',
    lesson: { query, confidence: confidenceOf(turns.length) },
    evidence: { count: turns.length, lastSeenAt: turns[0]!.askedAt.toISOString() },
    userRef,
    examples: examplesOf(turns),
  };
}

/** Laplace's rule of succession: that it will be asked again, seen that often. */
export function confidenceOf(count: number): number {
  return Math.round(((count + 1) / (count + 2)) * 100) / 100;
}
