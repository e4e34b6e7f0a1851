/**
 * A provider's failures in our words. What the provider said goes into the cause, for logs: shortened, and without keys,
 * which some providers repeat.
 */
import type { AppError } from '#kernel';
import { llmErrors } from '../../llm.errors';

/** How a provider refused, for logs. */
export class ProviderFailure extends Error {
  constructor(
    message: string,
    readonly status: number | undefined,
    readonly providerCode: string | undefined,
  ) {
    super(message);
    this.name = 'ProviderFailure';
  }
}

interface ErrorObject {
  message?: unknown;
  code?: unknown;
  type?: unknown;
}

const MAX_MESSAGE_CHARS = 300;
const KEY_LIKE = /\b(?:sk|pk|rk|key)-[\w*-]{6,}|Bearer\s+\S+/gi;
/** How vendors and local servers say it when they give no code. */
const TOO_LONG = /context[ _](?:length|window|size)|maximum context|too many (?:input )?tokens|prompt is too long/i;
/** An account without money does not become richer by a second call. */
const NO_QUOTA = 'insufficient_quota';

export interface Refusal {
  error: AppError;
  /** Whether a second call may succeed. */
  isPassing: boolean;
}

/** @param body as it came, of any form */
export function refusalOf(status: number, body: string, retryAfterMs: number | undefined): Refusal {
  const object = errorObjectOf(body);
  const code = typeof object?.code === 'string' ? object.code : undefined;
  const message = typeof object?.message === 'string' ? object.message : body;
  const cause = new ProviderFailure(safe(`HTTP ${status}: ${message}`), status, code);
  const waiting = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429)
    return { error: llmErrors.provider_rate_limited({ cause, ...waiting }), isPassing: code !== NO_QUOTA };
  if (status >= 500) return { error: llmErrors.provider_unavailable({ cause, ...waiting }), isPassing: true };
  if (status === 408) return { error: llmErrors.provider_timed_out({ cause }), isPassing: false };
  const isTooLong = code === 'context_length_exceeded' || status === 413 || TOO_LONG.test(message);
  return {
    error: isTooLong ? llmErrors.context_too_long({ cause }) : llmErrors.provider_rejected({ cause }),
    isPassing: false,
  };
}

/** Connections that were kept open may be closed by the other side at any time; one that takes long will not be quicker. */
export function noConnection(cause: Error): Refusal {
  const isSlow = (cause as NodeJS.ErrnoException).code === 'UND_ERR_CONNECT_TIMEOUT';
  return { error: llmErrors.provider_unavailable({ cause }), isPassing: !isSlow };
}

/** An answer that began and was not one. */
export function brokenAnswer(what: string): AppError {
  return llmErrors.provider_unavailable({ cause: new ProviderFailure(safe(what), undefined, undefined) });
}

/** The error object that came in place of a piece of the answer. */
export function failedUnderWay(error: unknown): AppError {
  const { message, code }: ErrorObject = typeof error === 'object' && error !== null ? error : { message: error };
  const text = `The provider failed under way: ${typeof message === 'string' ? message : 'it did not say why'}`;
  const cause = new ProviderFailure(safe(text), undefined, typeof code === 'string' ? code : undefined);
  return llmErrors.provider_unavailable({ cause });
}

/** Retry-After (RFC 9110, section 10.2.3): seconds or a date. Undefined when there is none or it makes no sense. */
export function retryAfterMsOf(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - nowMs : seconds * 1_000;
  return Number.isFinite(waitMs) && header.trim() !== '' ? Math.max(0, Math.ceil(waitMs)) : undefined;
}

function errorObjectOf(body: string): ErrorObject | undefined {
  try {
    const { error } = JSON.parse(body) as { error?: ErrorObject };
    return typeof error === 'string' ? { message: error } : error;
  } catch {
    return undefined;
  }
}

function safe(text: string): string {
  return text.slice(0, MAX_MESSAGE_CHARS).replace(KEY_LIKE, '[key]').replace(/\s+/g, ' ');
}
