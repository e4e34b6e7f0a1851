/**
 * Where files live: bytes under a key, whole or not at all. Blobs are put, replaced and deleted, never changed in place.
 * What a blob means (its name, owner, state) stands in a row of whoever put it; the store knows keys alone.
 */
import type { Readable } from 'node:stream';

/** What a blob is when nobody says: RFC 2046 §4.5.1. */
export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

export interface PutOptions {
  /** Printable ASCII, 255 characters at most; `application/octet-stream` unless given. */
  mediaType?: string;
  /** More than that is refused as soon as it has been read. */
  maxBytes?: number;
  /** Heeded until all of the content has been read; what follows is not interrupted, so that its outcome is known. */
  signal?: AbortSignal;
}

export interface PutBlob {
  bytes: number;
  /** Of the content, 64 hexadecimal digits. */
  sha256: string;
}

/** As in HTTP (RFC 9110 §14.1.2): from 0, both ends included, an `end` beyond the last byte means the last byte. */
export interface ByteRange {
  start: number;
  /** Of the whole unless given. */
  end?: number;
}

export interface GetOptions {
  range?: ByteRange;
  /** Ends the stream, too. */
  signal?: AbortSignal;
}

export interface BlobHead {
  bytes: number;
  mediaType: string;
}

export interface Blob {
  /**
   * Fails with `blob_store.unavailable` when it ends before `bytes` have come. It holds a file or a connection: read it to
   * the end or destroy it.
   */
  stream: Readable;
  /** Of the stream. */
  bytes: number;
  /** Of the whole blob. */
  totalBytes: number;
  mediaType: string;
}

/**
 * Also the injection token. Every method throws AppError `blob_store.key_invalid` for a key or prefix that `blob-key` does
 * not allow, `blob_store.unavailable` when the store fails, and the reason of the signal when that aborts.
 */
export abstract class BlobStore {
  /**
   * Resolves when the content would survive a crash. Readers see what was there before or all of this, and of several puts
   * at once the one that ends last. A put that fails changes nothing, with one exception that no store can rule out: when
   * the last answer of a server is lost, the new content may stand there, whole.
   *
   * A stream is read as fast as the store takes it, a few megabytes ahead at most, and is destroyed when the put fails.
   *
   * @throws AppError `blob_store.too_large`, `.media_type_invalid`; the error of `content` when that fails
   */
  abstract put(key: string, content: Readable | Buffer, options?: PutOptions): Promise<PutBlob>;

  /**
   * A stream that was begun goes on with what it began, even if the blob is replaced or deleted meanwhile.
   *
   * @throws AppError `blob_store.not_found`, `.range_invalid`
   */
  abstract get(key: string, options?: GetOptions): Promise<Blob>;

  /** @throws AppError `blob_store.not_found` */
  abstract head(key: string): Promise<BlobHead>;

  /** What is not there is as good as deleted. */
  abstract delete(key: string): Promise<void>;

  /** Any number of keys. When it fails some may be deleted: call it again. */
  abstract deleteMany(keys: readonly string[]): Promise<void>;

  /**
   * Everything whose key begins with `<prefix>/`: neither the blob `<prefix>` itself nor `<prefix>2/...`. Blobs that are put
   * meanwhile may stay. When it fails or is aborted some are deleted: call it again.
   */
  abstract deletePrefix(prefix: string, signal?: AbortSignal): Promise<void>;
}
