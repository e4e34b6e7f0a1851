/**
 * A blob as a file: one line of JSON that tells the media type, then the content. One file, because two could not be
 * replaced at once: readers would see the type of one put with the content of another. `tail -n +2` gives the content.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import type { BlobHead } from '../../blob-store.contract';
import { blobStoreErrors } from '../../blob-store.errors';

/** A media type of 255 characters, each with an escape, and the rest. */
const MAX_HEAD_BYTES = 1_024;
const LINE_FEED = 0x0a;
const headSchema = z.object({ parleyBlob: z.literal(1), mediaType: z.string() });

export interface OpenBlob extends BlobHead {
  handle: FileHandle;
  /** Of the content within the file. */
  offset: number;
}

export function headLine(mediaType: string): Buffer {
  return Buffer.from(`${JSON.stringify({ parleyBlob: 1, mediaType })}\n`);
}

/**
 * The caller closes the handle.
 *
 * @throws AppError `blob_store.damaged`; else what the file system throws
 */
export async function openBlobFile(file: string): Promise<OpenBlob> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_HEAD_BYTES), 0, MAX_HEAD_BYTES, 0);
    const offset = buffer.subarray(0, bytesRead).indexOf(LINE_FEED) + 1;
    const { mediaType } = readHead(buffer.toString('utf8', 0, offset));
    const { size } = await handle.stat();
    return { handle, offset, bytes: size - offset, mediaType };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function readHead(line: string): z.output<typeof headSchema> {
  try {
    return headSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw blobStoreErrors.damaged({ cause });
  }
}
