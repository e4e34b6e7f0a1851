import { renderMetrics } from '#infra/metrics';
import type { Exchange } from '../webhooks.types';
import type { ClaimedDelivery, EndedAttempt } from './delivery.types';
import { countAttempt, countDisabled } from './delivery-metrics';

const HAPPENED_MS = Date.parse('2026-03-01T12:00:00.000Z');

function ended(delivery: Partial<ClaimedDelivery>, exchange: Partial<Exchange> | undefined): EndedAttempt {
  return {
    delivery: { number: 1, failures: 0, createdAt: new Date(HAPPENED_MS), ...delivery } as ClaimedDelivery,
    exchange: exchange && ({ startedAt: new Date(HAPPENED_MS + 400), durationMs: 40, ...exchange } as Exchange),
  };
}

describe('the metrics of deliveries', () => {
  test('count attempts by outcome, and measure them', async () => {
    countAttempt(ended({}, { outcome: 'delivered' }));
    countAttempt(ended({ number: 2, failures: 1 }, { outcome: 'timed_out' }));
    countAttempt(ended({}, undefined));
    countDisabled('gone');
    const text = await renderMetrics();
    expect(text).toContain('webhook_attempts_total{outcome="delivered"} 1');
    expect(text).toContain('webhook_attempts_total{outcome="timed_out"} 1');
    expect(text).toContain('webhook_attempts_total{outcome="cut_off"} 1');
    expect(text).toContain('webhook_attempt_duration_seconds_count 2');
    expect(text).toContain('webhook_disabled_total{reason="gone"} 1');
  });

  test('measure from the event to its delivery, but not of what was sent again on request', async () => {
    countAttempt(ended({ number: 3, failures: 0 }, { outcome: 'delivered' }));
    const text = await renderMetrics();
    expect(text).toContain('webhook_delivery_delay_seconds_count 1');
    expect(text).toContain('webhook_delivery_delay_seconds_sum 0.44');
  });
});
