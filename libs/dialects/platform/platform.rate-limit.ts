import type { RateLimit, RequestHead } from '#infra/http';
import { type Actor, MINUTE_MS, type Plan } from '#kernel';

/** Requests per minute and principal of a free team, by class of path. */
const PER_MINUTE = { register: 10, login: 20, auth: 20, conversation: 60, management: 30 };
type Bucket = keyof typeof PER_MINUTE;

const PLAN_FACTOR: Record<Plan, number> = { free: 1, starter: 2, pro: 5, enterprise: 20 };

/** Decided from the path alone, so that it also holds for paths and methods that do not exist. */
export function platformRateLimit({ path }: RequestHead, actor: Actor | undefined): RateLimit {
  const segments = path.split('/').filter((segment) => segment !== '');
  const bucket = bucketOf(segments.slice(2));
  return {
    bucket,
    limit: PER_MINUTE[bucket] * PLAN_FACTOR[actor?.plan ?? 'free'],
    windowMs: MINUTE_MS,
    exempt: segments.length === 3 && segments[2] === 'health',
  };
}

/** @param segments those below `/api/v1` */
function bucketOf([resource, second, third, fourth, ...rest]: readonly string[]): Bucket {
  if (resource === 'auth')
    return third === undefined && (second === 'register' || second === 'login') ? second : 'auth';
  if (resource !== 'chatbots' || rest.length > 0) return 'management';
  if (third === 'response-rating') return fourth === undefined ? 'conversation' : 'management';
  if (third !== 'conversation') return 'management';
  return fourth === undefined || fourth === 'history' ? 'conversation' : 'management';
}
