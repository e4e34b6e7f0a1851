/**
 * Are webhooks genuine? Parley signs each of them twice: `X-Webhook-Signature: sha256=<hex>` is the HMAC-SHA256 of the body;
 * `webhook-signature` is that of Standard Webhooks (standardwebhooks.com), whose HMAC covers id and time, too.
 */
import { WebhookVerificationError } from './errors';

export interface WebhookEvent<Name extends string = string, Data = Record<string, unknown>> {
  /** The same in every attempt and replay. */
  id: string;
  event: Name;
  /** When it happened, ISO 8601. */
  timestamp: string;
  data: Data;
}

export interface WebhookDelivery {
  /** The body as it came, before any parsing. */
  body: string | Uint8Array;
  /** `Headers`, or an object as servers of Node have it. */
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Several while one is changed for another. */
  secret: string | readonly string[];
  /** How old, or how far ahead of your clock, a delivery may be. Five minutes unless given. */
  toleranceS?: number;
  /**
   * Which signature must be good: `standard` proves the time as well, so nobody can send an old delivery again. Unless given,
   * the standard one when there is one, else the plain one.
   */
  scheme?: 'standard' | 'plain';
  /** Unix time in seconds; for tests. */
  nowS?: number;
}

const DEFAULT_TOLERANCE_S = 300;
const PREFIX = 'whsec_';
const encoder = new TextEncoder();

type Bytes = Uint8Array<ArrayBuffer>;

/** What the delivery says. @throws WebhookVerificationError when it is not genuine, or too old */
export async function verifyWebhook<Event extends object = WebhookEvent>(delivery: WebhookDelivery): Promise<Event> {
  const headerOf = headerReader(delivery.headers);
  const body = typeof delivery.body === 'string' ? encoder.encode(delivery.body) : new Uint8Array(delivery.body);
  const secrets = typeof delivery.secret === 'string' ? [delivery.secret] : delivery.secret;
  if (secrets.length === 0 || secrets.includes('')) throw new TypeError('There is no secret.');
  const scheme = delivery.scheme ?? (headerOf('webhook-signature') === undefined ? 'plain' : 'standard');
  assertTimely(headerOf(scheme === 'standard' ? 'webhook-timestamp' : 'x-webhook-timestamp'), scheme, delivery);
  const isGenuine = scheme === 'standard' ? isStandard(headerOf, body, secrets) : isPlain(headerOf, body, secrets);
  if (!(await isGenuine)) throw new WebhookVerificationError('The signature is not of this body and secret.');
  return JSON.parse(new TextDecoder().decode(body)) as Event;
}

type HeaderReader = (name: string) => string | undefined;

function headerReader(headers: WebhookDelivery['headers']): HeaderReader {
  if (headers instanceof Headers) return (name) => headers.get(name) ?? undefined;
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const byName = new Map(entries);
  return (name) => byName.get(name)?.toString();
}

/** The plain signature does not cover the time, and other senders than ours may not tell it. */
function assertTimely(sent: string | undefined, scheme: 'standard' | 'plain', delivery: WebhookDelivery): void {
  if (sent === undefined && scheme === 'plain') return;
  const { toleranceS = DEFAULT_TOLERANCE_S, nowS = Date.now() / 1_000 } = delivery;
  if (sent === undefined || !/^\d+$/.test(sent))
    throw new WebhookVerificationError('There is no time of the delivery.');
  if (Math.abs(nowS - Number(sent)) > toleranceS)
    throw new WebhookVerificationError('The delivery is too old, or the clocks differ.');
}

async function isStandard(headerOf: HeaderReader, body: Bytes, secrets: readonly string[]): Promise<boolean> {
  const head = encoder.encode(`${headerOf('webhook-id')}.${headerOf('webhook-timestamp')}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  const given = (headerOf('webhook-signature') ?? '').split(' ').filter((one) => one.startsWith('v1,'));
  const signatures = given.map((one) => bytesOfBase64(one.slice(3)));
  return anyHolds(secrets.map(standardKey), signatures, signed);
}

async function isPlain(headerOf: HeaderReader, body: Bytes, secrets: readonly string[]): Promise<boolean> {
  // The second one is of the secret before, for a day after it was changed.
  const given = [headerOf('x-webhook-signature'), headerOf('x-webhook-signature-previous')];
  const signatures = given.map((one) => bytesOfHex(/^sha256=([0-9a-f]{64})$/i.exec(one?.trim() ?? '')?.[1]));
  return anyHolds(
    secrets.map((secret) => encoder.encode(secret)),
    signatures,
    body,
  );
}

/** `verify` compares in constant time. */
async function anyHolds(
  keys: readonly Bytes[],
  signatures: ReadonlyArray<Bytes | undefined>,
  signed: Bytes,
): Promise<boolean> {
  const { subtle } = await webCrypto();
  let holds = false;
  for (const bytes of keys) {
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const key = await subtle.importKey('raw', bytes, hmac, false, ['verify']);
    for (const signature of signatures)
      if (signature && (await subtle.verify('HMAC', key, signature, signed))) holds = true;
  }
  return holds;
}

/** A secret without the prefix of Standard Webhooks signs with its bytes as they are. */
function standardKey(secret: string): Bytes {
  if (!secret.startsWith(PREFIX)) return encoder.encode(secret);
  return bytesOfBase64(secret.slice(PREFIX.length)) ?? encoder.encode(secret);
}

function bytesOfBase64(text: string): Bytes | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function bytesOfHex(text: string | undefined): Bytes | undefined {
  return text === undefined ? undefined : Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Node 18 keeps it in a module. The name stands in a variable, so that bundlers for browsers do not look for it. */
async function webCrypto(): Promise<typeof globalThis.crypto> {
  if (globalThis.crypto?.subtle) return globalThis.crypto;
  const builtIn = 'node:crypto';
  return ((await import(builtIn)) as { webcrypto: typeof globalThis.crypto }).webcrypto;
}
