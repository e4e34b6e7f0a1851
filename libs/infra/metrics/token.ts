import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether an `Authorization` header carries the token of the operator. Hashes are compared, so that neither the length
 * nor the first different character shows in the time it takes.
 */
export function isMetricsBearer(authorization: string | undefined, token: string | undefined): boolean {
  const presented = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (presented === undefined || token === undefined) return false;
  return timingSafeEqual(digest(presented), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
