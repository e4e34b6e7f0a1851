import { defineCounter, defineHistogram } from '#infra/metrics';
import { SECOND_MS } from '#kernel';
import type { EndedAttempt } from './delivery.types';

const attempts = defineCounter({
  name: 'webhook_attempts_total',
  help: 'Requests to webhooks by how they ended; cut off are those whose end nobody waited for.',
  labels: ['outcome'],
});

const duration = defineHistogram({
  name: 'webhook_attempt_duration_seconds',
  help: 'From the beginning of a request to a webhook to the end of its answer, whatever the end.',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
});

const delay = defineHistogram({
  name: 'webhook_delivery_delay_seconds',
  help: 'From an event to its delivery, retries included; not of what was sent again on request.',
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300, 1_800, 7_200, 43_200, 86_400],
});

const disabled = defineCounter({
  name: 'webhook_disabled_total',
  help: 'Webhooks that were switched off because of their receivers, by reason.',
  labels: ['reason'],
});

export function countAttempt({ delivery, exchange }: EndedAttempt): void {
  attempts.with(exchange?.outcome ?? 'cut_off').add();
  if (exchange === undefined) return;
  duration.with().observe(exchange.durationMs / SECOND_MS);
  const isFirstRound = delivery.number === delivery.failures + 1;
  if (exchange.outcome !== 'delivered' || !isFirstRound) return;
  const deliveredMs = exchange.startedAt.getTime() + exchange.durationMs;
  delay.with().observe(Math.max(0, deliveredMs - delivery.createdAt.getTime()) / SECOND_MS);
}

export function countDisabled(reason: string): void {
  disabled.with(reason).add();
}
