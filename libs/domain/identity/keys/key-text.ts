import { newOpaqueToken } from '../opaque-tokens';

/** Tells people, and scanners of leaked secrets, what they are looking at. */
const SECRET_KEY_PREFIX = 'sk_live_';
const SECRET_KEY = /^sk_live_[A-Za-z0-9_-]{43}$/;

const PUBLIC_KEY_PREFIX = 'pk_live_';
const PUBLIC_KEY = /^pk_live_[A-Za-z0-9_-]{43}$/;

const BOT_KEY_PREFIX = 'bk_';
const BOT_KEY = /^bk_[A-Za-z0-9_-]{43}$/;

/** Four characters of the random part, 24 of its 256 bits: enough to recognise a key, far from enough to guess it. */
const HINT_CHARACTERS = SECRET_KEY_PREFIX.length + 4;

export function newSecretKey(): string {
  return SECRET_KEY_PREFIX + newOpaqueToken();
}

export function hintOf(key: string): string {
  return key.slice(0, HINT_CHARACTERS);
}

/** False for whatever cannot be a key of ours, such as a refresh token: it is not even looked up. */
export function isSecretKey(text: string): boolean {
  return SECRET_KEY.test(text);
}

export function newPublicKey(): string {
  return PUBLIC_KEY_PREFIX + newOpaqueToken();
}

export function isPublicKey(text: string): boolean {
  return PUBLIC_KEY.test(text);
}

export function newBotKey(): string {
  return BOT_KEY_PREFIX + newOpaqueToken();
}

export function isBotKey(text: string): boolean {
  return BOT_KEY.test(text);
}
