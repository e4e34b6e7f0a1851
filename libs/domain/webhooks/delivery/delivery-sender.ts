import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import {
  AddressGuard,
  type Answer,
  deadlineIn,
  failureOf,
  readBody,
  retryAfterMs,
  signatureHeaders,
  timedOut,
} from '#infra/http-client';
import { Clock, SECOND_MS } from '#kernel';
import type { Exchange } from '../webhooks.types';

export interface DeliveryRequest {
  deliveryId: string;
  /** In the words of the webhook's dialect. */
  event: string;
  /** Sent and signed to the byte. */
  body: string;
  url: string;
  /** Newest first; the same list for the same webhook. */
  secrets: readonly string[];
}

/** What a receiver says beside its status is for its own people to read: enough to recognise it. */
const MAX_READ_BYTES = 16 * 1024;
const MAX_KEPT_BYTES = 2 * 1024;
const MAX_KEPT_HEADERS = 50;
const MAX_HEADER_CHARS = 500;
/** Once the status is known, the body has so much longer, and cannot change what the status said. */
const BODY_TIMEOUT_MS = 2 * SECOND_MS;
/** May carry what lets somebody in; kept nowhere. */
const SECRET_HEADER = 'set-cookie';
/** Too Many Requests, Service Unavailable: where a wait may be asked for. */
const STATUSES_THAT_ASK_FOR_PATIENCE = new Set([429, 503]);

/** Sends one request of a delivery and tells what came of it. */
@Injectable()
export class DeliverySender {
  constructor(
    private readonly guard: AddressGuard,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The most that an exchange takes. */
  get timeoutMs(): number {
    return this.config.webhooks.timeoutMs;
  }

  /**
   * Whatever the receiver does, this resolves within `timeoutMs`.
   *
   * @throws the reason of `signal` when it is aborted before the receiver has answered
   */
  async send(request: DeliveryRequest, signal?: AbortSignal): Promise<Exchange> {
    signal?.throwIfAborted();
    const { timeoutMs } = this;
    const startedAt = this.clock.now();
    const startedMs = performance.now();
    const elapsedMs = () => Math.round(performance.now() - startedMs);
    const begun = { startedAt, url: request.url, requestHeaders: headersOf(request, startedAt) };
    const deadline = deadlineIn(timeoutMs, signal);
    try {
      const answer = await this.guard.request(request.url, {
        method: 'POST',
        headers: begun.requestHeaders,
        body: request.body,
        signal: deadline.signal,
      });
      const bodyTimeoutMs = Math.min(BODY_TIMEOUT_MS, Math.max(0, timeoutMs - elapsedMs()));
      const { bytes } = await readBody(answer.body, { maxBytes: MAX_READ_BYTES, timeoutMs: bodyTimeoutMs });
      return { ...begun, durationMs: elapsedMs(), ...this.judged(answer), responseBody: beginningOf(bytes) };
    } catch (error) {
      signal?.throwIfAborted();
      const failure = deadline.signal.aborted ? timedOut(timeoutMs) : failureOf(error);
      return { ...begun, durationMs: elapsedMs(), ...NO_ANSWER, ...failure };
    } finally {
      deadline.end();
    }
  }

  private judged({ status, headers }: Answer): Omit<Exchange, 'responseBody' | keyof Begun | 'durationMs'> {
    const isDelivered = status >= 200 && status < 300;
    return {
      outcome: isDelivered ? 'delivered' : 'refused',
      responseStatus: status,
      responseHeaders: keptHeaders(headers),
      error: isDelivered ? null : refusalText(status),
      retryAfterMs: STATUSES_THAT_ASK_FOR_PATIENCE.has(status)
        ? retryAfterMs(headers['retry-after'], this.clock.nowMs())
        : null,
    };
  }
}

type Begun = Pick<Exchange, 'startedAt' | 'url' | 'requestHeaders'>;

const NO_ANSWER = { responseStatus: null, responseHeaders: null, responseBody: null, retryAfterMs: null };

function headersOf({ deliveryId, event, body, secrets }: DeliveryRequest, at: Date): Record<string, string> {
  const timestampS = Math.floor(at.getTime() / SECOND_MS);
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'ChatbotPlatform/1.0',
    'X-Webhook-Event': event,
    'X-Webhook-Id': deliveryId,
    'X-Webhook-Timestamp': String(timestampS),
    ...signatureHeaders({ id: deliveryId, timestampS, body, secrets }),
  };
}

function refusalText(status: number): string {
  const isRedirect = status >= 300 && status < 400;
  return `The receiver answered with status ${status}${isRedirect ? '; redirects are not followed' : ''}.`;
}

function keptHeaders(headers: Answer['headers']): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => name !== SECRET_HEADER);
  return Object.fromEntries(
    kept.slice(0, MAX_KEPT_HEADERS).map(([name, value]) => [name, String(value).slice(0, MAX_HEADER_CHARS)]),
  );
}

/** As UTF-8, without half a character at the end, and without NUL, which PostgreSQL keeps in no text. */
function beginningOf(bytes: Buffer): string {
  if (bytes.length === 0) return '';
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_KEPT_BYTES), { stream: true });
  return text.replaceAll('\0', '\uFFFD');
}
