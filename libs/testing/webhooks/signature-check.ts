/**
 * Checks what a delivery is signed with as its receiver would, written from the descriptions of both header families and
 * without a line of the product: `X-Webhook-Signature` is the hexadecimal HMAC-SHA256 of the raw body under the secret;
 * Standard Webhooks (https://www.standardwebhooks.com, "Signature scheme") signs `id.timestamp.body`, and its key is the
 * decoded rest of a secret that begins with `whsec_`.
 */
import { createHmac } from 'node:crypto';
import type { ReceivedDelivery } from './webhook-sink';

const STANDARD_PREFIX = 'whsec_';
/** What Standard Webhooks gives clocks and networks. */
const TOLERANCE_S = 5 * 60;

/** What is wrong with the signatures and the headers that go with them, a sentence each; nothing when they hold. */
export function signatureFaults(delivery: ReceivedDelivery, secret: string): string[] {
  return [
    ...(holdsPlainSignature(delivery, secret) ? [] : ['X-Webhook-Signature is not of this body and secret.']),
    ...(holdsStandardSignature(delivery, secret) ? [] : ['webhook-signature is not of this body and secret.']),
    ...headerFaults(delivery),
  ];
}

/** `X-Webhook-Signature`, which is made with the newest secret only. */
export function holdsPlainSignature({ headers, body }: ReceivedDelivery, secret: string): boolean {
  return headers['x-webhook-signature'] === `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** `webhook-signature`, which may hold several, of which one must be right. */
export function holdsStandardSignature({ headers, body }: ReceivedDelivery, secret: string): boolean {
  const key = secret.startsWith(STANDARD_PREFIX)
    ? Buffer.from(secret.slice(STANDARD_PREFIX.length), 'base64')
    : Buffer.from(secret, 'utf8');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const wanted = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return (headers['webhook-signature'] ?? '').split(' ').includes(wanted);
}

function headerFaults({ headers, body, atMs }: ReceivedDelivery): string[] {
  const { id, event } = JSON.parse(body);
  const sentS = Number(headers['webhook-timestamp']);
  const agrees: Array<[string, boolean]> = [
    ['webhook-id', headers['webhook-id'] === id],
    ['x-webhook-id', headers['x-webhook-id'] === id],
    ['x-webhook-event', headers['x-webhook-event'] === event],
    ['webhook-timestamp', Math.abs(atMs / 1_000 - sentS) < TOLERANCE_S],
    ['x-webhook-timestamp', headers['x-webhook-timestamp'] === headers['webhook-timestamp']],
    ['content-type', headers['content-type'] === 'application/json'],
    ['user-agent', headers['user-agent'] === 'ChatbotPlatform/1.0'],
  ];
  return agrees.flatMap(([name, isRight]) => (isRight ? [] : [`${name} is ${headers[name]}.`]));
}
