import { z } from 'zod';
import { AppError, ERROR_KINDS, MINUTE_MS } from '#kernel';
import { defineJob } from './job';
import { backoffMs, mayPass } from './retry-policy';

const job = defineJob({
  name: 'test.retry-policy',
  payload: z.object({}),
  attempts: 9,
  backoffMs: 1_000,
  timeoutMs: 1_000,
});

describe('the retry policy', () => {
  test('runs again after failures that may pass, and after no others', () => {
    const passing = ERROR_KINDS.filter((kind) => mayPass(new AppError('test.failed', kind, 'Failed.')));
    expect(passing).toEqual(['rate_limited', 'unavailable', 'internal']);
    expect(mayPass(new TypeError('unforeseen'))).toBe(true);
  });

  test('doubles the wait with each run, up to 15 minutes', () => {
    const waits = [1, 2, 3, 30].map((attempt) => backoffMs(job, attempt, new Error(), 0.5));
    expect(waits).toEqual([1_000, 2_000, 4_000, 15 * MINUTE_MS]);
  });

  test('varies the wait by a quarter', () => {
    expect(backoffMs(job, 1, new Error(), 0)).toBe(750);
    expect(backoffMs(job, 1, new Error(), 1)).toBe(1_250);
  });

  test('waits as long as the error asks for', () => {
    const error = new AppError('llm.busy', 'rate_limited', 'Busy.', { retryAfterMs: 17_000 });
    expect(backoffMs(job, 3, error)).toBe(17_000);
  });
});
