import { Injectable } from '@nestjs/common';
import { AddressGuard, failureOf, readBody, signatureHeaders } from '#infra/http-client';
import { AppError, Clock, newId, SECOND_MS } from '#kernel';
import { PluginFault } from './plugin-fault';

export interface HttpPluginAddress {
  url: string;
  /** What its calls are signed with; the same list for the same plugin. */
  secrets: readonly string[];
}

/** What a plugin says; docs/plugins.md tells people. */
export const MAX_ANSWER_BYTES = 64 * 1024;
/** Behind the head of an answer; the call's own limit ends it sooner. */
const BODY_TIMEOUT_MS = 30 * SECOND_MS;

/** Sends one signed call to a plugin of kind `http`. Its receiver is trusted in nothing. */
@Injectable()
export class HttpCalls {
  constructor(
    private readonly guard: AddressGuard,
    private readonly clock: Clock,
  ) {}

  /** The JSON of the answer; undefined when it is empty. @throws PluginFault; the reason of `signal` */
  async post(
    { url, secrets }: HttpPluginAddress,
    hook: string,
    content: object,
    signal: AbortSignal,
  ): Promise<unknown> {
    const id = newId();
    const body = JSON.stringify(content);
    const timestampS = Math.floor(this.clock.nowMs() / SECOND_MS);
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
      'User-Agent': 'Parley',
      'X-Plugin-Hook': hook,
      ...signatureHeaders({ id, timestampS, body, secrets }),
    };
    const answer = await this.guard.request(url, { method: 'POST', headers, body, signal }).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : unreachable(error);
    });
    const length = Number(answer.headers['content-length'] ?? 0);
    if (length > MAX_ANSWER_BYTES) {
      answer.body.on('error', () => undefined).destroy();
      throw tooLong();
    }
    const { bytes, end } = await readBody(answer.body, { maxBytes: MAX_ANSWER_BYTES, timeoutMs: BODY_TIMEOUT_MS });
    signal.throwIfAborted();
    if (end === 'too_long') throw tooLong();
    requireSuccess(answer.status);
    if (end !== 'whole')
      throw new PluginFault('The connection was closed before the answer was complete.', 'failed', true);
    return parsed(bytes);
  }
}

function requireSuccess(status: number): void {
  if (status >= 200 && status < 300) return;
  const isRedirect = status >= 300 && status < 400;
  const rest = isRedirect ? '; redirects are not followed' : '';
  throw new PluginFault(`The plugin answered with status ${status}${rest}.`, 'failed', status >= 500 || status === 429);
}

function parsed(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new PluginFault('The answer of the plugin is no JSON.');
  }
}

function tooLong(): PluginFault {
  const limit = MAX_ANSWER_BYTES.toLocaleString('en-US');
  return new PluginFault(`The plugin answered with more than ${limit} bytes, which are not read.`, 'failed', true);
}

function unreachable(error: unknown): PluginFault {
  const { outcome, error: words } = failureOf(error);
  const isRefused = error instanceof AppError;
  return new PluginFault(words, outcome === 'timed_out' ? 'timed_out' : 'failed', !isRefused);
}
