import { Injectable } from '@nestjs/common';
import { type Bot, BotsService } from '#domain/bots';
import { endUserErased } from '#domain/context';
import { LookupCache } from '#infra/caching';
import { Notices } from '#infra/notices';
import { type Actor, Clock, MINUTE_MS, requireScope } from '#kernel';
import { analyticsErrors } from '../analytics.errors';
import { TimeZone } from '../figures/time-zone';
import type { Insights, InsightsRequest } from './insights.types';
import { InsightsComputing } from './insights-computing.service';

/** Some hundred kilobytes each at most, and computed again when they are asked for. */
const LIMITS = { ttlMs: 5 * MINUTE_MS, maxFound: 200, maxMissing: 1 };
/** Who wants them computed anew all the time gets a tenth of that time for it. */
const RESTS_PER_COMPUTATION = 10;

interface Computed {
  insights: Insights;
  finishedMs: number;
  tookMs: number;
}

/** What happened with a bot in a period, what is wrong with it and what would mend it. Remembered for a few minutes. */
@Injectable()
export class InsightsService {
  private readonly remembered: LookupCache<Computed>;
  /** One at a time: whoever asks for all periods at once waits, not everybody else. */
  private lastComputation: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly bots: BotsService,
    private readonly computing: InsightsComputing,
    private readonly clock: Clock,
    notices: Notices,
  ) {
    this.remembered = new LookupCache(clock, LIMITS);
    notices.on(endUserErased, ({ botId }) => {
      if (botId === null) this.remembered.clear();
      else this.remembered.forget(({ insights }) => insights.botId === botId);
    });
    notices.onGap(() => this.remembered.clear());
  }

  /** @throws `actor.scope_missing`, `bots.not_found`, `analytics.unknown_time_zone` */
  async of(actor: Actor, botId: string, request: InsightsRequest): Promise<Insights> {
    requireScope(actor, 'analytics:read');
    const bot = await this.bots.get(actor, botId);
    if (TimeZone.named(request.timeZone) === undefined) throw analyticsErrors.unknown_time_zone();
    const key = `${bot.id} ${request.period} ${request.timeZone}`;
    const known = await this.computed(key, actor, bot, request);
    if (!request.isFresh || this.isRecent(known)) return known.insights;
    this.remembered.forgetKey(key);
    return (await this.computed(key, actor, bot, request)).insights;
  }

  private async computed(key: string, actor: Actor, bot: Bot, request: InsightsRequest): Promise<Computed> {
    const computed = await this.remembered.get(key, () => this.inTurn(() => this.compute(actor, bot, request)));
    return computed as Computed;
  }

  private async compute(actor: Actor, bot: Bot, request: InsightsRequest): Promise<Computed> {
    const startedMs = this.clock.monotonicMs();
    const insights = await this.computing.compute(actor, bot, request);
    const finishedMs = this.clock.monotonicMs();
    return { insights, finishedMs, tookMs: finishedMs - startedMs };
  }

  private isRecent({ finishedMs, tookMs }: Computed): boolean {
    return this.clock.monotonicMs() - finishedMs <= RESTS_PER_COMPUTATION * tookMs;
  }

  private inTurn<T>(compute: () => Promise<T>): Promise<T> {
    const computation = this.lastComputation.then(compute, compute);
    this.lastComputation = computation.catch(() => undefined);
    return computation;
  }
}
