import { Injectable } from '@nestjs/common';
import { BotLookup } from '#domain/bots';
import { type Actor, Clock } from '#kernel';
import { contextErrors } from '../context.errors';
import { isOwnerGone } from './owner-gone';
import type { UserContext } from './records.types';
import { UserContextQueries } from './user-contexts.queries';

/** The object that callers keep for each end user of a bot. */
@Injectable()
export class UserContexts {
  constructor(
    private readonly bots: BotLookup,
    private readonly queries: UserContextQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws `bots.not_found`, `context.not_found` */
  async get(actor: Actor, botId: string, userRef: string): Promise<UserContext> {
    await this.bots.get(actor, botId);
    const found = await this.queries.find({ botId, userRef });
    if (!found) throw contextErrors.not_found();
    return found;
  }

  /** Field by field: absent ones stay, null takes one away. @throws `bots.not_found`, `context.too_large` */
  async merge(actor: Actor, botId: string, userRef: string, change: Record<string, unknown>): Promise<UserContext> {
    await this.bots.get(actor, botId);
    const cleared = Object.keys(change).filter((name) => change[name] === null);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
    const stored = this.queries.merge(actor.teamId, { botId, userRef }, { given, cleared }, this.clock.now());
    const merged = await stored.catch((error: unknown) => {
      throw isOwnerGone(error) ? this.bots.gone(botId) : error;
    });
    if (!merged) throw contextErrors.too_large();
    return merged;
  }

  /** @throws `bots.not_found`, `context.not_found` */
  async delete(actor: Actor, botId: string, userRef: string): Promise<void> {
    await this.bots.get(actor, botId);
    if ((await this.queries.delete({ botId, userRef })) === 0) throw contextErrors.not_found();
  }
}
