import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EndUser, type EndUserRecordHolder, EndUserRecords } from '#domain/context';
import { Database } from '#infra/database';
import { type Actor, Clock } from '#kernel';
import { LearnedExamples } from '../applying/learned-examples.service';
import { LearnedKnowledge } from '../applying/learned-knowledge.service';
import { LearningReversion } from '../applying/reversion.service';
import { LearningQueries } from '../learning.queries';
import type { LearningItem } from '../learning.types';
import { type ConcernedItem, EndUserQueries } from './end-users.queries';

/** What was learned from the words of end users, who may want to have them back. */
@Injectable()
export class LearnedFromEndUsers implements EndUserRecordHolder, OnModuleInit {
  readonly name = 'learning';

  constructor(
    private readonly records: EndUserRecords,
    private readonly queries: EndUserQueries,
    private readonly items: LearningQueries,
    private readonly reversion: LearningReversion,
    private readonly knowledge: LearnedKnowledge,
    private readonly examples: LearnedExamples,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.records.register(this);
  }

  export(user: EndUser): Promise<unknown[]> {
    return this.queries.said(user);
  }

  /**
   * An item that others have made, too, goes on in their words; any other one goes, with what it has taught. A model is
   * trained anew when items are applied the next time: it holds no texts.
   */
  async erase(user: EndUser): Promise<number> {
    const concerned = await this.queries.concerned(user);
    for (const botId of new Set(concerned.map((item) => item.botId))) await this.items.lockBot(botId);
    for (const item of concerned) await this.eraseFrom(user, item);
    return concerned.length;
  }

  private async eraseFrom({ teamId, userRef }: EndUser, { id, isTheirs }: ConcernedItem): Promise<void> {
    const actor: Actor = { kind: 'system', teamId, plan: 'free' };
    const before = await this.items.lock(teamId, id);
    if (!before) return;
    await this.queries.deleteExamples(id, userRef);
    const others = isTheirs ? await this.queries.otherWords(id) : undefined;
    await this.reversion.takeOut(actor, before);
    if (isTheirs && !others) return this.items.delete(id);
    if (others) await this.queries.setWords(id, others);
    if (before.written) await this.writeAnew(actor, before, (await this.items.find(teamId, id))!);
  }

  private async writeAnew(actor: Actor, { written }: LearningItem, item: LearningItem): Promise<void> {
    const at = this.clock.now();
    await this.items.clearApplied(item.id, item.status, at);
    const writer = written?.kind === 'document' ? this.knowledge : this.examples;
    const { applied, documents } = await writer.write(actor, item.botId, [item]);
    if (applied[0]) await this.items.setWritten([item.id], [applied[0].written], at);
    this.database.afterCommit(() => void this.knowledge.embed(documents));
  }
}
