import { Injectable } from '@nestjs/common';
import { AddressGuard, type Answer, failureOf, readBody } from '#infra/http-client';
import { AppError, SECOND_MS } from '#kernel';
import { answerIn } from './answer-reading';
import type { BackEndAnswer } from './back-end.types';
import { BackEndFault } from './back-end-fault';

/** Of an answer; docs/integrations.md tells people. */
export const MAX_ANSWER_BYTES = 256 * 1024;

export interface WebhookCall {
  url: string;
  headers: Readonly<Record<string, string>>;
  payload: object;
  /** Of the whole call; the caller's signal ends it sooner. */
  timeoutMs: number;
}

/** Asks a back-end. It is trusted in nothing. */
@Injectable()
export class WebhookCalls {
  constructor(private readonly guard: AddressGuard) {}

  /** @throws BackEndFault; the reason of `signal` */
  async post({ url, headers, payload, timeoutMs }: WebhookCall, signal: AbortSignal): Promise<BackEndAnswer> {
    const body = JSON.stringify(payload);
    const answer = await this.guard.request(url, { method: 'POST', headers, body, signal }).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : unreachable(error);
    });
    if (Number(answer.headers['content-length'] ?? 0) > MAX_ANSWER_BYTES) {
      answer.body.on('error', () => undefined).destroy();
      throw tooLong();
    }
    const { bytes, end } = await readBody(answer.body, { maxBytes: MAX_ANSWER_BYTES, timeoutMs });
    signal.throwIfAborted();
    if (end === 'too_long') throw tooLong();
    requireSuccess(answer);
    if (end !== 'whole')
      throw new BackEndFault('The connection was closed before the answer was complete.', { isDown: true });
    return answerIn(parsed(bytes));
  }
}

function requireSuccess({ status, headers }: Answer): void {
  if (status >= 200 && status < 300) return;
  const isRedirect = status >= 300 && status < 400;
  const rest = isRedirect ? '; redirects are not followed' : '';
  const isDown = status >= 500 || status === 429 || status === 408;
  const retryAfterMs = isDown ? retryAfterIn(headers['retry-after']) : undefined;
  throw new BackEndFault(`The back-end answered with status ${status}${rest}.`, {
    statusCode: status,
    isDown,
    retryAfterMs,
  });
}

/** RFC 9110 §10.2.3: seconds; a date is not heeded. */
function retryAfterIn(value: string | string[] | undefined): number | undefined {
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) * SECOND_MS : undefined;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BackEndFault('The answer of the back-end is no JSON.');
  }
}

function tooLong(): BackEndFault {
  const limit = MAX_ANSWER_BYTES.toLocaleString('en-US');
  return new BackEndFault(`The back-end answered with more than ${limit} bytes, which are not read.`, { isDown: true });
}

function unreachable(error: unknown): BackEndFault {
  return new BackEndFault(failureOf(error).error, { isDown: !(error instanceof AppError) });
}
