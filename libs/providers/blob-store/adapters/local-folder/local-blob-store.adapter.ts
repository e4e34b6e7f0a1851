/**
 * Blobs as files below one folder, for installations of one machine or with a folder that all machines share. Content is
 * written beside the blobs, synced, and moved to its place, so that a blob is whole wherever the process or the machine
 * stops. `@` stands in no key: files end in `@blob`, so that the blob `a/b` and the folder of `a/b/c` never meet, and what
 * is being written stands in `@incoming`.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type BeforeApplicationShutdown, Logger, type OnModuleInit } from '@nestjs/common';
import { AppError, type Clock, DAY_MS, MINUTE_MS } from '#kernel';
import { checkKey, checkPrefix } from '../../blob-key';
import {
  type Blob,
  type BlobHead,
  BlobStore,
  type ByteRange,
  type GetOptions,
  type PutBlob,
  type PutOptions,
} from '../../blob-store.contract';
import { blobStoreErrors } from '../../blob-store.errors';
import { BlobContent } from '../blob-content';
import { MeasuredContent } from '../measured-content';
import { checkedMediaType, checkRange } from '../option-checks';
import { headLine, type OpenBlob, openBlobFile } from './blob-file';
import { isMissing, moveInto, removeEmptyFolders, removeFile, removeTree } from './folders';
import { tellFreeSpace } from './free-space';

/** A put that writes nothing for so long has died with its process. */
const LEFTOVER_AGE_MS = DAY_MS;
/** A disk of another machine may take long, but not for ever. */
const SILENCE_MS = 2 * MINUTE_MS;
const DELETES_AT_ONCE = 16;

export class LocalBlobStore extends BlobStore implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('BlobStore');
  private readonly incoming: string;
  private endTelling: (() => void) | undefined;

  constructor(
    /** Absolute. */
    private readonly root: string,
    private readonly clock: Clock,
  ) {
    super();
    this.incoming = path.join(root, '@incoming');
  }

  /** Removes what puts that died have left. */
  async onModuleInit(): Promise<void> {
    this.endTelling = tellFreeSpace(this.root);
    try {
      await this.removeLeftovers();
    } catch (error) {
      if (!isMissing(error)) this.logger.warn({ message: 'The folder of files cannot be looked through.', err: error });
    }
  }

  beforeApplicationShutdown(): void {
    this.endTelling?.();
  }

  async put(key: string, content: Readable | Buffer, options: PutOptions = {}): Promise<PutBlob> {
    const measured = new MeasuredContent(content, options);
    const draft = path.join(this.incoming, randomUUID());
    try {
      const file = this.fileOf(key);
      await this.write(draft, headLine(checkedMediaType(options.mediaType)), measured);
      await moveInto(draft, file);
      return measured.result();
    } catch (error) {
      measured.stop();
      await rm(draft, { force: true }).catch(() => undefined);
      throw measured.failureOf(error, translated);
    }
  }

  async get(key: string, { range, signal }: GetOptions = {}): Promise<Blob> {
    checkRange(range);
    signal?.throwIfAborted();
    const opened = await this.open(key);
    const { handle, offset, bytes: totalBytes, mediaType } = opened;
    try {
      const { start, bytes } = within(range, totalBytes);
      const source =
        bytes === 0
          ? await emptied(opened)
          : handle.createReadStream({ start: offset + start, end: offset + start + bytes - 1 });
      return {
        stream: new BlobContent({ source, bytes, silenceMs: SILENCE_MS, signal }),
        bytes,
        totalBytes,
        mediaType,
      };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async head(key: string): Promise<BlobHead> {
    const { handle, bytes, mediaType } = await this.open(key);
    await handle.close();
    return { bytes, mediaType };
  }

  async delete(key: string): Promise<void> {
    await this.remove(this.fileOf(key));
  }

  async deleteMany(keys: readonly string[]): Promise<void> {
    const files = keys.map((key) => this.fileOf(key));
    for (let from = 0; from < files.length; from += DELETES_AT_ONCE) {
      await Promise.all(files.slice(from, from + DELETES_AT_ONCE).map((file) => this.remove(file)));
    }
  }

  async deletePrefix(prefix: string, signal?: AbortSignal): Promise<void> {
    checkPrefix(prefix);
    signal?.throwIfAborted();
    const folder = path.join(this.root, ...prefix.split('/'));
    try {
      await removeTree(folder, signal);
      await removeEmptyFolders(path.dirname(folder), this.root);
    } catch (error) {
      signal?.throwIfAborted();
      throw translated(error);
    }
  }

  private async write(draft: string, head: Buffer, content: MeasuredContent): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(head);
      for await (const piece of content) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  private async open(key: string): Promise<OpenBlob> {
    const file = this.fileOf(key);
    try {
      return await openBlobFile(file);
    } catch (error) {
      throw isMissing(error) ? blobStoreErrors.not_found() : translated(error);
    }
  }

  private async remove(file: string): Promise<void> {
    try {
      if (await removeFile(file)) await removeEmptyFolders(path.dirname(file), this.root);
    } catch (error) {
      throw translated(error);
    }
  }

  private async removeLeftovers(): Promise<void> {
    const diedBeforeMs = this.clock.nowMs() - LEFTOVER_AGE_MS;
    for (const name of await readdir(this.incoming)) {
      const draft = path.join(this.incoming, name);
      if ((await lastWriteMs(draft)) < diedBeforeMs) await rm(draft, { force: true });
    }
  }

  private fileOf(key: string): string {
    checkKey(key);
    return `${path.join(this.root, ...key.split('/'))}@blob`;
  }
}

function within(range: ByteRange | undefined, totalBytes: number): { start: number; bytes: number } {
  if (range === undefined) return { start: 0, bytes: totalBytes };
  const { start, end = totalBytes - 1 } = range;
  if (start >= totalBytes) throw blobStoreErrors.range_invalid();
  return { start, bytes: Math.min(end, totalBytes - 1) - start + 1 };
}

/** Others end their puts meanwhile: what has gone is no leftover. */
async function lastWriteMs(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (isMissing(error)) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** Streams of files cannot be of no bytes. */
async function emptied({ handle }: OpenBlob): Promise<Readable> {
  await handle.close();
  return Readable.from([]);
}

function translated(error: unknown): Error {
  return error instanceof AppError ? error : blobStoreErrors.unavailable({ cause: error });
}
