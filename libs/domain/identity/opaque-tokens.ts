/**
 * Opaque tokens (API keys, refresh tokens): 256 random bits that mean nothing in themselves. Only their SHA-256 is
 * stored. A slow hash would add nothing, because there is nothing to guess, and a lookup by hash in an index tells
 * nobody by its timing how much of a token was right.
 */
import { createHash, randomBytes } from 'node:crypto';

const RANDOM_BYTES = 32;

/** 43 URL-safe characters. */
export function newOpaqueToken(): string {
  return randomBytes(RANDOM_BYTES).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
