/** What errors of the Cloud API mean (developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes). */
import { numberAt, textAt } from '../../payload';
import type { PlatformRefusal } from '../platform-call';

export class GraphRefusal extends Error {
  constructor(
    readonly status: number,
    readonly answer: unknown,
  ) {
    super(`HTTP ${status}`);
    this.name = 'GraphRefusal';
  }
}

/** 0 and 190: the token; 3, 10 and 200: what it may do; 368 and 131031: the account is locked. */
const REVOKED = new Set([0, 3, 10, 190, 200, 368, 131031, 131045]);
/** Of the app, the account, the number, and this pair of numbers. */
const RATE_LIMITED = new Set([4, 80007, 130429, 131048, 131056]);
/** The recipient cannot be reached, is not allowed, or has not written for 24 hours. */
const CHAT_GONE = new Set([130497, 131021, 131026, 131030, 131047, 131050]);
const PASSING = new Set([1, 2, 131000, 131016, 131057, 133004]);
/** Meta does not say for how long. */
const PAUSE_MS = 60_000;

export function whatsappRefusalOf(error: unknown): PlatformRefusal | undefined {
  if (!(error instanceof GraphRefusal)) return undefined;
  const code = numberAt(error.answer, 'error', 'code');
  const words = textAt(error.answer, 'error', 'message') ?? error.message;
  if (code !== undefined && RATE_LIMITED.has(code)) return { reason: 'rate_limited', words, retryAfterMs: PAUSE_MS };
  if (error.status === 401 || (code !== undefined && REVOKED.has(code))) return { reason: 'revoked', words };
  if (code !== undefined && CHAT_GONE.has(code)) return { reason: 'chat_gone', words };
  return { reason: code !== undefined && PASSING.has(code) ? 'unavailable' : 'refused', words };
}
