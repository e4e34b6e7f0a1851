import { Readable } from 'node:stream';
import { blobStoreErrors } from '../blob-store.errors';

export interface ContentSource {
  /** Of a file or a connection; destroyed with the content. */
  source: Readable;
  bytes: number;
  /** The longest wait for the next piece while somebody wants it; a slow reader is not the store's fault. */
  silenceMs: number;
  signal?: AbortSignal | undefined;
}

/**
 * What a reader gets: exactly so many bytes, or an error in the store's words. Sources end early without an error when a
 * server closes an answer that had no length of its own, and wait for ever when it falls silent.
 */
export class BlobContent extends Readable {
  private bytesSeen = 0;
  private isFinished = false;
  private silence: NodeJS.Timeout | undefined;

  constructor(private readonly from: ContentSource) {
    super();
    const { source, signal } = from;
    source.pause();
    source.on('data', (piece: Buffer) => this.pass(piece));
    source.on('end', () => this.finish());
    source.on('error', (cause) => this.fail(cause));
    source.on('close', () => this.finish());
    signal?.addEventListener('abort', this.obey, { once: true });
    if (signal?.aborted) this.obey();
  }

  override _read(): void {
    this.expectMore();
    this.from.source.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.silence);
    this.from.signal?.removeEventListener('abort', this.obey);
    this.from.source.destroy();
    done(error);
  }

  private readonly obey = (): void => {
    this.destroy(this.from.signal?.reason);
  };

  private expectMore(): void {
    clearTimeout(this.silence);
    const { silenceMs } = this.from;
    this.silence = setTimeout(() => this.fail(new Error(`Silence of ${silenceMs} ms.`)), silenceMs);
  }

  private pass(piece: Buffer): void {
    clearTimeout(this.silence);
    this.bytesSeen += piece.length;
    if (this.bytesSeen > this.from.bytes) this.finish();
    else if (this.push(piece)) this.expectMore();
    else this.from.source.pause();
  }

  /** Of the source; the first call counts. */
  private finish(): void {
    if (this.isFinished) return;
    this.isFinished = true;
    clearTimeout(this.silence);
    const { bytes } = this.from;
    if (this.bytesSeen === bytes) this.push(null);
    else this.fail(new Error(`The content ended with ${this.bytesSeen} of ${bytes} bytes.`));
  }

  private fail(cause: unknown): void {
    this.destroy(blobStoreErrors.unavailable({ cause }));
  }
}
