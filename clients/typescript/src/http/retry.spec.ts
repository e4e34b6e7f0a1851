import {
  ConflictError,
  ConnectionError,
  NotFoundError,
  type ParleyError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../errors';
import { backoffMs, waitBeforeRetryMs } from './retry';
import { retryAfterMsOf } from './retry-after';

const POLICY = { maxRetries: 2, maxRetryAfterMs: 60_000 };
const isRetried = (error: ParleyError, isIdempotent: boolean) =>
  waitBeforeRetryMs(error, POLICY, isIdempotent, 0) !== undefined;

test.each([
  ['429', new RateLimitError('', { status: 429 }), true, true],
  ['503 with Retry-After', new ServerError('', { status: 503, retryAfterMs: 10 }), true, true],
  ['409 while the same is executed', new ConflictError('', { status: 409, retryAfterMs: 10 }), true, true],
  ['409', new ConflictError('', { status: 409 }), false, false],
  ['a refused connection', new ConnectionError('', { isUnsent: true }), true, true],
  ['503', new ServerError('', { status: 503 }), true, false],
  ['502', new ServerError('', { status: 502 }), true, false],
  ['504', new ServerError('', { status: 504 }), true, false],
  ['a broken connection', new ConnectionError(''), true, false],
  ['silence', new TimeoutError(''), true, false],
  ['500', new ServerError('', { status: 500 }), false, false],
  ['404', new NotFoundError('', { status: 404 }), false, false],
])('after %s: what may be done twice is sent again: %j; anything else: %j', (_, error, idempotent, other) => {
  expect([isRetried(error, true), isRetried(error, false)]).toEqual([idempotent, other]);
});

test('there are as many attempts more as were allowed', () => {
  const waits = [0, 1, 2].map((attempt) => waitBeforeRetryMs(new TimeoutError(''), POLICY, true, attempt));
  expect(waits).toEqual([expect.any(Number), expect.any(Number), undefined]);
});

test('nobody comes back before the server wants it, and not at all when that is too far away', () => {
  const refused = (retryAfterMs: number) => new RateLimitError('', { status: 429, retryAfterMs });
  expect(waitBeforeRetryMs(refused(5_000), POLICY, false, 0)).toBeGreaterThanOrEqual(5_000);
  expect(waitBeforeRetryMs(refused(60_001), POLICY, true, 0)).toBeUndefined();
});

test('waits double up to a limit, and anything down to nothing is as likely', () => {
  expect([0, 1, 2, 3, 4, 5].map((attempt) => backoffMs(attempt, 1))).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  expect([0, 0.25, 0.5].map((chance) => backoffMs(1, chance))).toEqual([0, 250, 500]);
});

test.each([
  ['120', 120_000],
  ['0', 0],
  [' 1.5 ', 1_500],
  ['Thu, 01 Jan 1970 00:01:40 GMT', 90_000],
  ['Thu, 01 Jan 1970 00:00:05 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %j is %j ms, ten seconds after midnight', (value, expected) => {
  expect(retryAfterMsOf(value, 10_000)).toBe(expected);
});
