/**
 * How much a ZIP archive unpacks to, found out before anybody unpacks it: what its directory says is not believed. APPNOTE
 * 6.3.10: 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end). Archives beyond 4 GB, in parts or with something before
 * them are refused, since no Word document is one.
 */
import { inflateRawSync } from 'node:zlib';
import { extractionErrors } from '../text-extraction.errors';

export interface ArchiveBounds {
  /** Of all counted entries together, unpacked. */
  maxBytes: number;
  isCounted(name: string): boolean;
}

interface Entry {
  name: string;
  method: number;
  packedBytes: number;
  offset: number;
  isEncrypted: boolean;
}

const END = { signature: Buffer.from('504b0506', 'hex'), bytes: 22 };
const DIRECTORY = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const STORED = 0;
const DEFLATED = 8;
const MAX_ENTRIES = 10_000;

/** @throws AppError `text_extraction.malformed`, `.protected`, `.too_complex` */
export function checkArchive(file: Buffer, { maxBytes, isCounted }: ArchiveBounds): void {
  let left = maxBytes;
  for (const entry of entriesOf(file)) {
    if (entry.isEncrypted) throw extractionErrors.protected();
    if (isCounted(entry.name)) left -= unpackedBytes(file, entry, left);
  }
}

function* entriesOf(file: Buffer): Generator<Entry> {
  const end = file.lastIndexOf(END.signature);
  if (end < 0 || end + END.bytes > file.length) throw broken();
  const count = file.readUInt16LE(end + 10);
  const [bytes, start] = [file.readUInt32LE(end + 12), file.readUInt32LE(end + 16)];
  if (count > MAX_ENTRIES || start + bytes !== end) throw broken();
  let at = start;
  for (let number = 0; number < count; number++) {
    if (at + DIRECTORY.bytes > end || file.readUInt32LE(at) !== DIRECTORY.signature) throw broken();
    const nameBytes = file.readUInt16LE(at + 28);
    yield {
      name: file.toString('latin1', at + DIRECTORY.bytes, at + DIRECTORY.bytes + nameBytes),
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packedBytes: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    };
    at += DIRECTORY.bytes + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
}

function unpackedBytes(file: Buffer, { method, packedBytes, offset }: Entry, maxBytes: number): number {
  if (offset + LOCAL.bytes > file.length || file.readUInt32LE(offset) !== LOCAL.signature) throw broken();
  const start = offset + LOCAL.bytes + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packedBytes > file.length) throw broken();
  if (method === STORED && packedBytes <= maxBytes) return packedBytes;
  if (method !== DEFLATED) throw method === STORED ? bomb() : broken();
  try {
    return inflateRawSync(file.subarray(start, start + packedBytes), { maxOutputLength: Math.max(1, maxBytes) }).length;
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : broken(cause);
  }
}

function bomb() {
  return extractionErrors.too_complex({ message: 'The file unpacks to more than can be read here.' });
}

function broken(cause?: unknown) {
  return extractionErrors.malformed({ message: 'The file is not a Word document (.docx), or a broken one.', cause });
}
