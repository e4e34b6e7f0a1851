import { SECOND_MS } from '#kernel';

const SECONDS = /^\d+$/;
/** IMF-fixdate, the form that RFC 9110, section 5.6.7, has everybody send. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The wait that a `Retry-After` asks for (RFC 9110, section 10.2.3): seconds or a date. Null when it says neither. */
export function retryAfterMs(value: string | string[] | undefined, nowMs: number): number | null {
  const text = (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
  if (SECONDS.test(text)) return Number(text) * SECOND_MS;
  const atMs = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
