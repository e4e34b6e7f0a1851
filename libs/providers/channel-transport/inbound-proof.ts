/**
 * Proofs that a call is the platform's. Compared in constant time; of what is no proof at all the form alone decides, which
 * tells nothing of the secret.
 */
import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { channelTransportErrors } from './channel-transport.errors';

/** How far the clock of a platform may be off, and how late a call may come (Slack, "Verifying requests from Slack"). */
export const MAX_CALL_AGE_S = 300;

const SHA256_HEX = /^[0-9a-f]{64}$/i;
const ED25519_HEX = /^[0-9a-f]{128}$/i;
const ED25519_KEY_HEX = /^[0-9a-f]{64}$/i;
const UNIX_SECONDS = /^\d{1,11}$/;
/** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410, section 4). */
const ED25519_SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether a text is the secret; its length is not told either. */
export function isSecret(given: string | undefined, secret: string): boolean {
  if (given === undefined || secret === '') return false;
  return timingSafeEqual(digestOf(given), digestOf(secret));
}

/** @param signature hexadecimal, of HMAC-SHA256 over the parts */
export function isHmac(
  signature: string | undefined,
  secret: string,
  ...parts: ReadonlyArray<string | Buffer>
): boolean {
  if (signature === undefined || secret === '' || !SHA256_HEX.test(signature)) return false;
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return timingSafeEqual(hmac.digest(), Buffer.from(signature, 'hex'));
}

/**
 * @param publicKey 32 bytes, hexadecimal
 * @throws AppError `channel_transport.not_configured` when the key is none
 */
export function isEd25519(signature: string | undefined, publicKey: string, message: Buffer): boolean {
  if (!ED25519_KEY_HEX.test(publicKey)) {
    throw channelTransportErrors.not_configured({ message: 'The public key must be 64 hexadecimal digits.' });
  }
  if (signature === undefined || !ED25519_HEX.test(signature)) return false;
  const key = Buffer.concat([ED25519_SPKI_PREFIX, Buffer.from(publicKey, 'hex')]);
  return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), Buffer.from(signature, 'hex'));
}

/** Whether a call was signed just now: what is older may be a recording of somebody else. */
export function isFresh(unixSeconds: string | undefined, now: Date): unixSeconds is string {
  if (unixSeconds === undefined || !UNIX_SECONDS.test(unixSeconds)) return false;
  return Math.abs(now.getTime() / 1_000 - Number(unixSeconds)) <= MAX_CALL_AGE_S;
}

/** @throws AppError `channel_transport.not_configured` */
export function credentialOf(credentials: Readonly<Record<string, string>>, name: string): string {
  const value = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
  if (value === undefined || value.trim() === '') {
    throw channelTransportErrors.not_configured({ message: `The channel lacks ${name}.` });
  }
  return value;
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
