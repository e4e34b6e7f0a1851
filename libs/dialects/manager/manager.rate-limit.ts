import type { RateLimit, RequestHead } from '#infra/http';
import { type Actor, MINUTE_MS, type Plan } from '#kernel';

/** Requests per minute of one key. */
const PER_MINUTE: Record<Plan, number> = { free: 60, starter: 60, pro: 300, enterprise: 1_000 };

const INBOUND = /^\/v1\/channels\/[^/]+\/webhook\/?$/;

/** Decided from path and plan alone, so that it also holds for paths and methods that do not exist. */
export function managerRateLimit({ path }: RequestHead, actor: Actor | undefined): RateLimit {
  return {
    bucket: 'requests',
    limit: PER_MINUTE[actor?.plan ?? 'free'],
    windowMs: MINUTE_MS,
    // A messenger sends the messages of all teams from a few addresses, and has no key.
    exempt: INBOUND.test(path),
  };
}
