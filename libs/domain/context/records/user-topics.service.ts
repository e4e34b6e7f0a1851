import { Injectable } from '@nestjs/common';
import { BotLookup } from '#domain/bots';
import { type Actor, Clock, isUuid, type Page, type PageRequest } from '#kernel';
import { contextErrors } from '../context.errors';
import { isOwnerGone } from './owner-gone';
import type { GivenTopic, UserTopic } from './records.types';
import { UserTopicQueries } from './user-topics.queries';

/** What end users speak of. */
@Injectable()
export class UserTopics {
  constructor(
    private readonly bots: BotLookup,
    private readonly queries: UserTopicQueries,
    private readonly clock: Clock,
  ) {}

  /** What was spoken of last first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, userRef: string, request: PageRequest): Promise<Page<UserTopic>> {
    await this.bots.get(actor, botId);
    const { page, limit } = request;
    const items = await this.queries.list({ botId, userRef }, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count({ botId, userRef }), page, limit };
  }

  /** Of one name there is one topic. @throws `bots.not_found` */
  async put(
    actor: Actor,
    botId: string,
    userRef: string,
    topic: GivenTopic,
  ): Promise<{ topic: UserTopic; isNew: boolean }> {
    await this.bots.get(actor, botId);
    return this.queries.put(actor.teamId, { botId, userRef }, topic, this.clock.now()).catch((error: unknown) => {
      throw isOwnerGone(error) ? this.bots.gone(botId) : error;
    });
  }

  /** @throws `bots.not_found`, `context.topic_not_found` */
  async delete(actor: Actor, botId: string, userRef: string, id: string): Promise<void> {
    await this.bots.get(actor, botId);
    const deleted = isUuid(id) ? await this.queries.delete({ botId, userRef }, id) : 0;
    if (deleted === 0) throw contextErrors.topic_not_found();
  }
}
