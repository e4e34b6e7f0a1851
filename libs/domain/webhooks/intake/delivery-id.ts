import { createHash } from 'node:crypto';

/** Hexadecimal digits of the time at the beginning of a UUIDv7. */
const TIME_DIGITS = 12;
const VARIANTS = '89ab';

/**
 * The key of the delivery of one event, under one name, to one webhook: the same whenever it is made, so that an event which
 * is heard twice is one delivery. A UUIDv7 (RFC 9562 §5.7) of the event's own time; where that has random bits, this has
 * the beginning of a SHA-256.
 */
export function deliveryId(eventId: string, webhookId: string, name: string): string {
  const digest = createHash('sha256').update(`${eventId} ${webhookId} ${name}`).digest('hex');
  const time = eventId.replaceAll('-', '').slice(0, TIME_DIGITS);
  const variant = VARIANTS[Number.parseInt(digest.slice(3, 4), 16) % VARIANTS.length];
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${digest.slice(0, 3)}`,
    `${variant}${digest.slice(4, 7)}`,
    digest.slice(7, 19),
  ].join('-');
}
