import type { RateLimit, RequestHead } from '#infra/http';
import { type Actor, HOUR_MS, type Plan } from '#kernel';

/** Requests per hour of a team, its visitors included. */
const PER_HOUR: Record<Plan, number> = { free: 100, starter: 1_000, pro: 10_000, enterprise: 100_000 };

const WIDGET = /^\/widget\.js\/?$/;

/** Decided from path and plan alone, so that it also holds for paths and methods that do not exist. */
export function supportRateLimit({ path }: RequestHead, actor: Actor | undefined): RateLimit {
  return {
    bucket: 'requests',
    limit: PER_HOUR[actor?.plan ?? 'free'],
    windowMs: HOUR_MS,
    per: 'team',
    // Every visitor of every page loads it.
    exempt: WIDGET.test(path),
  };
}
