import type { Credential } from './session/credential';

export interface ClientOptions {
  /** A key of your team (`sk_live_...`), of a bot, or a public one (`pk_live_...`). */
  apiKey?: string | undefined;
  /** Where Parley runs, e.g. `https://chat.example.com`. */
  baseUrl?: string | undefined;
  /** Limit for one attempt, to the end of the answer; of a stream, to its begin. 60 s unless given; 0 for none. */
  timeoutMs?: number | undefined;
  /** Attempts after the first one; 2 unless given. */
  maxRetries?: number | undefined;
  /** If the server asks to be left alone for longer, its refusal is thrown at once. 60 s unless given. */
  maxRetryAfterMs?: number | undefined;
  /** In place of the global one: for proxies, tests, logs. */
  fetch?: typeof fetch | undefined;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Of one call; what is absent is as the client has it. */
export interface RequestOptions {
  /** Ends the call with an `AbortError`. */
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  maxRetries?: number | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** In place of the client's, e.g. `keyCredential(conversationToken)`. */
  credential?: Credential | undefined;
}

export const DEFAULT_BASE_URL = 'http://localhost:3000';
export const DEFAULT_TIMEOUT_MS = 60_000;
export const DEFAULT_MAX_RETRIES = 2;
export const DEFAULT_MAX_RETRY_AFTER_MS = 60_000;
