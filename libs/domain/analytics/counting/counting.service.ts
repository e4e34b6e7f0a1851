/**
 * Adds what happened to the tables that analytics are read from, each event once: in one transaction the events are noted as
 * counted and only those that were not noted before are added up. An event may come twice, late, out of order, and in
 * several processes at the same time.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { DomainEvent } from '#infra/events';
import { ExperimentCounting } from '../experiments/counting/experiment-counting.service';
import { CountingQueries } from './counting.queries';
import { factOf, type TeamFact } from './facts';
import { Sittings } from './sittings.service';
import { Tally } from './tally';
import { tallyFacts } from './tally-facts';
import { Visits } from './visits.service';

@Injectable()
export class Counting {
  constructor(
    private readonly queries: CountingQueries,
    private readonly sittings: Sittings,
    private readonly visits: Visits,
    private readonly experiments: ExperimentCounting,
    private readonly database: Database,
  ) {}

  async countEvents(events: readonly DomainEvent[]): Promise<void> {
    const facts = events.map((event) => ({ id: event.id, teamId: event.teamId, fact: factOf(event) }));
    await this.database.transaction(async () => {
      const bots = await this.queries.lockBots(facts.map(({ fact }) => fact.botId));
      const unheard = await this.queries.note(facts);
      const first = new Map(facts.map((known) => [known.id, known]));
      const counted = [...first.values()].filter(({ id, fact }) => unheard.has(id) && bots.has(fact.botId));
      await this.add(await this.withFigures(counted));
    });
  }

  /** Adds facts that no event tells. Call it in a transaction that has locked their bots. */
  async add(facts: readonly TeamFact[]): Promise<void> {
    if (facts.length === 0) return;
    const tally = new Tally();
    const plain = facts.map(({ fact }) => fact);
    tallyFacts(tally, plain);
    const present = await this.sittings.note(tally, plain);
    await this.visits.note(tally, seenIn(facts, present));
    await this.experiments.count(facts);
    await this.write(tally);
  }

  /** Forgets an end user, whose messages still count. Gives how many rows are gone. */
  async forgetUser(teamId: string, botId: string | undefined, userRef: string): Promise<number> {
    return this.database.transaction(async () => {
      await this.queries.lockBotsOf(teamId, botId);
      const tally = new Tally();
      const rows = await this.visits.forget(tally, teamId, botId, userRef);
      await this.write(tally);
      return rows;
    });
  }

  private async write(tally: Tally): Promise<void> {
    await this.queries.addModels(tally.modelRows);
    await this.queries.addIntents(tally.intentRows);
    await this.queries.addCells(tally.cellRows);
  }

  /** Events from before there were figures in them are counted by what is stored of their replies. */
  private async withFigures<Counted extends TeamFact>(facts: readonly Counted[]): Promise<Counted[]> {
    const without = facts.flatMap(({ fact }) => (fact.kind === 'bot-message' && !fact.reply ? [fact.messageId] : []));
    if (without.length === 0) return [...facts];
    const figures = await this.queries.figuresOf(without);
    return facts.map((counted) => {
      const { fact } = counted;
      if (fact.kind !== 'bot-message' || fact.reply) return counted;
      return { ...counted, fact: { ...fact, reply: figures.get(fact.messageId) ?? undefined } };
    });
  }
}

/** Only in conversations that there still are: whoever was erased is not noted again. */
function seenIn(facts: readonly TeamFact[], conversationIds: ReadonlySet<string>) {
  return facts.flatMap(({ teamId, fact }) => {
    if (fact.kind !== 'user-message' || !conversationIds.has(fact.conversationId)) return [];
    const { botId, userRef, at } = fact;
    return [{ teamId, botId, userRef, atMs: at.getTime() }];
  });
}
