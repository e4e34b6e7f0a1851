/**
 * One address of a provider that takes JSON and gives JSON. Makes at most one further call, when the first failed in a way
 * that passes soon: no connection, 429 or 5xx with a Retry-After of at most two seconds. All of it, the waiting too, has to
 * end within `timeoutMs`. Only for calls that may be made twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type AppErrorOptions } from '#kernel';
import { readBody } from './answer-body';
import { noConnection, ProviderFailure, type RefusalReason, safeWords } from './provider-failure';
import { refusalOf, retryAfterMsOf } from './refusal';

/** The words of a capability for what goes wrong. */
export type ProviderErrors = Record<
  | 'provider_unavailable'
  | 'provider_timed_out'
  | 'provider_rate_limited'
  | 'provider_refused_credentials'
  | 'provider_lacks_model'
  | 'provider_rejected'
  | 'provider_answer_unreadable'
  | 'input_too_long',
  (options?: AppErrorOptions) => AppError
>;

export interface ProviderEndpointSettings {
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Only to take it out of what providers say. */
  apiKey: string | undefined;
  timeoutMs: number;
  /** Of the answer as it is read, unpacked. */
  maxAnswerBytes: number;
  errors: ProviderErrors;
  /** The way out: of an `AddressGuard` for addresses that people gave. The platform's unless given. */
  fetch?: typeof fetch | undefined;
}

/** A provider that asks for a longer pause is not waited for: the user is. */
const MAX_RETRY_WAIT_MS = 2_000;
const RETRY_WAIT_MS = 200;
/** Of an error's body; more is a page for people. */
const MAX_ERROR_BYTES = 16 * 1024;

/** RFC 9110, section 5.5. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

const ERROR_OF: Record<RefusalReason, keyof ProviderErrors> = {
  rate_limited: 'provider_rate_limited',
  no_quota: 'provider_rate_limited',
  unavailable: 'provider_unavailable',
  timed_out: 'provider_timed_out',
  bad_key: 'provider_refused_credentials',
  no_such_model: 'provider_lacks_model',
  input_too_long: 'input_too_long',
  too_many_texts: 'input_too_long',
  body_too_large: 'input_too_long',
  rejected: 'provider_rejected',
};

type Outcome = { text: string } | { error: AppError; isPassing: boolean };

export class ProviderEndpoint {
  constructor(private readonly settings: ProviderEndpointSettings) {}

  /**
   * The provider's answer, parsed; nothing is known of its shape.
   *
   * @throws AppError of `settings.errors`; the reason of `signal` when that aborts
   */
  async post(body: object, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    this.checkHeaders();
    const clock = AbortSignal.timeout(this.settings.timeoutMs);
    const either = signal === undefined ? clock : AbortSignal.any([clock, signal]);
    try {
      return this.parsed(await this.textOf(JSON.stringify(body), either));
    } catch (error) {
      signal?.throwIfAborted();
      if (clock.aborted) throw this.settings.errors.provider_timed_out();
      throw error;
    }
  }

  /** For an answer that came, but is none: the provider did not keep to its format. */
  unreadable(what: string): AppError {
    const { errors, apiKey } = this.settings;
    return errors.provider_answer_unreadable({ cause: new ProviderFailure(safeWords(what, apiKey)) });
  }

  /** Fetch would refuse them too, but quote them in its error. */
  private checkHeaders(): void {
    const { errors, headers } = this.settings;
    if (Object.values(headers).every((value) => HEADER_VALUE.test(value.trim()))) return;
    const cause = new ProviderFailure('The key has characters that cannot be sent.');
    throw errors.provider_refused_credentials({ cause });
  }

  private parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw this.unreadable(noJson(text));
    }
  }

  private async textOf(body: string, signal: AbortSignal): Promise<string> {
    let outcome = await this.attempt(body, signal);
    if ('error' in outcome && outcome.isPassing) {
      const waitMs = outcome.error.retryAfterMs ?? RETRY_WAIT_MS;
      if (waitMs > MAX_RETRY_WAIT_MS) throw outcome.error;
      await sleep(waitMs, undefined, { signal });
      outcome = await this.attempt(body, signal);
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.text;
  }

  private async attempt(body: string, signal: AbortSignal): Promise<Outcome> {
    const { errors, maxAnswerBytes } = this.settings;
    try {
      const response = await this.send(body, signal);
      if (!response.ok) return await this.refused(response);
      const { text, isCut } = await readBody(response, maxAnswerBytes);
      if (!isCut) return { text };
      return { error: this.unreadable(`The answer is longer than ${maxAnswerBytes} bytes.`), isPassing: false };
    } catch (error) {
      signal.throwIfAborted();
      const { failure, isPassing } = noConnection(error);
      return { error: errors.provider_unavailable({ cause: failure }), isPassing };
    }
  }

  private send(body: string, signal: AbortSignal): Promise<Response> {
    const { url, headers, fetch: send = fetch } = this.settings;
    const allHeaders = { 'content-type': 'application/json', accept: 'application/json', ...headers };
    // A redirect is a refusal like others: a provider that has moved is to be given its new address.
    return send(url, { method: 'POST', headers: allHeaders, body, signal, redirect: 'manual' });
  }

  private async refused(response: Response): Promise<Outcome> {
    const { errors, apiKey } = this.settings;
    const { text } = await readBody(response, MAX_ERROR_BYTES);
    const cause = refusalOf(response.status, text, apiKey);
    const retryAfterMs = retryAfterMsOf(response.headers.get('retry-after'), Date.now());
    const options = retryAfterMs === undefined ? { cause } : { cause, retryAfterMs };
    const { reason = 'rejected' } = cause;
    return {
      error: errors[ERROR_OF[reason]](options),
      isPassing: reason === 'rate_limited' || reason === 'unavailable',
    };
  }
}

/** What breaks off is not quoted: rerank servers send texts back, which are nobody's but the team's. */
function noJson(text: string): string {
  const isBroken = /^\s*[{[]/.test(text);
  return isBroken ? 'The answer is JSON that breaks off.' : `The answer is no JSON: ${text.slice(0, MAX_ERROR_BYTES)}`;
}
