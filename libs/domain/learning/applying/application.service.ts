import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock } from '#kernel';
import { learningApplied } from '../learning.events';
import { LearningQueries } from '../learning.queries';
import type { Application, LearningItem, LearningType, SkippedItem } from '../learning.types';
import { ApplyingQueries } from './applying.queries';
import type { WrittenLessons } from './applying.types';
import { LearnedExamples } from './learned-examples.service';
import { LearnedKnowledge } from './learned-knowledge.service';

/** Written in one transaction: indexing them takes a tenth of a second, for which others wait on the embedded database. */
const PORTION = 50;
/** Of one call. */
const MAX_PORTIONS = 20;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const KINDS = [
  { types: ['query_response', 'fallback_response'], place: 'knowledgeBaseIds' },
  { types: ['intent_pattern', 'entity_pattern'], place: 'datasetIds' },
] as const satisfies readonly { types: readonly LearningType[]; place: string }[];

interface Tally {
  applied: Partial<Record<LearningType, number>>;
  skipped: SkippedItem[];
  knowledgeBaseIds: Set<string>;
  datasetIds: Set<string>;
  portions: number;
  isMore: boolean;
}

/**
 * Teaches bots what was approved. An item is marked in the transaction that writes what it says, so that it is written once,
 * whoever else applies at the same time and whenever a process dies.
 */
@Injectable()
export class LearningApplication {
  constructor(
    private readonly bots: BotsService,
    private readonly queries: ApplyingQueries,
    private readonly items: LearningQueries,
    private readonly knowledge: LearnedKnowledge,
    private readonly examples: LearnedExamples,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** When it has returned, replies know the answers; intents are known when the session is completed. @throws `bots.not_found` */
  async apply(actor: Actor, botId: string): Promise<Application> {
    await this.bots.get(actor, botId);
    const tally: Tally = {
      applied: {},
      skipped: [],
      knowledgeBaseIds: new Set(),
      datasetIds: new Set(),
      portions: 0,
      isMore: false,
    };
    for (const kind of KINDS) await this.applyAll(actor, botId, kind, tally);
    const { sessionId, postponed } = await this.examples.train(actor, botId);
    return {
      applied: Object.values(tally.applied).reduce((sum, count) => sum + count, 0),
      byType: tally.applied,
      skipped: tally.skipped,
      knowledgeBaseIds: [...tally.knowledgeBaseIds],
      datasetIds: [...tally.datasetIds],
      ...(sessionId === undefined ? {} : { trainingSessionId: sessionId }),
      ...(postponed === undefined ? {} : { trainingPostponed: postponed }),
      isMore: tally.isMore,
    };
  }

  private async applyAll(actor: Actor, botId: string, kind: (typeof KINDS)[number], tally: Tally): Promise<void> {
    let lastId: string | undefined = BEFORE_ALL;
    while (lastId !== undefined) {
      if (tally.portions >= MAX_PORTIONS) {
        tally.isMore = true;
        return;
      }
      lastId = await this.applyPortion(actor, botId, kind, lastId, tally);
      tally.portions += 1;
    }
  }

  /** @returns the last item that was looked at; undefined when it was the last one */
  private async applyPortion(
    actor: Actor,
    botId: string,
    { types, place }: (typeof KINDS)[number],
    afterId: string,
    tally: Tally,
  ): Promise<string | undefined> {
    const { found, written } = await this.database.transaction(async () => {
      await this.bots.hold(actor, botId);
      await this.items.lockBot(botId);
      const found = await this.queries.lockApplicable(botId, types, afterId, PORTION);
      return { found, written: found.length === 0 ? undefined : await this.write(actor, botId, place, found) };
    });
    if (!written) return undefined;
    await this.knowledge.embed(written.documents);
    count(tally, written, place);
    return found.length < PORTION ? undefined : found.at(-1)?.id;
  }

  private async write(
    actor: Actor,
    botId: string,
    place: (typeof KINDS)[number]['place'],
    found: readonly LearningItem[],
  ): Promise<WrittenLessons> {
    const writer = place === 'knowledgeBaseIds' ? this.knowledge : this.examples;
    const written = await writer.write(actor, botId, found);
    if (written.applied.length === 0) return written;
    const ids = written.applied.map(({ item }) => item.id);
    const places = written.applied.map((one) => one.written);
    await this.items.setWritten(ids, places, this.clock.now());
    await this.outbox.add(learningApplied, { teamId: actor.teamId, data: { botId, learningIds: ids } });
    return written;
  }
}

function count(tally: Tally, { applied, skipped, places }: WrittenLessons, place: 'knowledgeBaseIds' | 'datasetIds') {
  for (const { item } of applied) tally.applied[item.type] = (tally.applied[item.type] ?? 0) + 1;
  tally.skipped.push(...skipped);
  for (const id of places) tally[place].add(id);
}
