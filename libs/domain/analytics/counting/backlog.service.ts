/**
 * Counts what was stored before this release, conversation by conversation. The migration has noted, while nobody could
 * write an event, how far each conversation had come and which of its replies, escalations and ratings there were, and that
 * the events in the outbox are counted: what is in those notes is counted here, everything else from its event. A conversation
 * is counted and its note deleted in one transaction.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { BacklogQueries, type BacklogRow } from './backlog.queries';
import { CountingQueries } from './counting.queries';
import { Counting } from './counting.service';
import type { Fact, TeamFact } from './facts';

/** Conversations in one transaction: some thousands of messages. */
const BATCH = 200;

@Injectable()
export class Backlog {
  constructor(
    private readonly queries: BacklogQueries,
    private readonly countingQueries: CountingQueries,
    private readonly counting: Counting,
    private readonly database: Database,
  ) {}

  /** Resolves when all is counted or `signal` is aborted. */
  async countAll(signal?: AbortSignal): Promise<void> {
    let taken: number;
    do {
      taken = await this.database.transaction(() => this.countSome());
    } while (taken === BATCH && !signal?.aborted);
  }

  private async countSome(): Promise<number> {
    const rows = await this.queries.take(BATCH);
    if (rows.length === 0) return 0;
    const ids = rows.map(({ conversationId }) => conversationId);
    await this.countingQueries.lockBots(rows.map(({ botId }) => botId));
    const facts = [
      ...(await this.queries.messagesOf(ids)),
      ...(await this.queries.escalationsOf(ids)),
      ...(await this.queries.ratingsOf(ids)),
    ];
    const rowOf = new Map(rows.map((row) => [row.conversationId, row]));
    await this.counting.add([
      ...rows.flatMap(factsOf),
      ...facts.map((fact) => {
        const { teamId, botId, userRef } = rowOf.get(fact.conversationId)!;
        return { teamId, fact: { ...fact, botId, userRef } as Fact };
      }),
    ]);
    await this.queries.remove(ids);
    return rows.length;
  }
}

function factsOf({ teamId, botId, conversationId, startedAt, endedAt }: BacklogRow): TeamFact[] {
  const of = { botId, conversationId };
  const facts: TeamFact[] = [{ teamId, fact: { kind: 'started', at: startedAt, ...of } }];
  if (endedAt) facts.push({ teamId, fact: { kind: 'ended', at: endedAt, ...of } });
  return facts;
}
