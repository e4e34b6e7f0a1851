/** Requests: addressed, authorised, limited in time, sent again where that is safe, and failures as `ParleyError`s. */
import { ConnectionError, ParleyError } from '../errors';
import type { RequestOptions } from '../options';
import type { Credential } from '../session/credential';
import { errorOf } from './error-of';
import { randomId } from './random-id';
import type { RetryPolicy } from './retry';
import { readyToRetry, type Trial } from './trial';
import { Deadline } from './waiting';

/** A body, made anew for each attempt. */
export interface RequestBody {
  make: () => MadeBody | Promise<MadeBody>;
  /** True when it can be made only once. */
  isOnce?: boolean;
}

export interface MadeBody {
  body: NonNullable<RequestInit['body']>;
  /** Unless `fetch` knows by itself. */
  contentType?: string;
  isStream?: boolean;
}

export interface Request {
  method: string;
  /** Below the base URL, with its query. */
  path: string;
  body?: RequestBody | undefined;
  accept?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Whether it may be sent twice; unless given, as its method has it (RFC 9110, 9.2.2), and a POST by its key. */
  isIdempotent?: boolean | undefined;
  options?: RequestOptions | undefined;
}

export interface TransportSettings extends RetryPolicy {
  baseUrl: string;
  timeoutMs: number;
  fetch: typeof fetch;
  headers: Readonly<Record<string, string>>;
  credential: Credential;
}

/** A POST names itself by an `Idempotency-Key`, and is done once however often it is sent. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'POST']);

export class Transport {
  constructor(readonly settings: TransportSettings) {}

  /** The whole answer, read by `read` within the time limit. */
  send<Result>(request: Request, read: (response: Response) => Promise<Result>): Promise<Result> {
    return this.tried(request, async (response, deadline) => {
      try {
        return await read(response);
      } catch (error) {
        throw failureOf(error, deadline);
      } finally {
        deadline.clear();
      }
    });
  }

  /** The answer as soon as its head is there. Its body has no time limit; the signal of the request ends it. */
  open(request: Request): Promise<Response> {
    return this.tried(request, async (response, deadline) => {
      deadline.stopTimer();
      return response;
    });
  }

  /** As often as it takes, and is allowed. */
  private async tried<Result>(
    request: Request,
    take: (response: Response, deadline: Deadline) => Promise<Result>,
  ): Promise<Result> {
    const { signal, timeoutMs = this.settings.timeoutMs } = request.options ?? {};
    const trial = this.trialOf(request);
    for (;;) {
      const deadline = new Deadline(signal, timeoutMs);
      try {
        const authorization = await trial.credential.authorization();
        return await take(await this.fetch(request, { ...trial.headers, ...authorization }, deadline), deadline);
      } catch (error) {
        deadline.clear();
        await readyToRetry(error, trial);
      }
    }
  }

  private trialOf({ method, body, isIdempotent, options = {} }: Request): Trial {
    const { maxRetries = this.settings.maxRetries, credential = this.settings.credential, signal } = options;
    return {
      credential,
      headers: method === 'POST' ? { 'Idempotency-Key': randomId() } : {},
      policy: { maxRetries: body?.isOnce ? 0 : maxRetries, maxRetryAfterMs: this.settings.maxRetryAfterMs },
      isIdempotent: isIdempotent ?? IDEMPOTENT.has(method),
      mayRenew: !body?.isOnce,
      failures: 0,
      signal,
    };
  }

  private async fetch(request: Request, headers: Record<string, string>, deadline: Deadline): Promise<Response> {
    const { method, path, accept = 'application/json', options = {} } = request;
    const made = await request.body?.make();
    let response: Response;
    try {
      response = await this.settings.fetch(this.settings.baseUrl + path, {
        method,
        headers: {
          Accept: accept,
          ...(made?.contentType ? { 'Content-Type': made.contentType } : {}),
          ...headers,
          ...this.settings.headers,
          ...request.headers,
          ...options.headers,
        },
        signal: deadline.signal,
        ...(made ? { body: made.body } : {}),
        // Known to Node, which insists on it; not yet to TypeScript.
        ...(made?.isStream ? { duplex: 'half' } : {}),
      });
    } catch (error) {
      throw failureOf(error, deadline);
    }
    if (response.ok) return response;
    throw await errorOf(response);
  }
}

/** Codes of Node for what fails before a byte is sent. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function failureOf(error: unknown, { signal }: Deadline): ParleyError {
  if (signal.aborted) return signal.reason;
  if (error instanceof ParleyError) return error;
  const cause = (error as { cause?: { code?: string; message?: string } } | undefined)?.cause;
  const isUnsent = UNSENT.has(cause?.code ?? '');
  const what = cause?.message || cause?.code || (error instanceof Error ? error.message : String(error));
  return new ConnectionError(`There was no whole answer: ${what}`, { cause: error, isUnsent });
}
