import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, type AppError, Clock, isUuid, SECOND_MS } from '#kernel';
import { BotEntity } from './bot.entity';
import { botErrors } from './bots.errors';
import { botChanged } from './bots.notices';
import type { Bot } from './bots.types';

/** Changes are told at once by notices; the time is for those that get lost. */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 1_000 };

/** Bots for whoever answers with them: a chat turn asks no database for its bot. */
@Injectable()
export class BotLookup {
  private readonly cache: LookupCache<Readonly<Bot>>;

  constructor(
    private readonly database: Database,
    notices: Notices,
    clock: Clock,
  ) {
    this.cache = new LookupCache(clock, LIMITS);
    notices.on(botChanged, ({ botId }) => this.cache.forgetKey(botId));
    notices.onGap(() => this.cache.clear());
  }

  /** As BotsService.get; a change may be seen some milliseconds late. @throws `bots.not_found` */
  async get({ teamId }: Actor, botId: string): Promise<Readonly<Bot>> {
    const bot = isUuid(botId) ? await this.cache.get(botId, () => this.read(botId)) : undefined;
    if (bot?.teamId !== teamId) throw botErrors.not_found();
    return bot;
  }

  /** Forgets a bot that turned out to be deleted, as those of a deleted team, of which no notice tells; gives the error to throw. */
  gone(botId: string): AppError {
    this.cache.forgetKey(botId);
    return botErrors.not_found();
  }

  private async read(botId: string): Promise<Readonly<Bot> | undefined> {
    const bot = await this.database.repository(BotEntity).findOneBy({ id: botId });
    return bot ? Object.freeze(bot) : undefined;
  }
}
