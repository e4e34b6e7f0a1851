/**
 * One client of the vendor for all exchanges, made at the first: its library takes a tenth of a second and some megabytes to
 * load, which nobody pays who keeps files in a folder. Every exchange ends within its limits, as the vendor's own retries
 * and timeouts alone do not guarantee: an answer may stop in the middle of its body.
 */
import type { S3 } from '@aws-sdk/client-s3';
import { addContentMd5 } from './content-md5';
import { s3Failure } from './s3-failure';
import { S3_LIMITS, type S3Limits, type S3Settings } from './s3-settings';

/** One command: given the client, and what ends it. */
export type S3Command<Answer> = (client: S3, options: { abortSignal: AbortSignal }) => Promise<Answer>;

export class S3Connection {
  readonly limits: S3Limits;
  private client: Promise<S3> | undefined;

  constructor(private readonly settings: S3Settings) {
    this.limits = settings.limits ?? S3_LIMITS;
  }

  /**
   * `signal` holds for the content of an answer, too, the time limit only up to it.
   *
   * @throws AppError of `s3Failure`; the reason of `signal`
   */
  async exchange<Answer>(command: S3Command<Answer>, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    const limit = new AbortController();
    const tooSlow = new Error(`No whole answer within ${this.limits.exchangeMs} ms.`);
    const timer = setTimeout(() => limit.abort(tooSlow), this.limits.exchangeMs);
    try {
      this.client ??= makeClient(this.settings, this.limits);
      const abortSignal = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
      return await command(await this.client, { abortSignal });
    } catch (error) {
      signal?.throwIfAborted();
      throw s3Failure(limit.signal.aborted ? tooSlow : error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Hangs up. */
  async close(): Promise<void> {
    (await this.client)?.destroy();
    this.client = undefined;
  }
}

async function makeClient(settings: S3Settings, limits: S3Limits): Promise<S3> {
  const { S3 } = await import('@aws-sdk/client-s3');
  const { endpoint, region, credentials, isPathStyle } = settings;
  const client = new S3({
    region,
    forcePathStyle: isPathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    retryMode: 'standard',
    maxAttempts: limits.attempts,
    requestHandler: {
      connectionTimeout: limits.connectMs,
      requestTimeout: limits.attemptMs,
      throwOnRequestTimeout: true,
      // Its own idle limit counts slow readers, who are not the server's fault; ours does not.
      socketTimeout: 0,
    },
    // What is signed is hashed already; other checksums are unknown to many servers of this protocol.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  addContentMd5(client);
  return client;
}
