import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

/** Half the time of the usual 6 for a few percent more bytes. */
const GZIP_LEVEL = 4;

export interface TarWriter {
  add(name: string, content: Buffer): Promise<void>;
  addStream(name: string, bytes: number, content: Readable): Promise<void>;
}

export type FillTar = (tar: TarWriter) => Promise<void>;

/**
 * A compressed tar file that is made while it is read, as fast as its reader takes it. It fails with what the filling fails
 * with.
 */
export function tarStream(fill: FillTar): Readable {
  const tar = pack();
  const compressed = createGzip({ level: GZIP_LEVEL });
  // What went wrong here ends both; the reader hears of it.
  pipeline(Readable.from(tar), compressed).catch((error: Error) => tar.destroy(error));
  fill({ add: (...entry) => add(tar, ...entry), addStream: (...entry) => addStream(tar, ...entry) }).then(
    () => tar.finalize(),
    (error: Error) => {
      tar.destroy(error);
      compressed.destroy(error);
    },
  );
  return compressed;
}

/**
 * Writes a compressed tar file that its owner alone can read. It appears under its name when it is whole and on the disk; of a
 * failure nothing stays.
 */
export async function writeTar(file: string, fill: FillTar): Promise<void> {
  await writeWhole(file, tarStream(fill));
}

/** As `writeTar`, for what is made elsewhere. */
export async function writeWhole(file: string, content: Readable): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    await pipeline(content, createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
    await sync(draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export interface TarEntry {
  name: string;
  bytes: number;
  /** To be read to its end before the next entry comes. */
  stream: Readable;
}

/** The entries of a compressed tar file one after the other. @throws Error when it is damaged or cut off */
export async function* readTar(content: Readable): AsyncGenerator<TarEntry> {
  const tar = extract();
  const reading = pipeline(content, createGunzip(), tar as unknown as Writable);
  reading.catch((error: Error) => tar.destroy(error));
  for await (const entry of tar) {
    const { name, size = 0, type } = entry.header;
    if (type === 'file') yield { name, bytes: size, stream: Readable.from(entry) };
    else entry.resume();
  }
  await reading;
}

async function add(tar: ReturnType<typeof pack>, name: string, content: Buffer): Promise<void> {
  await addStream(tar, name, content.length, Readable.from([content]));
}

async function addStream(tar: ReturnType<typeof pack>, name: string, bytes: number, content: Readable): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const entry = tar.entry({ name, size: bytes, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
  entry.on('error', reject);
  // Told below, once what is written has ended.
  promise.catch(() => undefined);
  try {
    for await (const piece of content) if (!entry.write(piece)) await Promise.race([once(entry, 'drain'), promise]);
    entry.end(null);
  } catch (error) {
    entry.destroy(error as Error);
    throw error;
  }
  await promise;
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
