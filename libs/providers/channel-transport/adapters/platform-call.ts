/**
 * The way of every call to a platform, beneath whatever library words it: through the address guard, within one time limit
 * and a limit of the answer's size, and no redirect followed. What means the same on all platforms is decided here and never
 * reaches the library, which would wait or repeat in its own way: 429, 5xx, redirects, silence. The rest is the library's to
 * read.
 */

import {
  type AddressGuard,
  type Answer,
  type Deadline,
  deadlineIn,
  failureOf,
  type OutgoingRequest,
  readBody,
} from '#infra/http-client';
import { AppError } from '#kernel';
import { type CallLimits, type ChannelAccount, DEFAULT_CALL_TIMEOUT_MS } from '../channel-transport.contract';
import { channelTransportErrors } from '../channel-transport.errors';
import { PlatformFailure, safeWords } from '../platform-failure';
import { pauseMsOf } from '../platform-pause';

/** Answers that we read have a message in them, or who we are: some kilobytes. */
const MAX_ANSWER_BYTES = 256 * 1024;
/** Statuses for which `Response` allows no body. */
const BODILESS = new Set([204, 205, 304]);
/** Of the connection and not of the request: undici sets its own. No encodings, so that the limit counts what is read. */
const NOT_FORWARDED = new Set(['connection', 'host', 'content-length', 'accept-encoding', 'transfer-encoding']);

/** What libraries call to make a request; they differ in their types of it. */
export type PlatformFetch = (url: string | URL, init?: PlatformRequest) => Promise<Response>;

interface PlatformRequest {
  method?: string;
  /** As `Headers` takes them. */
  headers?: unknown;
  /** Text alone: no file is sent. */
  body?: unknown;
}

export interface PlatformCallOptions<T> {
  account: ChannelAccount;
  limits: CallLimits | undefined;
  /** Whether the operator gave the address, or the platform itself. Unless given: when the team gave none. */
  isTrusted?: boolean;
  /** Makes the call with the given fetch; at its end nothing of it may go on. */
  call: (fetch: PlatformFetch) => Promise<T>;
  /** What the library's error means, or undefined when it means nothing in particular. */
  meaningOf: (error: unknown) => PlatformRefusal | undefined;
}

/** A refusal of the platform, in its words. */
export interface PlatformRefusal {
  reason: 'rate_limited' | 'revoked' | 'chat_gone' | 'refused' | 'unavailable';
  words: string;
  retryAfterMs?: number;
}

/** @throws AppError of `channel-transport.errors`, `http_client.*` for a bad address; the reason of the caller's signal */
export async function callPlatform<T>(guard: AddressGuard, options: PlatformCallOptions<T>): Promise<T> {
  const { account, limits, call, meaningOf, isTrusted = account.baseUrl === undefined } = options;
  limits?.signal?.throwIfAborted();
  const deadline = deadlineIn(limits?.timeoutMs ?? DEFAULT_CALL_TIMEOUT_MS, limits?.signal);
  const exchange = new Exchange(guard.guardFor({ trusted: isTrusted }), deadline, secretsOf(account));
  try {
    return await call(exchange.fetch);
  } catch (error) {
    limits?.signal?.throwIfAborted();
    throw exchange.failure ?? errorOf(error, meaningOf(error), secretsOf(account));
  } finally {
    deadline.end();
  }
}

export function refusalError({ reason, words, retryAfterMs }: PlatformRefusal, secrets: readonly string[]): AppError {
  const said = safeWords(words, secrets);
  const error = channelTransportErrors[reason]();
  return channelTransportErrors[reason]({
    message: said === '' ? error.message : `${error.message} It says: ${said}`,
    cause: new PlatformFailure(said),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function errorOf(error: unknown, refusal: PlatformRefusal | undefined, secrets: readonly string[]): AppError {
  if (error instanceof AppError) return error;
  if (refusal !== undefined) return refusalError(refusal, secrets);
  // Of a library it is only the kind that is told: its text may quote what was sent.
  const name = error instanceof Error ? error.name : typeof error;
  return channelTransportErrors.unavailable({
    message: 'The answer of the platform could not be understood.',
    cause: new PlatformFailure(`The answer could not be understood (${name}).`),
  });
}

function secretsOf({ credentials, webhookSecret }: ChannelAccount): string[] {
  return [...Object.values(credentials), webhookSecret];
}

/** The requests of one call. */
class Exchange {
  /** The first thing that went wrong beneath the library; it may have wrapped or forgotten it. */
  failure: unknown;

  constructor(
    private readonly guard: AddressGuard,
    private readonly deadline: Deadline,
    private readonly secrets: readonly string[],
  ) {}

  readonly fetch: PlatformFetch = async (url, init = {}) => {
    try {
      return await this.exchange(url, init);
    } catch (error) {
      this.failure ??= error instanceof AppError ? error : this.lost(error);
      throw this.failure;
    }
  };

  private async exchange(url: string | URL, init: PlatformRequest): Promise<Response> {
    const { signal } = this.deadline;
    const answer = await this.guard.request(url, {
      method: (init.method ?? 'GET') as OutgoingRequest['method'],
      headers: headersOf(init.headers),
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
      signal,
    });
    const { bytes, end } = await readBody(answer.body, {
      maxBytes: MAX_ANSWER_BYTES,
      timeoutMs: DEFAULT_CALL_TIMEOUT_MS,
    });
    if (signal.aborted) throw channelTransportErrors.timed_out();
    this.checkStatus(answer, bytes.toString('utf8'));
    if (end !== 'whole') throw this.unavailable('The answer of the platform was cut off or too long.', answer.status);
    return responseOf(answer, bytes);
  }

  private checkStatus({ status, headers }: Answer, text: string): void {
    if (status === 429) {
      const retryAfterMs = pauseMsOf(headers, text);
      throw channelTransportErrors.rate_limited({ retryAfterMs, cause: new PlatformFailure('HTTP 429', status) });
    }
    if (status >= 500) throw this.unavailable(`The platform has a fault of its own (HTTP ${status}).`, status);
    if (status >= 300 && status < 400)
      throw this.unavailable('The address of the platform redirects to another.', status);
  }

  private unavailable(message: string, status: number): AppError {
    return channelTransportErrors.unavailable({ message, cause: new PlatformFailure(message, status) });
  }

  private lost(error: unknown): AppError {
    if (this.deadline.signal.aborted) return channelTransportErrors.timed_out();
    const { outcome, error: words } = failureOf(error);
    const cause = new PlatformFailure(safeWords(words, this.secrets));
    return outcome === 'timed_out'
      ? channelTransportErrors.timed_out({ cause })
      : channelTransportErrors.unavailable({ message: `The platform could not be reached. ${words}`, cause });
  }
}

function headersOf(given: unknown): Record<string, string> {
  const all = [...new Headers(given as ConstructorParameters<typeof Headers>[0])];
  return Object.fromEntries(all.filter(([name]) => !NOT_FORWARDED.has(name)));
}

function responseOf({ status, headers }: Answer, bytes: Buffer): Response {
  const kept = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]));
  return new Response(BODILESS.has(status) ? null : new Uint8Array(bytes), {
    status,
    headers: kept as Array<[string, string]>,
  });
}
