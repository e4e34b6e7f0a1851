import type { FindingExample, PastTurn } from './finding.types';
import { plainWords } from './finding-key';

/** Of one item: what a reader can take in, and an intent learns from. */
export const MAX_EXAMPLES = 20;

export function latestFirst(turns: readonly PastTurn[]): PastTurn[] {
  return turns.toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
}

/** Of the same words once. */
export function examplesOf(turns: readonly PastTurn[]): FindingExample[] {
  const distinct = new Map(turns.toReversed().map((turn) => [plainWords(turn.text), turn]));
  return [...distinct.values()].toReversed().slice(0, MAX_EXAMPLES).map(exampleOf);
}

function exampleOf({ messageId, text, userRef, askedAt }: PastTurn): FindingExample {
  return { originId: messageId, userRef, text, comment: null, saidAt: askedAt };
}
