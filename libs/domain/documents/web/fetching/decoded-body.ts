import { pipeline, type Readable, type Transform } from 'node:stream';
import { promisify } from 'node:util';
import { createBrotliDecompress, createGunzip, createInflate, gunzip } from 'node:zlib';

/** What we ask for; some servers send other encodings all the same. */
export const ACCEPTED_ENCODING = 'gzip';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
const GZIP = [0x1f, 0x8b] as const;

/** The body as it was meant; undefined when its encoding is not known here. Who destroys it destroys what it comes from. */
export function decodedBody(body: Readable, encoding: string): Readable | undefined {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity') return body;
  const decoder = DECODERS[name]?.();
  // Errors of either are told by the decoder, which is what is read.
  return decoder && pipeline(body, decoder, () => undefined);
}

/** A file that is itself packed, as `sitemap.xml.gz` is; undefined when it is broken or unpacks to more than the limit. */
export async function unpacked(bytes: Buffer, maxBytes: number): Promise<Buffer | undefined> {
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: maxBytes });
  } catch {
    return undefined;
  }
}
