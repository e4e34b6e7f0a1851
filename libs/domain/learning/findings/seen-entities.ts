/** Things that several users name again and again: what they call them is how they are called. */
import type { Finding, NamedEntity, PastTurn } from './finding.types';
import { findingKey } from './finding-key';
import { MAX_EXAMPLES } from './past-turns';
import { confidenceOf } from './repeated-failures';

export const LEAST_SEEN = 6;
/** What one user alone names may be their own affair. */
const LEAST_USERS = 2;
/** Recognised by their form, each time another one: there is nothing to learn, and most are private. */
const OF_THE_MOMENT = new Set(['email', 'phone', 'url', 'money', 'quantity', 'date', 'time', 'code', 'person']);

interface Naming {
  entity: NamedEntity;
  turn: PastTurn;
}

export function seenEntities(turns: readonly PastTurn[]): Finding[] {
  const namings = turns.flatMap((turn) =>
    turn.entities.filter(({ type }) => !OF_THE_MOMENT.has(type)).map((entity) => ({ entity, turn })),
  );
  const byEntity = Map.groupBy(namings, ({ entity }) => findingKey('entity', entity.type, entity.value));
  return [...byEntity].flatMap(([key, seen]) => (isSeenEnough(seen) ? [seenEntity(key, seen)] : []));
}

function isSeenEnough(seen: readonly Naming[]): boolean {
  return seen.length >= LEAST_SEEN && new Set(seen.map(({ turn }) => turn.userRef)).size >= LEAST_USERS;
}

function seenEntity(key: string, seen: readonly Naming[]): Finding {
  const latestFirst = seen.toSorted((a, b) => b.turn.askedAt.getTime() - a.turn.askedAt.getTime());
  const { entity, turn } = latestFirst[0]!;
  const forms = new Map(latestFirst.toReversed().map((naming) => [naming.entity.text.toLowerCase(), naming]));
  return {
    key,
    type: 'entity_pattern',
    source: 'analytics',
    status: 'pending',
    lesson: { entity: { type: entity.type, value: entity.value }, confidence: confidenceOf(seen.length) },
    evidence: { count: seen.length, lastSeenAt: turn.askedAt.toISOString() },
    userRef: null,
    examples: [...forms.values()]
      .slice(0, MAX_EXAMPLES)
      .map(({ entity: { text }, turn: { messageId: originId, userRef, askedAt: saidAt } }) => ({
        originId,
        userRef,
        text,
        comment: null,
        saidAt,
      })),
  };
}
