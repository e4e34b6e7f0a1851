/**
 * One call to a provider through a vendor's library. The library gets our fetch: there a refusal is read before the library
 * rewords it, the answer's length is limited, and the connection closes when the call is cancelled, whether the library
 * listens or not. The clock runs only while somebody waits for the provider.
 */
import { AppError } from '#kernel';
import { llmErrors } from '../../llm.errors';
import {
  brokenAnswer,
  impossibleRequest,
  noConnection,
  type Refusal,
  refusalOf,
  retryAfterMsOf,
} from '../../provider-failures';
import { MAX_ERROR_BYTES, MAX_EVENT_BYTES } from '../call-limits';

const LINE_FEED = 0x0a;

type Fetch = typeof globalThis.fetch;

export interface CallSettings {
  /** What calls go out through. */
  fetch: Fetch;
  /** Until the first piece of the answer, and then between two. */
  timeoutMs: number;
  /** Of the whole answer; noticed at the next piece or when `timeoutMs` are over. */
  maxAnswerMs: number;
  maxAnswerBytes: number;
  /** Some providers repeat it in their errors; it is taken out. */
  apiKey: string | undefined;
}

export class ProviderCall {
  /** Set when there was no answer, but an error or no connection. */
  refusal: Refusal | undefined;
  private readonly controller = new AbortController();
  private readonly cancelled: Promise<never>;
  private cancelledFor: { reason: unknown } | undefined;
  private isAnswered = false;
  private readonly startedMs = performance.now();

  constructor(
    private readonly settings: CallSettings,
    private readonly caller: AbortSignal | undefined,
  ) {
    const { signal } = this.controller;
    this.cancelled = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    this.cancelled.catch(() => undefined);
    caller?.addEventListener('abort', this.onAbort);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** What the library is to call. Follows no redirects. */
  readonly fetch: Fetch = async (input, init) => {
    const signal = init?.signal ? AbortSignal.any([init.signal, this.signal]) : this.signal;
    const response = await this.settings.fetch(input, { ...init, signal, redirect: 'manual' }).catch((error: Error) => {
      this.refusal = noConnection(error);
      throw error;
    });
    if (!response.ok) {
      const retryAfterMs = retryAfterMsOf(response.headers.get('retry-after') ?? undefined, Date.now());
      this.refusal = refusalOf(response.status, this.withoutKey(await beginningOf(response)), retryAfterMs);
      throw this.refusal.error;
    }
    this.isAnswered = true;
    return this.limited(response);
  };

  /** The library's work, or what ends the call before it is done. */
  async wait<T>(work: Promise<T>): Promise<T> {
    if (performance.now() - this.startedMs > this.settings.maxAnswerMs) this.cancel(llmErrors.provider_timed_out());
    const timer = setTimeout(() => this.cancel(llmErrors.provider_timed_out()), this.settings.timeoutMs);
    try {
      return await Promise.race([work, this.cancelled]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** What the library threw, in our words. */
  failureOf(error: unknown): unknown {
    if (this.cancelledFor !== undefined) return this.cancelledFor.reason;
    if (this.refusal !== undefined) return this.refusal.error;
    if (error instanceof AppError) return error;
    const words = this.withoutKey(error instanceof Error ? error.message : 'unknown');
    return this.isAnswered ? brokenAnswer(`The answer broke off: ${words}`) : impossibleRequest(words);
  }

  /** Closes the connection unless the answer is complete. */
  leave(): void {
    this.caller?.removeEventListener('abort', this.onAbort);
    this.controller.abort(new Error('The reader left.'));
  }

  private readonly onAbort = (): void => this.cancel(this.caller?.reason);

  private cancel(reason: unknown): void {
    this.cancelledFor ??= { reason };
    this.controller.abort(reason);
  }

  /** Libraries keep the line that has begun, and look through it again whenever more of it comes. */
  private limited(response: Response): Response {
    const { maxAnswerBytes } = this.settings;
    const { status, statusText, headers } = response;
    const isStream = /event-stream|ndjson/.test(headers.get('content-type') ?? '');
    let bytes = 0;
    let lineBytes = 0;
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, output) => {
        bytes += piece.byteLength;
        const lineEnd = piece.lastIndexOf(LINE_FEED);
        lineBytes = lineEnd < 0 ? lineBytes + piece.byteLength : piece.byteLength - lineEnd - 1;
        const isTooLong = bytes > maxAnswerBytes || (isStream && lineBytes > MAX_EVENT_BYTES);
        if (isTooLong) this.cancel(brokenAnswer(`The answer, or a piece of it, is too long (${bytes} bytes).`));
        else output.enqueue(piece);
      },
    });
    return new Response(response.body?.pipeThrough(counting) ?? null, { status, statusText, headers });
  }

  private withoutKey(text: string): string {
    const { apiKey } = this.settings;
    return apiKey ? text.replaceAll(apiKey, '[key]') : text;
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    bytes += piece.byteLength;
    if (bytes >= MAX_ERROR_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}
