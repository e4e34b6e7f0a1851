/** Many events at once: how fast they reach the healthy receivers, and what the others do to that. */
import { newId } from '../../libs/kernel';
import { cpuMsBetween, cpuMsOfEach } from '../chat/processes';
import type { Product } from './product';
import type { Sinks } from './sinks';

const POLL_MS = 50;
/** Nothing new came for so long: what is missing counts as lost. */
const STALL_LIMIT_MS = 60_000;

export const EVENT = 'message.received';

/** As a chat turn leaves it in the outbox. */
export function eventData() {
  return {
    botId: newId(),
    conversationId: newId(),
    sessionKey: `session_${newId()}`,
    userRef: 'user_42',
    messageId: newId(),
    content: 'When does the parcel that I ordered last week arrive? The tracking page has not changed since Monday.',
  };
}

export interface BurstResult {
  /** At the healthy receivers. */
  received: number;
  missing: number;
  /** Requests of deliveries that had come before. */
  again: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU a delivery, of the process that delivers and of PostgreSQL. */
  deliveringMs: number;
  databaseMs: number;
}

/**
 * @param urls of all webhooks of the team, the healthy ones among them
 * @param events that each of them hears
 */
export async function burst(
  product: Product,
  sinks: Sinks,
  urls: readonly string[],
  events: number,
): Promise<BurstResult> {
  const listeners = await product.listen(urls, [EVENT]);
  await sinks.reset();
  const databasePids = await product.databasePids();
  const used = () => [cpuMsOfEach([product.deliveringPid]), cpuMsOfEach(databasePids)] as const;
  const before = used();
  await commitEvents(product, listeners.teamId, events);
  await product.wake();
  await untilReceived(sinks, events * sinks.healthy.length);
  const after = used();
  const result = await resultOf(sinks, events * sinks.healthy.length);
  await listeners.remove();
  const perDelivery = (part: 0 | 1) => cpuMsBetween(before[part], after[part]) / result.received;
  return { ...result, deliveringMs: perDelivery(0), databaseMs: perDelivery(1) };
}

/** In one statement, as if they had all happened in one moment. */
async function commitEvents(product: Product, teamId: string, events: number): Promise<void> {
  const ids = Array.from({ length: events }, newId);
  const data = ids.map(() => JSON.stringify(eventData()));
  await product.query(
    `insert into outbox (id, team_id, name, data, occurred_at)
     select id, $2, $3, data, clock_timestamp() from unnest($1::uuid[], $4::jsonb[]) as e (id, data)`,
    [ids, teamId, EVENT, data],
  );
}

async function untilReceived(sinks: Sinks, wanted: number): Promise<void> {
  let [most, sinceMs] = [0, performance.now()];
  while (most < wanted && performance.now() < sinceMs + STALL_LIMIT_MS) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const { distinct } = await sinks.counts();
    if (distinct > most) [most, sinceMs] = [distinct, performance.now()];
  }
}

async function resultOf(sinks: Sinks, wanted: number): Promise<Omit<BurstResult, 'deliveringMs' | 'databaseMs'>> {
  const { requests, distinct, firstAtMs, lastAtMs } = await sinks.counts();
  const latenciesMs = await sinks.latenciesMs();
  return {
    received: distinct,
    missing: wanted - distinct,
    again: requests - distinct,
    perSecond: (distinct * 1_000) / (lastAtMs - firstAtMs),
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
  };
}

/** @param sorted least first */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
