import type { Exchange } from '../webhooks.types';
import { isWorthWriting, newsOf, type WebhookCondition } from './webhook-condition';

const START_MS = Date.parse('2026-03-01T12:00:00.000Z');
const at = (seconds: number) => new Date(START_MS + seconds * 1_000);

function ended(seconds: number, outcome: Exchange['outcome'], retryAfterMs: number | null = null): Exchange {
  return { startedAt: at(seconds - 1), durationMs: 1_000, outcome, retryAfterMs } as Exchange;
}

describe('what attempts tell of a webhook', () => {
  test('is when it last succeeded and failed, and since when it fails', () => {
    expect(
      newsOf([ended(1, 'refused'), ended(2, 'delivered'), ended(3, 'timed_out'), ended(4, 'unreachable')]),
    ).toEqual({
      successAt: at(2),
      failureAt: at(4),
      failingSince: at(3),
      pausedUntil: null,
    });
    expect(newsOf([ended(1, 'refused'), ended(2, 'delivered')])).toMatchObject({
      failureAt: at(1),
      failingSince: null,
    });
  });

  test('is until when it wants to be left alone, the longest of them', () => {
    const exchanges = [ended(1, 'refused', 60_000), ended(2, 'refused', 5_000), ended(3, 'refused', 0)];
    expect(newsOf(exchanges).pausedUntil).toEqual(at(61));
  });
});

describe('the news of a webhook', () => {
  const known: WebhookCondition = { failingSince: null, lastSuccessAt: at(0), lastFailureAt: null, pausedUntil: null };
  const worth = (before: Partial<WebhookCondition>, ...exchanges: Exchange[]) =>
    isWorthWriting({ ...known, ...before }, newsOf(exchanges));

  test('are not written for each of many successes, but once a minute', () => {
    expect(worth({}, ended(59, 'delivered'))).toBe(false);
    expect(worth({}, ended(60, 'delivered'))).toBe(true);
    expect(worth({ lastSuccessAt: null }, ended(1, 'delivered'))).toBe(true);
  });

  test('are written when it begins to fail, not for each failure after', () => {
    expect(worth({}, ended(1, 'refused'))).toBe(true);
    expect(worth({ failingSince: at(1), lastFailureAt: at(1) }, ended(2, 'refused'))).toBe(false);
    expect(worth({ failingSince: at(1), lastFailureAt: at(1) }, ended(61, 'refused'))).toBe(true);
  });

  test('are written when it ends to fail, and when it wants to be left alone', () => {
    expect(worth({ failingSince: at(1), lastFailureAt: at(1) }, ended(2, 'delivered'))).toBe(true);
    expect(worth({ failingSince: at(1), lastFailureAt: at(1) }, ended(2, 'refused', 1_000))).toBe(true);
  });

  test('are none without attempts whose end is known', () => {
    expect(worth({})).toBe(false);
  });
});
