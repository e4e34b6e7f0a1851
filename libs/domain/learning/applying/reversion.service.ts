import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { type Actor, Clock, isUuid } from '#kernel';
import { learningErrors } from '../learning.errors';
import { LearningQueries } from '../learning.queries';
import type { LearningItem, LearningStatus, Reversion } from '../learning.types';
import { LearnedExamples } from './learned-examples.service';
import { LearnedKnowledge } from './learned-knowledge.service';

/** Takes out what was applied. */
@Injectable()
export class LearningReversion {
  constructor(
    private readonly bots: BotsService,
    private readonly items: LearningQueries,
    private readonly knowledge: LearnedKnowledge,
    private readonly examples: LearnedExamples,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Replies know it no more when this has returned; an intent, when the session is completed. The item can be applied again,
   * unless it is rejected. Again changes nothing.
   *
   * @throws `bots.not_found`, `learning.not_found`
   */
  async revert(actor: Actor, botId: string, id: string, { reject = false } = {}): Promise<Reversion> {
    await this.bots.get(actor, botId);
    const item = await this.require(actor, id);
    if (item.botId !== botId) throw learningErrors.not_found();
    return this.setStatus(actor, id, reject ? 'rejected' : undefined);
  }

  /** Takes it out if it is applied and shall not be any more. @throws `learning.not_found` */
  async setStatus(actor: Actor, id: string, status?: LearningStatus): Promise<Reversion> {
    const { before, item } = await this.inItsBot(actor, id, async (before) => {
      const wanted = status ?? before.status;
      const at = this.clock.now();
      if (before.written && status !== 'approved') {
        await this.takeOut(actor, before);
        await this.items.clearApplied(id, wanted, at);
      } else if (wanted !== before.status) await this.items.setStatus(id, wanted, at);
      return { before, item: (await this.items.find(actor.teamId, id))! };
    });
    return this.withRetraining(actor, before, item);
  }

  /** Takes it out first. @throws `learning.not_found` */
  async delete(actor: Actor, id: string): Promise<void> {
    const before = await this.inItsBot(actor, id, async (item) => {
      if (item.written) await this.takeOut(actor, item);
      await this.items.delete(id);
      return item;
    });
    if (isOfIntents(before)) await this.examples.retrain(actor, before.botId);
  }

  /** In the open transaction, of an item that nobody else changes. */
  async takeOut(actor: Actor, { written }: LearningItem): Promise<void> {
    if (written?.kind === 'document') await this.knowledge.remove(actor, written);
    if (written?.kind === 'examples') await this.examples.remove(actor, written);
  }

  /** Locks as those who apply do: the bot first, then items, so that nobody waits in a circle. */
  private async inItsBot<Result>(
    actor: Actor,
    id: string,
    work: (item: LearningItem) => Promise<Result>,
  ): Promise<Result> {
    const { botId } = await this.require(actor, id);
    return this.database.transaction(async () => {
      await this.items.lockBot(botId);
      const item = await this.items.lock(actor.teamId, id);
      if (!item) throw learningErrors.not_found();
      return work(item);
    });
  }

  private async withRetraining(actor: Actor, before: LearningItem, item: LearningItem): Promise<Reversion> {
    if (!isOfIntents(before) || item.written) return { item };
    const { sessionId } = await this.examples.retrain(actor, item.botId);
    return sessionId === undefined ? { item } : { item, trainingSessionId: sessionId };
  }

  private async require(actor: Actor, id: string): Promise<LearningItem> {
    const item = isUuid(id) ? await this.items.find(actor.teamId, id) : undefined;
    if (!item) throw learningErrors.not_found();
    return item;
  }
}

function isOfIntents({ type, written }: LearningItem): boolean {
  return type === 'intent_pattern' && written !== null;
}
