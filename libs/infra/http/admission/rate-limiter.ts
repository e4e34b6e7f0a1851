import { Inject, Injectable, Logger } from '@nestjs/common';
import { ThrottlerStorage } from '@nestjs/throttler';
import { Config } from '#infra/config';
import { type Actor, AppError, Clock, principalOf, SECOND_MS } from '#kernel';
import type { Dialect, RateLimit, RequestHead } from '../dialect';
import { networkOf } from './network-of';

/** What the headers tell, and whether the call may go on. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** End of the window, Unix seconds. */
  resetAt: number;
  exceeded: AppError | undefined;
}

interface Caller {
  head: RequestHead;
  dialect: Dialect;
  actor: Actor | undefined;
  ip: string;
}

/** Of one window. */
interface Counted {
  hits: number;
  secondsLeft: number;
}

@Injectable()
export class RateLimiter {
  private readonly logger = new Logger(RateLimiter.name);
  private readonly multiplier: number;

  constructor(
    @Inject(ThrottlerStorage) private readonly storage: ThrottlerStorage,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.multiplier = config.http.rateLimitMultiplier;
  }

  /** Counts the call. Undefined when its dialect has no counter for the path. */
  async take(caller: Caller): Promise<Allowance | undefined> {
    const rate = caller.dialect.rateLimit(caller.head, caller.actor);
    if (!rate) return undefined;
    const limit = this.limitOf(rate);
    const counted = rate.exempt ? undefined : await this.count(caller, rate, limit);
    return this.allowance(rate, limit, counted);
  }

  /** Of a call that is not counted, since nobody was asked who makes it: as of a stranger's first. */
  untouched({ head, dialect }: Pick<Caller, 'head' | 'dialect'>): Allowance | undefined {
    const rate = dialect.rateLimit(head, undefined);
    return rate && this.allowance(rate, this.limitOf(rate), undefined);
  }

  private limitOf({ limit }: RateLimit): number {
    return Math.max(1, Math.floor(limit * this.multiplier));
  }

  private allowance(rate: RateLimit, limit: number, counted: Counted | undefined): Allowance {
    const { hits, secondsLeft } = counted ?? { hits: 0, secondsLeft: rate.windowMs / SECOND_MS };
    return {
      limit,
      remaining: Math.max(0, limit - hits),
      resetAt: Math.ceil(this.clock.nowMs() / SECOND_MS + secondsLeft),
      exceeded: hits > limit ? tooMany(limit, rate, secondsLeft) : undefined,
    };
  }

  /** Undefined when the storage fails: an unreachable counter must not take the service down with it. */
  private async count({ dialect, actor, ip }: Caller, rate: RateLimit, limit: number): Promise<Counted | undefined> {
    const caller = actor ? callerOf(actor, rate) : `ip:${networkOf(ip)}`;
    const key = `${dialect.name}:${rate.bucket}:${caller}`;
    try {
      const record = await this.storage.increment(key, rate.windowMs, limit, 0, rate.bucket);
      return { hits: record.totalHits, secondsLeft: record.timeToExpire };
    } catch (error) {
      this.logger.warn(`The rate limit could not be counted, the call passes: ${String(error)}`);
      return undefined;
    }
  }
}

function callerOf(actor: Actor, { per }: RateLimit): string {
  return per === 'team' ? `team:${actor.teamId}` : principalOf(actor);
}

function tooMany(limit: number, rate: RateLimit, secondsLeft: number): AppError {
  const seconds = Math.max(1, Math.ceil(secondsLeft));
  const message = `More than ${limit} requests within ${rate.windowMs / SECOND_MS} seconds. Try again in ${seconds} seconds.`;
  return new AppError('http.rate_limited', 'rate_limited', message, { retryAfterMs: seconds * SECOND_MS });
}
