/**
 * Counts what integrations did, by integration and day. What happened counts on its day, in any order; a conversation counts on
 * the day on which it was first given to the integration, and is counted anew whenever more is known of it: what it added
 * before is taken away. A conversation that was deleted meanwhile stays counted as it was; its late events add turns, and
 * nothing to the number of conversations.
 */
import { Injectable } from '@nestjs/common';
import type { TeamFact } from '../../counting/facts';
import { ExperimentCountingQueries } from './experiment-counting.queries';
import { ExperimentTally } from './experiment-tally';
import { type GivenConversation, newlyGiven, waitLogOf } from './given-conversation';
import {
  type GivenTurn,
  givenTurnOf,
  type IntegrationRating,
  integrationRatingOf,
  seenIntegrations,
} from './integration-facts';

@Injectable()
export class ExperimentCounting {
  constructor(private readonly queries: ExperimentCountingQueries) {}

  /** Facts that were not counted before. Call it in a transaction that has locked their bots. */
  async count(facts: readonly TeamFact[]): Promise<void> {
    const seen = seenIntegrations(facts);
    if (seen.length === 0) return;
    const turns = facts.flatMap(({ fact }) => givenTurnOf(fact) ?? []);
    const ratings = facts.flatMap(({ fact }) => integrationRatingOf(fact) ?? []);
    const tally = new ExperimentTally();
    for (const turn of turns) tally.addTurn(turn);
    for (const rating of ratings) tally.addRating(rating);
    await this.queries.noteIntegrations(seen);
    await this.renewConversations(tally, turns, ratings);
    await this.queries.addDays(tally.dayRows);
    await this.queries.addLatencies(tally.latencyRows);
  }

  private async renewConversations(
    tally: ExperimentTally,
    turns: readonly GivenTurn[],
    ratings: readonly IntegrationRating[],
  ): Promise<void> {
    const held = await this.queries.hold([...turns, ...ratings].map(({ conversationId }) => conversationId));
    const known = new KnownConversations(held.flatMap(({ given }) => given));
    const present = new Set(held.map(({ id }) => id));
    for (const turn of turns) if (present.has(turn.conversationId)) known.addTurn(turn);
    for (const rating of ratings) if (present.has(rating.conversationId)) known.addRating(rating);
    for (const { before, now } of known.changed) tally.replaceConversation(before, now);
    if (known.changed.length > 0) await this.queries.save(known.changed.map(({ now }) => now));
  }
}

interface Change {
  before: GivenConversation;
  now: GivenConversation;
}

class KnownConversations {
  private readonly changes = new Map<string, Change>();
  private readonly stored: ReadonlyMap<string, GivenConversation>;

  constructor(stored: readonly GivenConversation[]) {
    this.stored = new Map(stored.map((given) => [keyOf(given), given]));
  }

  get changed(): Change[] {
    return [...this.changes.values()];
  }

  addTurn({ conversationId, chosenId, atMs, isUnanswered, waitedMs }: GivenTurn): void {
    const given = this.open(conversationId, chosenId);
    given.firstAtMs = Math.min(atMs, given.firstAtMs ?? atMs);
    given.turns += 1;
    given.unansweredTurns += isUnanswered ? 1 : 0;
    given.waitLogs += waitLogOf(waitedMs);
  }

  addRating({ conversationId, integrationId, rating }: IntegrationRating): void {
    const given = this.open(conversationId, integrationId);
    given.ratings += 1;
    given.positiveRatings += rating === 'positive' ? 1 : 0;
    given.negativeRatings += rating === 'negative' ? 1 : 0;
  }

  private open(conversationId: string, integrationId: string): GivenConversation {
    const key = keyOf({ conversationId, integrationId });
    const before = this.stored.get(key) ?? newlyGiven(conversationId, integrationId);
    const change = this.changes.get(key) ?? { before, now: { ...before } };
    this.changes.set(key, change);
    return change.now;
  }
}

function keyOf({ conversationId, integrationId }: Pick<GivenConversation, 'conversationId' | 'integrationId'>): string {
  return `${conversationId} ${integrationId}`;
}
