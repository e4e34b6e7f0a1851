/**
 * Blobs as objects of an S3-compatible server (Amazon S3 API reference, 2006-03-01): MinIO, Ceph, R2 and their like, which
 * all know the few commands that are used here. Objects are whole by nature.
 */
import type { Readable } from 'node:stream';
import type { OnApplicationShutdown } from '@nestjs/common';
import { checkKey, checkPrefix } from '../../blob-key';
import {
  type Blob,
  type BlobHead,
  BlobStore,
  type ByteRange,
  type GetOptions,
  type PutBlob,
  type PutOptions,
  UNKNOWN_MEDIA_TYPE,
} from '../../blob-store.contract';
import { blobStoreErrors } from '../../blob-store.errors';
import { BlobContent } from '../blob-content';
import { MeasuredContent } from '../measured-content';
import { checkedMediaType, checkRange } from '../option-checks';
import { S3Connection } from './s3-connection';
import type { S3Settings } from './s3-settings';
import { S3Upload } from './s3-upload';

/** Of one DeleteObjects, and of one page of a listing. */
const KEYS_AT_ONCE = 1_000;
const CONTENT_RANGE = /^bytes \d+-\d+\/(\d+)$/;

export class S3BlobStore extends BlobStore implements OnApplicationShutdown {
  private readonly connection: S3Connection;

  constructor(private readonly settings: S3Settings) {
    super();
    this.connection = new S3Connection(settings);
  }

  async put(key: string, content: Readable | Buffer, options: PutOptions = {}): Promise<PutBlob> {
    const measured = new MeasuredContent(content, options);
    try {
      const target = { ...this.objectOf(key), ContentType: checkedMediaType(options.mediaType) };
      await new S3Upload(this.connection, target, measured).run(options.signal);
      return measured.result();
    } finally {
      measured.stop();
    }
  }

  async get(key: string, { range, signal }: GetOptions = {}): Promise<Blob> {
    checkRange(range);
    const wanted = { ...this.objectOf(key), ...(range === undefined ? {} : { Range: headerOf(range) }) };
    const answer = await this.connection.exchange((s3, options) => s3.getObject(wanted, options), signal);
    const { ContentLength: bytes, ContentRange, ContentType: mediaType = UNKNOWN_MEDIA_TYPE } = answer;
    const source = answer.Body as Readable;
    const totalBytes = range === undefined ? bytes : Number(CONTENT_RANGE.exec(ContentRange ?? '')?.[1] ?? Number.NaN);
    if (bytes === undefined || totalBytes === undefined || Number.isNaN(totalBytes)) {
      source.on('error', () => undefined).destroy();
      throw blobStoreErrors.unavailable({ cause: new Error('The server does not say how long its answer is.') });
    }
    const { silenceMs } = this.connection.limits;
    return { stream: new BlobContent({ source, bytes, silenceMs, signal }), bytes, totalBytes, mediaType };
  }

  async head(key: string): Promise<BlobHead> {
    const object = this.objectOf(key);
    const { ContentLength: bytes = 0, ContentType: mediaType = UNKNOWN_MEDIA_TYPE } = await this.connection.exchange(
      (s3, options) => s3.headObject(object, options),
    );
    return { bytes, mediaType };
  }

  async delete(key: string): Promise<void> {
    const object = this.objectOf(key);
    await this.connection.exchange((s3, options) => s3.deleteObject(object, options));
  }

  async deleteMany(keys: readonly string[]): Promise<void> {
    const names = keys.map((key) => this.objectOf(key).Key);
    for (let from = 0; from < names.length; from += KEYS_AT_ONCE) {
      await this.deleteObjects(names.slice(from, from + KEYS_AT_ONCE));
    }
  }

  async deletePrefix(prefix: string, signal?: AbortSignal): Promise<void> {
    checkPrefix(prefix);
    const listing = { Bucket: this.settings.bucket, Prefix: `${this.nameOf(prefix)}/`, MaxKeys: KEYS_AT_ONCE };
    let ContinuationToken: string | undefined;
    do {
      const request = { ...listing, ContinuationToken };
      const page = await this.connection.exchange((s3, options) => s3.listObjectsV2(request, options), signal);
      await this.deleteObjects(
        (page.Contents ?? []).flatMap(({ Key }) => Key ?? []),
        signal,
      );
      ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (ContinuationToken !== undefined);
  }

  /** Whether the bucket answers, in one attempt. @throws AppError `blob_store.unavailable`, `.not_found` without the bucket */
  async checkBucket(signal: AbortSignal): Promise<void> {
    const { bucket: Bucket } = this.settings;
    await this.connection.exchange((s3, options) => s3.headBucket({ Bucket }, options), signal);
  }

  /** After the jobs and requests that use it have ended. */
  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }

  private async deleteObjects(names: readonly string[], signal?: AbortSignal): Promise<void> {
    if (names.length === 0) return;
    const deletion = {
      Bucket: this.settings.bucket,
      Delete: { Objects: names.map((Key) => ({ Key })), Quiet: true },
    };
    const { Errors = [] } = await this.connection.exchange(
      (s3, options) => s3.deleteObjects(deletion, options),
      signal,
    );
    const [failed] = Errors;
    if (failed === undefined) return;
    throw blobStoreErrors.unavailable({ cause: new Error(`${Errors.length} were not deleted: ${failed.Code}`) });
  }

  private objectOf(key: string): { Bucket: string; Key: string } {
    checkKey(key);
    return { Bucket: this.settings.bucket, Key: this.nameOf(key) };
  }

  private nameOf(key: string): string {
    const { prefix } = this.settings;
    return prefix === '' ? key : `${prefix}/${key}`;
  }
}

function headerOf({ start, end }: ByteRange): string {
  return `bytes=${start}-${end ?? ''}`;
}
