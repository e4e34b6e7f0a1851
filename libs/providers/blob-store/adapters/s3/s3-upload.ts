/**
 * Content of any length to one object. What fits into one part goes as one PutObject; the rest as a multipart upload, which
 * becomes visible by its completion alone. Written here because the vendor's uploader (lib-storage) does not cut off
 * requests when it is aborted: parts go on arriving after it has cleaned up, and a completion after it has reported that
 * nothing was stored.
 */
import { Logger } from '@nestjs/common';
import type { MeasuredContent } from '../measured-content';
import type { S3Connection } from './s3-connection';

export interface S3Target {
  Bucket: string;
  Key: string;
  ContentType: string;
}

interface Part {
  number: number;
  bytes: Buffer;
  isLast: boolean;
}

interface UploadedPart {
  PartNumber: number;
  ETag: string | undefined;
}

/** The least that S3 takes but for the last part; 10,000 of them are 48 GiB. */
const PART_BYTES = 5 * 1024 * 1024;
/** Parts in memory, of each upload. */
const PARTS_AT_ONCE = 2;

export class S3Upload {
  private readonly logger = new Logger('BlobStore');
  private readonly target: { Bucket: string; Key: string };

  constructor(
    private readonly connection: S3Connection,
    private readonly object: S3Target,
    private readonly content: MeasuredContent,
  ) {
    const { Bucket, Key } = object;
    this.target = { Bucket, Key };
  }

  /** @throws the error of the content; AppError of the connection */
  async run(signal?: AbortSignal): Promise<void> {
    const parts = partsOf(this.content);
    const { value: first } = await parts.next();
    if (first === undefined) return;
    if (first.isLast) await this.putWhole(first.bytes);
    else await this.putInParts(first, parts, signal);
  }

  /** Not interrupted: whether it was stored would be unknown. */
  private async putWhole(Body: Buffer): Promise<void> {
    await this.connection.exchange((s3, options) => s3.putObject({ ...this.object, Body }, options));
  }

  private async putInParts(first: Part, rest: AsyncGenerator<Part>, signal?: AbortSignal): Promise<void> {
    const { UploadId } = await this.connection.exchange((s3, options) =>
      s3.createMultipartUpload(this.object, options),
    );
    try {
      const done = await this.putParts(UploadId, first, rest, signal);
      const Parts = done.toSorted((a, b) => a.PartNumber - b.PartNumber);
      const completion = { ...this.target, UploadId, MultipartUpload: { Parts } };
      // Not interrupted either.
      await this.connection.exchange((s3, options) => s3.completeMultipartUpload(completion, options));
    } catch (error) {
      await this.forget(UploadId);
      throw error;
    }
  }

  /** Resolves or rejects when no part is on its way any more, and rejects with what failed first. */
  private async putParts(
    UploadId: string | undefined,
    first: Part,
    rest: AsyncGenerator<Part>,
    signal?: AbortSignal,
  ): Promise<UploadedPart[]> {
    const stop = new AbortController();
    const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    const done: UploadedPart[] = [];
    const put = async ({ number: PartNumber, bytes: Body }: Part) => {
      const part = { ...this.target, UploadId, PartNumber, Body };
      const { ETag } = await this.connection.exchange((s3, options) => s3.uploadPart(part, options), either);
      done.push({ PartNumber, ETag });
    };
    const line = async (part?: Part) => {
      if (part) await put(part);
      for await (const next of rest) await put(next);
    };
    const lines = Array.from({ length: PARTS_AT_ONCE }, async (_, n) => {
      try {
        await line(n === 0 ? first : undefined);
      } catch (error) {
        stop.abort(error);
        // The other line may wait for content that is long in coming.
        this.content.stop();
      }
    });
    await Promise.all(lines);
    stop.signal.throwIfAborted();
    return done;
  }

  /** The server keeps parts until it is told, and bills them. */
  private async forget(UploadId: string | undefined): Promise<void> {
    const upload = { ...this.target, UploadId };
    try {
      await this.connection.exchange((s3, options) => s3.abortMultipartUpload(upload, options));
    } catch (error) {
      this.logger.warn({
        message: 'Parts of a failed upload stay until the bucket expires them.',
        UploadId,
        err: error,
      });
    }
  }
}

/** A part is given out once it is known whether it is the last; there is always one, of no bytes if need be. */
async function* partsOf(content: AsyncIterable<Buffer>): AsyncGenerator<Part, undefined> {
  let pieces: Buffer[] = [];
  let length = 0;
  let number = 1;
  for await (const piece of content) {
    pieces.push(piece);
    length += piece.length;
    if (length <= PART_BYTES) continue;
    let held = Buffer.concat(pieces);
    for (; held.length > PART_BYTES; held = held.subarray(PART_BYTES)) {
      yield { number, bytes: held.subarray(0, PART_BYTES), isLast: false };
      number += 1;
    }
    // A copy, because the rest would hold the whole in memory.
    [pieces, length] = [[Buffer.from(held)], held.length];
  }
  yield { number, bytes: Buffer.concat(pieces), isLast: true };
}
