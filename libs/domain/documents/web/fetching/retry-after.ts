/** How long a server wants to be left alone (RFC 9110, section 10.2.3), in milliseconds; undefined when it does not say. */
export function retryAfterMs(header: string, nowMs: number): number | undefined {
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  // Date.parse takes almost any number for a date.
  const until = /^[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - nowMs);
}
