import { MINUTE_MS } from '#kernel';
import type { Exchange } from '../webhooks.types';
import { askedWaitMs } from './retry-plan';

/** How a webhook's receiver fares. */
export interface WebhookCondition {
  /** First failure since the last success. */
  failingSince: Date | null;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  pausedUntil: Date | null;
}

/** What attempts have told of it; null where they told nothing. */
export interface ConditionNews {
  successAt: Date | null;
  failureAt: Date | null;
  /** First failure after the last success of these; null when the last was a success. */
  failingSince: Date | null;
  pausedUntil: Date | null;
}

/** Times of the last success and failure are written no more often: they are for people to read. */
const PRECISION_MS = MINUTE_MS;

/** HTTP 410: the receiver wants nothing more, ever. */
const GONE = 410;

export function isGone({ responseStatus }: Exchange): boolean {
  return responseStatus === GONE;
}

/** For a while, or for good. */
export function wantsToBeLeftAlone(exchange: Exchange): boolean {
  return exchange.retryAfterMs !== null || isGone(exchange);
}

/** @param exchanges in the order of their ends */
export function newsOf(exchanges: readonly Exchange[]): ConditionNews {
  const news: ConditionNews = { successAt: null, failureAt: null, failingSince: null, pausedUntil: null };
  for (const exchange of exchanges) {
    const endedAt = new Date(exchange.startedAt.getTime() + exchange.durationMs);
    if (exchange.outcome === 'delivered') {
      news.successAt = endedAt;
      news.failingSince = null;
    } else {
      news.failureAt = endedAt;
      news.failingSince ??= endedAt;
    }
    if (exchange.retryAfterMs !== null) {
      const untilMs = endedAt.getTime() + askedWaitMs(exchange.retryAfterMs);
      news.pausedUntil = new Date(Math.max(untilMs, news.pausedUntil?.getTime() ?? 0));
    }
  }
  return news;
}

/** Whether the news say anything that is not known and worth a write. */
export function isWorthWriting(known: WebhookCondition, news: ConditionNews): boolean {
  const isFailing = news.failingSince !== null;
  const begins = isFailing && known.failingSince === null;
  const ends = !isFailing && news.successAt !== null && known.failingSince !== null;
  return (
    begins ||
    ends ||
    news.pausedUntil !== null ||
    isOld(known.lastSuccessAt, news.successAt) ||
    isOld(known.lastFailureAt, news.failureAt)
  );
}

function isOld(known: Date | null, at: Date | null): boolean {
  if (at === null) return false;
  return known === null || at.getTime() - known.getTime() >= PRECISION_MS;
}
