import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import { LookupCache } from '#infra/caching';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, type AppError, Clock, isUuid, opensBot, SECOND_MS } from '#kernel';
import { BotEntity } from './bot.entity';
import { botErrors } from './bots.errors';
import { botChanged } from './bots.notices';
import type { Bot } from './bots.types';

/** Changes are told at once by notices; the time is for those that get lost. */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 1_000 };

/** Bots for whoever answers with them: a chat turn asks no database for its bot. A change may be seen some milliseconds late. */
@Injectable()
export class BotLookup {
  private readonly byId: LookupCache<Readonly<Bot>>;
  private readonly bySlugs: LookupCache<Readonly<Bot>>;
  private readonly defaults: LookupCache<Readonly<Bot>>;

  constructor(
    private readonly database: Database,
    notices: Notices,
    clock: Clock,
  ) {
    this.byId = new LookupCache(clock, LIMITS);
    // Whoever has made a bot in one process may ask another for it before the notice is there.
    this.bySlugs = new LookupCache(clock, { ...LIMITS, maxMissing: 0 });
    this.defaults = new LookupCache(clock, { ...LIMITS, maxMissing: 0 });
    notices.on(botChanged, ({ botId, teamId, slug }) => {
      this.byId.forgetKey(botId);
      this.bySlugs.forgetKey(slugKey(teamId, slug));
      this.defaults.forgetKey(teamId);
    });
    notices.onGap(() => {
      this.byId.clear();
      this.bySlugs.clear();
      this.defaults.clear();
    });
  }

  /** As BotsService.get. @throws `bots.not_found` */
  async get(actor: Actor, botId: string): Promise<Readonly<Bot>> {
    const isOpen = isUuid(botId) && (actor.kind !== 'key' || opensBot(actor, botId.toLowerCase()));
    const bot = isOpen ? await this.byId.get(botId, () => this.read({ id: botId })) : undefined;
    if (bot?.teamId !== actor.teamId) throw botErrors.not_found();
    return bot;
  }

  /** Undefined when the team has no such bot. */
  bySlug(teamId: string, slug: string): Promise<Readonly<Bot> | undefined> {
    return this.bySlugs.get(slugKey(teamId, slug), () => this.read({ teamId, slug }));
  }

  /** The bot of callers who name none; undefined until it was needed. By bot_default_key. */
  defaultOf(teamId: string): Promise<Readonly<Bot> | undefined> {
    return this.defaults.get(teamId, () => this.read({ teamId, isDefault: true }));
  }

  /** As `bySlug`, but as the row says now: for whoever may come right after a change that another process has made. */
  currentBySlug(teamId: string, slug: string): Promise<Readonly<Bot> | undefined> {
    return this.read({ teamId, slug });
  }

  /** Forgets a bot that turned out to be deleted, as those of a deleted team, of which no notice tells; gives the error to throw. */
  gone(botId: string): AppError {
    this.byId.forgetKey(botId);
    this.bySlugs.forget(({ id }) => id === botId);
    this.defaults.forget(({ id }) => id === botId);
    return botErrors.not_found();
  }

  /** By bot_pkey, bot_team_id_slug_key or bot_default_key. */
  private async read(where: FindOptionsWhere<BotEntity>): Promise<Readonly<Bot> | undefined> {
    const bot = await this.database.repository(BotEntity).findOneBy(where);
    return bot ? Object.freeze(bot) : undefined;
  }
}

function slugKey(teamId: string, slug: string): string {
  return `${teamId} ${slug}`;
}
