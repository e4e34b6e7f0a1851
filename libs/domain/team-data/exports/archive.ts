import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

export interface ArchiveEntry {
  name: string;
  bytes: number;
  /** As many bytes as that. */
  content: Buffer | Readable;
}

/**
 * Entries as one gzipped archive (POSIX.1-2001 ustar with pax headers, RFC 1952), made as fast as it is read. The stream fails with
 * what the entries fail with; who destroys it ends them.
 */
export function archiveOf(entries: AsyncIterable<ArchiveEntry>, writtenAt: Date): Readable {
  const tar = pack();
  const gzip = createGzip();
  const fill = async () => {
    for await (const { name, bytes, content } of entries) {
      const entry = tar.entry({ name, size: bytes, mtime: writtenAt, mode: 0o600 });
      await pipeline(Buffer.isBuffer(content) ? Readable.from([content]) : content, entry);
    }
    tar.finalize();
  };
  fill().catch((error: Error) => tar.destroy(error));
  // What it fails with, whoever reads it learns.
  pipeline(tar, gzip).catch((error: Error) => gzip.destroy(error));
  return gzip;
}
