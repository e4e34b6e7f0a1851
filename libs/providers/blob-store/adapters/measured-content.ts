import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PutBlob, PutOptions } from '../blob-store.contract';
import { blobStoreErrors } from '../blob-store.errors';

type Piece = Buffer | Uint8Array | string;

/**
 * Content on its way into a store: counted, hashed and bounded piece by piece as the store takes it. The caller's stream is
 * destroyed whenever the put does not read it to its end, so that nobody waits for a reader that has gone. A stream may
 * take any time to let itself be destroyed; the put does not wait for that.
 */
export class MeasuredContent implements AsyncIterable<Buffer> {
  private readonly source: Readable;
  private readonly hash = createHash('sha256');
  private bytes = 0;
  private failure: { error: unknown } | undefined;
  private interrupt: (reason: unknown) => void = () => undefined;

  constructor(
    content: Readable | Buffer,
    private readonly options: Pick<PutOptions, 'maxBytes' | 'signal'>,
  ) {
    this.source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
    // It may fail before anybody reads it, which is told when they do.
    this.source.on('error', () => undefined);
    options.signal?.addEventListener('abort', this.stop, { once: true });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    const { signal } = this.options;
    const pieces: AsyncIterator<Piece> = this.source[Symbol.asyncIterator]();
    try {
      for (;;) {
        signal?.throwIfAborted();
        const { value, done } = await this.next(pieces);
        if (done) break;
        yield this.measured(value);
      }
      signal?.throwIfAborted();
    } catch (error) {
      this.failure ??= { error: signal?.aborted ? signal.reason : error };
      throw this.failure.error;
    } finally {
      this.stop();
    }
  }

  /** What the put failed with: that of the content if it failed first, else what `translate` makes of the store's. */
  failureOf(error: unknown, translate: (error: unknown) => Error): unknown {
    return this.failure ? this.failure.error : translate(error);
  }

  /** Nobody reads on, not even who waits for the next piece. */
  readonly stop = (): void => {
    this.options.signal?.removeEventListener('abort', this.stop);
    this.source.destroy();
    this.interrupt(new Error('The content is not read on.'));
  };

  /** Once it has been read to its end. */
  result(): PutBlob {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private next(pieces: AsyncIterator<Piece>): Promise<IteratorResult<Piece, unknown>> {
    return new Promise((resolve, reject) => {
      this.interrupt = reject;
      pieces.next().then(resolve, reject);
    });
  }

  private measured(piece: Piece): Buffer {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece as Uint8Array);
    this.bytes += bytes.length;
    if (this.options.maxBytes !== undefined && this.bytes > this.options.maxBytes) throw blobStoreErrors.too_large();
    this.hash.update(bytes);
    return bytes;
  }
}
