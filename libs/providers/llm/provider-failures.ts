/**
 * A provider's failures in our words. What the provider said goes into the cause, for logs and for whoever registers a
 * model: shortened, and without keys, which some providers repeat.
 */
import { AppError } from '#kernel';
import { llmErrors } from './llm.errors';

/** How a provider refused. */
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
/** Also those of Google (`AIza`) and in addresses. */
const KEY_LIKE = /\b(?:sk|pk|rk|key)-[\w*-]{6,}|\bAIza[\w-]{20,}|([?&](?:api[-_]?)?key=)[^&\s"]+|Bearer\s+\S+/gi;
/** How vendors and local servers say it when they give no code. */
const TOO_LONG =
  /context[ _](?:length|window|size)|maximum context|too many (?:input )?tokens|prompt is too long|input token count/i;
/** An account without money does not become richer by a second call. */
const NO_QUOTA = 'insufficient_quota';
/** Google says 400 to a key that it does not know. */
const BAD_KEY = /API[ _]key not valid|API_KEY_INVALID/i;

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
  return { error: rejection(status, code, message, cause), isPassing: false };
}

function rejection(status: number, code: string | undefined, message: string, cause: ProviderFailure): AppError {
  if (status === 401 || status === 403 || BAD_KEY.test(message))
    return llmErrors.provider_refused_credentials({ cause });
  if (status === 404) return llmErrors.provider_lacks_model({ cause });
  const isTooLong = code === 'context_length_exceeded' || status === 413 || TOO_LONG.test(message);
  return isTooLong ? llmErrors.context_too_long({ cause }) : llmErrors.provider_rejected({ cause });
}

/**
 * Connections that were kept open may be closed by the other side at any time; one that takes long will not be quicker,
 * and an address that our own guard refuses stays refused.
 */
export function noConnection(error: Error): Refusal {
  const root = rootOf(error);
  const { code } = root as NodeJS.ErrnoException;
  const isRefusedByUs = root instanceof AppError;
  const words = isRefusedByUs ? root.message : `No connection to the provider (${code ?? root.message}).`;
  const cause = new ProviderFailure(safe(words), undefined, typeof code === 'string' ? code : undefined);
  cause.cause = error;
  const isSlow = code === 'UND_ERR_CONNECT_TIMEOUT';
  return { error: llmErrors.provider_unavailable({ cause }), isPassing: !isSlow && !isRefusedByUs };
}

/** An answer that began and was not one. */
export function brokenAnswer(what: string): AppError {
  return llmErrors.provider_unavailable({ cause: new ProviderFailure(safe(what), undefined, undefined) });
}

/** A request that could not even be made as the provider wants it. */
export function impossibleRequest(what: string): AppError {
  return llmErrors.provider_rejected({ cause: new ProviderFailure(safe(what), undefined, undefined) });
}

/** The error object that came in place of a piece of the answer. */
export function failedUnderWay(error: unknown): AppError {
  const { code } = (error ?? {}) as ErrorObject;
  const text = `The provider failed under way: ${messageIn(error)}`;
  const cause = new ProviderFailure(safe(text), undefined, typeof code === 'string' ? code : undefined);
  return llmErrors.provider_unavailable({ cause });
}

export function messageIn(error: unknown): string {
  const { message } = (typeof error === 'object' && error !== null ? error : { message: error }) as ErrorObject;
  return typeof message === 'string' ? message : 'it did not say why';
}

/** What the provider itself said of a failure, shortened and without keys. Undefined when it said nothing. */
export function providerWordsOf(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) if (one instanceof ProviderFailure) return one.message;
  return undefined;
}

/** Retry-After (RFC 9110, section 10.2.3): seconds or a date. Undefined when there is none or it makes no sense. */
export function retryAfterMsOf(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - nowMs : seconds * 1_000;
  return Number.isFinite(waitMs) && header.trim() !== '' ? Math.max(0, Math.ceil(waitMs)) : undefined;
}

/** `{ error: { message } }` of most vendors, `{ error: "..." }` of local servers; Google wraps it in a list when it streams. */
function errorObjectOf(body: string): ErrorObject | undefined {
  try {
    const parsed = JSON.parse(body) as unknown;
    const { error } = (Array.isArray(parsed) ? parsed[0] : parsed) as { error?: ErrorObject | string };
    return typeof error === 'string' ? { message: error } : error;
  } catch {
    return undefined;
  }
}

/** Clients wrap what happened; the guard's refusal or the system's error is at the bottom. */
function rootOf(error: Error): Error {
  let root = error;
  while (!(root instanceof AppError) && hasMessage(root.cause)) root = root.cause;
  return root;
}

function hasMessage(cause: unknown): cause is Error {
  return typeof cause === 'object' && cause !== null && 'message' in cause;
}

function safe(text: string): string {
  return text
    .slice(0, MAX_MESSAGE_CHARS)
    .replace(KEY_LIKE, (_, parameter?: string) => `${parameter ?? ''}[key]`)
    .replace(/\s+/g, ' ');
}
