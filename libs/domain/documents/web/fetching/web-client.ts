/**
 * Asks strangers' servers, politely and within limits: through the address guard, one request at a time to a host, at most
 * five redirects and none to another site, bodies bounded after unpacking, no cookies. Every answer, whatever it is, is a
 * value; only an abort throws.
 */
import { Injectable } from '@nestjs/common';
import { AddressGuard, type Answer, deadlineIn, failureOf, readBody, retryAfterMs } from '#infra/http-client';
import { AppError } from '#kernel';
import { isSameSite, webAddress } from '../addresses/web-address';
import { USER_AGENT } from '../robots/robots-rules';
import { webErrors } from '../web-sources.errors';
import { ACCEPTED_ENCODING, decodedBody } from './decoded-body';
import { HostTurns } from './host-turns';
import type { Validators, WebAnswer } from './web-answer';

export interface WebRequest {
  address: string;
  accept: string;
  /** Asks for what is new alone. */
  validators?: Validators;
  maxBytes: number;
  /** Since the last request to the host. */
  pauseMs: number;
  /** Asked of every address on the way. */
  allows: (address: string) => boolean;
  signal: AbortSignal;
}

/** `restMs`: how long the server wants to be left alone. */
type Step = { redirect: string } | { answer: WebAnswer; restMs?: number | null };

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const GONE = new Set([404, 410]);
const REFUSED = new Set([401, 402, 403, 407, 451]);
/** A server that is busy is asked once more, after the time that it names, if that is not much. */
const BUSY = new Set([429, 503]);
const MAX_REST_MS = 60_000;
/** From the request to the head of the answer, and from there to its end. */
const HEAD_TIMEOUT_MS = 15_000;
const BODY_TIMEOUT_MS = 30_000;

@Injectable()
export class WebClient {
  private readonly turns = new HostTurns();

  constructor(private readonly guard: AddressGuard) {}

  /** @throws the reason of the signal when it aborts */
  async get(request: WebRequest): Promise<WebAnswer> {
    const seen = new Set<string>();
    let { address } = request;
    while (seen.size <= MAX_REDIRECTS && !seen.has(address)) {
      seen.add(address);
      if (!request.allows(address)) return { kind: 'forbidden' };
      const step = await this.patientStepTo(address, request);
      if ('answer' in step) return step.answer;
      if (!isSameSite(step.redirect, request.address)) return failed(webErrors.redirected_away());
      address = step.redirect;
    }
    return failed(webErrors.too_many_redirects());
  }

  private async patientStepTo(address: string, request: WebRequest): Promise<Step> {
    const step = await this.stepTo(address, request);
    if (!('answer' in step) || step.restMs == null) return step;
    this.turns.rest(new URL(address).host, Math.min(step.restMs, MAX_REST_MS));
    return step.restMs <= MAX_REST_MS ? this.stepTo(address, request) : step;
  }

  private stepTo(address: string, request: WebRequest): Promise<Step> {
    const { host } = new URL(address);
    return this.turns.take(host, request.pauseMs, request.signal, () => this.ask(address, request));
  }

  private async ask(address: string, request: WebRequest): Promise<Step> {
    const deadline = deadlineIn(HEAD_TIMEOUT_MS + BODY_TIMEOUT_MS, request.signal);
    try {
      const headLimit = setTimeout(deadline.abort, HEAD_TIMEOUT_MS);
      const answer = await this.guard
        .request(address, { method: 'GET', headers: headersOf(request), signal: deadline.signal })
        .finally(() => clearTimeout(headLimit));
      return await this.judge(address, answer, request);
    } catch (error) {
      request.signal.throwIfAborted();
      return { answer: silent(deadline.signal.aborted ? webErrors.timed_out() : reasonOf(error), error) };
    } finally {
      deadline.end();
    }
  }

  private async judge(address: string, answer: Answer, request: WebRequest): Promise<Step> {
    const { status, headers, body } = answer;
    if (status === 200) return { answer: await this.contentOf(address, answer, request) };
    // The few bytes of other answers are not worth a connection.
    body.on('error', () => undefined).destroy();
    if (REDIRECTS.has(status)) {
      const redirect = webAddress(textOf(headers.location), address);
      return redirect ? { redirect } : { answer: failed(webErrors.redirected_away()) };
    }
    if (status === 304 && request.validators) return { answer: { kind: 'unchanged', address } };
    if (GONE.has(status)) return { answer: { kind: 'gone' } };
    if (REFUSED.has(status)) {
      return { answer: failed(webErrors.access_refused({ message: `The server refuses access (${status}).` })) };
    }
    const answered = silent(webErrors.server_failed({ message: `The server answered with status ${status}.` }));
    const restMs = BUSY.has(status) ? retryAfterMs(headers['retry-after'], Date.now()) : null;
    return { answer: answered, restMs };
  }

  private async contentOf(address: string, { headers, body }: Answer, request: WebRequest): Promise<WebAnswer> {
    const decoded = decodedBody(body, textOf(headers['content-encoding']));
    if (!decoded) {
      body.on('error', () => undefined).destroy();
      return silent(webErrors.broken());
    }
    const { bytes, end } = await readBody(decoded, { maxBytes: request.maxBytes, timeoutMs: BODY_TIMEOUT_MS });
    request.signal.throwIfAborted();
    if (end === 'too_long') return failed(webErrors.too_large());
    if (end !== 'whole') return silent(end === 'too_slow' ? webErrors.timed_out() : webErrors.broken());
    return {
      kind: 'content',
      address,
      bytes,
      contentType: textOf(headers['content-type']),
      robotsTag: textOf(headers['x-robots-tag']),
      etag: textOf(headers.etag) || null,
      lastModified: textOf(headers['last-modified']) || null,
    };
  }
}

function headersOf({ accept, validators }: WebRequest): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    accept,
    'accept-encoding': ACCEPTED_ENCODING,
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

function textOf(header: string | string[] | undefined): string {
  return Array.isArray(header) ? header.join(', ') : (header ?? '');
}

function reasonOf(error: unknown): AppError {
  const { outcome, error: message } = failureOf(error);
  if (outcome === 'address_refused') return webErrors.address_refused({ message });
  return outcome === 'timed_out' ? webErrors.timed_out({ message }) : webErrors.unreachable({ message });
}

function failed(error: AppError): WebAnswer {
  return { kind: 'failed', error, isSilent: false };
}

/** An address that is refused says nothing of the site; everything else here does. */
function silent(error: AppError, cause?: unknown): WebAnswer {
  return { kind: 'failed', error, isSilent: !(cause instanceof AppError) };
}
