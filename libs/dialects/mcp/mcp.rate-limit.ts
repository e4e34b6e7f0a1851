import type { RateLimit } from '#infra/http';
import { type Actor, MINUTE_MS, type Plan } from '#kernel';

/** Requests per minute of a team: a client's handshake, its listings and its calls are one each. */
const PER_MINUTE: Record<Plan, number> = { free: 60, starter: 60, pro: 300, enterprise: 1_000 };

export function mcpRateLimit(actor: Actor | undefined): RateLimit {
  return { bucket: 'requests', limit: PER_MINUTE[actor?.plan ?? 'free'], windowMs: MINUTE_MS, per: 'team' };
}
