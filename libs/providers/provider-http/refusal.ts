/**
 * An answer that is none, read into a reason. Providers word errors in many ways: `{error: {message, code}}` (OpenAI, Azure,
 * vLLM), `{error: "..."}` (Ollama, text-embeddings-inference), `{message}` (Cohere, gateways), `{detail}` (Jina and whatever
 * stands on FastAPI), or the page of a proxy.
 */
import { ProviderFailure, type RefusalReason, safeWords } from './provider-failure';

/** How vendors and local servers say it when they give no code. */
const TOO_LONG =
  /context[ _](?:length|window|size)|maximum (?:context|input length)|input length|(?:must|should) have less than \d+ tokens|too many (?:input )?tokens|(?:prompt|input|text|query) is too (?:long|large)/i;
const TOO_MANY =
  /batch size|in one batch|array too long|too many (?:inputs|texts|documents|items)|number of (?:inputs|texts|documents)/i;
const TOO_LARGE = /tokens per request|maximum request size|payload too large|body (?:is )?too large/i;
/** An account without money does not become richer by a second call. */
const NO_QUOTA = /insufficient_quota|exceeded your current quota|trial key/i;

interface Said {
  message: string;
  code: string | undefined;
}

/** @param body as it came, of any form */
export function refusalOf(status: number, body: string, apiKey: string | undefined): ProviderFailure {
  const { message, code } = saidIn(body);
  const reason = reasonOf(status, `${code ?? ''} ${message}`);
  const words = safeWords(message, apiKey) || silentWordsOf(status);
  return new ProviderFailure(`HTTP ${status}: ${words}`, status, code, reason);
}

function silentWordsOf(status: number): string {
  return status >= 300 && status < 400 ? 'it redirects to another address' : 'it did not say why';
}

function reasonOf(status: number, words: string): RefusalReason {
  if (status === 401 || status === 403) return 'bad_key';
  if (status === 404) return 'no_such_model';
  if (status === 408) return 'timed_out';
  if (status === 429) return NO_QUOTA.test(words) ? 'no_quota' : 'rate_limited';
  if (status >= 500 && !TOO_LONG.test(words)) return 'unavailable';
  if (TOO_LONG.test(words)) return 'input_too_long';
  if (TOO_MANY.test(words)) return 'too_many_texts';
  return status === 413 || TOO_LARGE.test(words) ? 'body_too_large' : 'rejected';
}

function saidIn(body: string): Said {
  const object = parsed(body);
  if (typeof object !== 'object' || object === null) return { message: body, code: undefined };
  const { error, message, detail, code } = object as Record<string, unknown>;
  const inner = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : undefined;
  const said = [inner?.message, error, message, detail].find((one) => typeof one === 'string');
  const foundCode = [inner?.code, inner?.type, code].find((one) => typeof one === 'string');
  return { message: (said as string | undefined) ?? body, code: foundCode as string | undefined };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Retry-After (RFC 9110, section 10.2.3): seconds or a date. Undefined when there is none or it makes no sense. */
export function retryAfterMsOf(header: string | null, nowMs: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - nowMs : seconds * 1_000;
  return Number.isFinite(waitMs) ? Math.max(0, Math.ceil(waitMs)) : undefined;
}
