import { Injectable } from '@nestjs/common';
import { BotLookup } from '#domain/bots';
import { type Actor, Clock, isUuid, type Page } from '#kernel';
import { contextErrors } from '../context.errors';
import { isOwnerGone } from './owner-gone';
import type { EntityListRequest, GivenEntity, UserEntity } from './records.types';
import { UserEntityQueries } from './user-entities.queries';

/** What end users have named, and what callers say of them. */
@Injectable()
export class UserEntities {
  constructor(
    private readonly bots: BotLookup,
    private readonly queries: UserEntityQueries,
    private readonly clock: Clock,
  ) {}

  /** What was mentioned last first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, userRef: string, request: EntityListRequest): Promise<Page<UserEntity>> {
    await this.bots.get(actor, botId);
    const { page, limit, type } = request;
    const items = await this.queries.list({ botId, userRef }, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count({ botId, userRef }, type), page, limit };
  }

  /** One of the same type and value is replaced. @throws `bots.not_found` */
  async put(actor: Actor, botId: string, userRef: string, entity: GivenEntity): Promise<UserEntity> {
    await this.bots.get(actor, botId);
    return this.queries.put(actor.teamId, { botId, userRef }, entity, this.clock.now()).catch((error: unknown) => {
      throw isOwnerGone(error) ? this.bots.gone(botId) : error;
    });
  }

  /** @throws `bots.not_found`, `context.entity_not_found` */
  async delete(actor: Actor, botId: string, userRef: string, id: string): Promise<void> {
    await this.bots.get(actor, botId);
    const deleted = isUuid(id) ? await this.queries.delete({ botId, userRef }, id) : 0;
    if (deleted === 0) throw contextErrors.entity_not_found();
  }
}
