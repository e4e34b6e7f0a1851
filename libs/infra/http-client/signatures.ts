/**
 * What proves to a receiver that a request is ours, in two forms:
 *
 * 1. `X-Webhook-Signature: sha256=<hex>`, HMAC-SHA256 of the body with the secret's UTF-8 bytes.
 * 2. Standard Webhooks (github.com/standard-webhooks/standard-webhooks, spec 1.0.0): `webhook-id`, `webhook-timestamp` and
 *    `webhook-signature`, a list of `v1,<base64>`, HMAC-SHA256 of `<id>.<timestamp>.<body>`. The key of a secret
 *    `whsec_<base64>` is the decoded bytes. Of other secrets libraries differ: some take the UTF-8 bytes, others decode
 *    base64 without the prefix. Both find theirs in the list.
 *
 * While a secret is changed for another, both sign. The plain form then has a header more; the list grows.
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

const PREFIX = 'whsec_';
/** Standard alphabet; libraries differ in whether they insist on the padding. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

export interface SignedRequest {
  id: string;
  /** Unix seconds of the attempt. */
  timestampS: number;
  body: string;
  /** Newest first. Give the same list for the same webhook: its keys are made once. */
  secrets: readonly string[];
}

interface SecretKeys {
  plain: KeyObject;
  standard: readonly KeyObject[];
}

/** Forgotten with the list of secrets that they were made of. */
const keysOfLists = new WeakMap<readonly string[], readonly SecretKeys[]>();

/** The headers of one attempt. */
export function signatureHeaders({ id, timestampS, body, secrets }: SignedRequest): Record<string, string> {
  const keys = keysOf(secrets);
  const content = `${id}.${timestampS}.${body}`;
  const standard = keys.flatMap((each) => each.standard.map((key) => `v1,${hmac(key, content).digest('base64')}`));
  const [present, previous] = keys.map(({ plain }) => `sha256=${hmac(plain, body).digest('hex')}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampS),
    'webhook-signature': standard.join(' '),
    ...(present === undefined ? {} : { 'X-Webhook-Signature': present }),
    ...(previous === undefined ? {} : { 'X-Webhook-Signature-Previous': previous }),
  };
}

function hmac(key: KeyObject, content: string) {
  return createHmac('sha256', key).update(content);
}

function keysOf(secrets: readonly string[]): readonly SecretKeys[] {
  let keys = keysOfLists.get(secrets);
  if (keys === undefined) {
    keys = secrets.map(keysOfOne);
    keysOfLists.set(secrets, keys);
  }
  return keys;
}

function keysOfOne(secret: string): SecretKeys {
  const plain = createSecretKey(Buffer.from(secret));
  const isPrefixed = secret.startsWith(PREFIX);
  const decoded = decodedKey(isPrefixed ? secret.slice(PREFIX.length) : secret);
  if (decoded === undefined) return { plain, standard: [plain] };
  return { plain, standard: isPrefixed ? [decoded] : [plain, decoded] };
}

/** Undefined when the text is no base64 of anything. */
function decodedKey(text: string): KeyObject | undefined {
  const bytes = BASE64.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  return bytes.length === 0 ? undefined : createSecretKey(bytes);
}
