/**
 * What a provider said when it refused, as the cause of the AppError that callers see: for logs, and for people who set a
 * model up. Shortened, and without keys, which some providers repeat.
 */
import { AppError } from '#kernel';

/** Why a provider gave an answer that is none. */
export type RefusalReason =
  | 'rate_limited'
  | 'no_quota'
  | 'unavailable'
  | 'timed_out'
  | 'bad_key'
  | 'no_such_model'
  | 'input_too_long'
  /** Of a call with several texts: fewer of them, or shorter calls, may be taken. */
  | 'too_many_texts'
  | 'body_too_large'
  | 'rejected';

export class ProviderFailure extends Error {
  constructor(
    message: string,
    /** Undefined when there was no whole answer. */
    readonly status?: number,
    readonly providerCode?: string,
    readonly reason?: RefusalReason,
  ) {
    super(message);
    this.name = 'ProviderFailure';
  }
}

const MAX_MESSAGE_CHARS = 300;
/** A shorter text is no key, and would be cut out of ordinary words. */
const MIN_KEY_CHARS = 6;
const KEY_LIKE = /\b(?:sk|pk|rk|key|jina|co|hf|gsk)[-_][\w*.-]{6,}|\bAIza[\w-]{10,}|\b(?:Bearer|api-key:?)\s+\S+/gi;

/** @param apiKey taken out wherever it stands */
export function safeWords(text: string, apiKey?: string): string {
  const bare = apiKey && apiKey.length >= MIN_KEY_CHARS ? text.replaceAll(apiKey, '[key]') : text;
  return bare.replace(KEY_LIKE, '[key]').replace(/\s+/g, ' ').trim().slice(0, MAX_MESSAGE_CHARS);
}

/**
 * Why a call to a provider failed, in the words of whoever knows best: the provider, our own guard, or the network. Undefined
 * when there is no more to say than the error does. One line, at most 300 characters, without keys and private addresses.
 */
export function providerWordsOf(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) if (one instanceof ProviderFailure) return one.message;
  return undefined;
}

/**
 * A call that got no answer, and whether another may. Clients wrap what happened: the guard's refusal or the system's error is
 * at the bottom. Of the system's only the code is told: its message may name an address of the operator's network. A connection
 * that was kept open may be closed by the other side at any time; one that took long will not be quicker, and an address that
 * our own guard refuses stays refused.
 */
export function noConnection(error: unknown): { failure: ProviderFailure; isPassing: boolean } {
  const root = rootOf(error);
  const code = codeOf(root);
  const isRefusedByUs = root instanceof AppError;
  const words = isRefusedByUs
    ? root.message
    : `No connection to the provider${code === undefined ? '' : ` (${code})`}.`;
  const failure = new ProviderFailure(words, undefined, code);
  failure.cause = error;
  return { failure, isPassing: !isRefusedByUs && code !== 'UND_ERR_CONNECT_TIMEOUT' };
}

function rootOf(error: unknown): unknown {
  const { cause } = (error ?? {}) as { cause?: unknown };
  return error instanceof AppError || !cause ? error : rootOf(cause);
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
