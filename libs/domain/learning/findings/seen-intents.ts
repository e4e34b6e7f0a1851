/** Intents that are meant again and again: what users said is how they are said. */
import type { Finding, PastTurn } from './finding.types';
import { findingKey } from './finding-key';
import { examplesOf, latestFirst } from './past-turns';
import { confidenceOf } from './repeated-failures';

export const LEAST_SEEN = 6;
/** Seen so often, nobody need look. */
export const SURELY_SEEN = 15;
/** Of the classifier: a turn that it was less sure of is counted, but nothing is learned from its words. */
const SURE_ENOUGH = 0.5;

export function seenIntents(turns: readonly PastTurn[]): Finding[] {
  const byIntent = Map.groupBy(turns, ({ intent }) => intent);
  return [...byIntent].flatMap(([intent, seen]) =>
    intent === null || seen.length < LEAST_SEEN ? [] : [seenIntent(intent, latestFirst(seen))],
  );
}

function seenIntent(intent: string, seen: readonly PastTurn[]): Finding {
  const sure = seen.filter(({ intentConfidence }) => (intentConfidence ?? 0) >= SURE_ENOUGH);
  return {
    key: findingKey('intent', intent),
    type: 'intent_pattern',
    source: 'analytics',
    status: seen.length >= SURELY_SEEN ? 'approved' : 'pending',
    lesson: { intent, confidence: confidenceOf(seen.length) },
    evidence: { count: seen.length, lastSeenAt: seen[0]!.askedAt.toISOString() },
    userRef: null,
    examples: examplesOf(sure),
  };
}
