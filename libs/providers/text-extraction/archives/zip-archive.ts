/**
 * A ZIP archive whose author is not trusted: what its directory says is held against its bytes before anybody unpacks it.
 * APPNOTE 6.3.10: 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end). Archives beyond 4 GB, in parts or with something
 * before them are refused, since no Office document is one.
 */
import { inflateRawSync } from 'node:zlib';
import { extractionErrors } from '../text-extraction.errors';

export interface ArchiveLimits {
  /** What the archive should be, with its article, e.g. "a Word document (.docx)". */
  kind: string;
  /** Of all that is read of it together, unpacked. */
  maxBytes: number;
}

interface Entry {
  name: string;
  method: number;
  packedBytes: number;
  /** Of its local header. */
  offset: number;
}

const END = { signature: Buffer.from('504b0506', 'hex'), bytes: 22 };
const DIRECTORY = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const STORED = 0;
const DEFLATED = 8;
/** Far more parts than any document that people made. */
const MAX_ENTRIES = 10_000;
/** What a count of entries is when there are more than it can say. APPNOTE 4.4.1.4 */
const UNTOLD_COUNT = 0xffff;
/** Names that lead out of the archive. */
const STRAY_NAME = /^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)|\0/i;
/** Where declared entities would stand. No part of a package may have one (ECMA-376, part 2, 8.1.4). */
const DOCTYPE = '<!DOCTYPE';

export class ZipArchive {
  private readonly entries: ReadonlyMap<string, Entry>;
  private bytesLeft: number;

  /** @throws AppError `text_extraction.malformed`, `.protected`, `.too_complex` */
  constructor(
    private readonly file: Buffer,
    private readonly limits: ArchiveLimits,
  ) {
    this.bytesLeft = limits.maxBytes;
    const entries = [...this.directory()];
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
    if (this.entries.size < entries.length) throw this.broken();
    this.checkPlaces(entries);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws AppError as the constructor; `malformed` also when there is no such entry */
  read(name: string): Buffer {
    const entry = this.entries.get(name);
    if (!entry) throw this.broken();
    const content = this.unpacked(entry);
    this.bytesLeft -= content.length;
    return content;
  }

  /** A part of an Office document, which may not declare entities. @throws AppError as `read` */
  readXml(name: string): Buffer {
    const xml = this.read(name);
    if (xml.includes(DOCTYPE) || xml.includes(DOCTYPE, 0, 'utf16le')) {
      const message = 'The file declares entities of its own in its XML, which Office documents never do.';
      throw extractionErrors.malformed({ message });
    }
    return xml;
  }

  private *directory(): Generator<Entry> {
    const { file } = this;
    const end = file.lastIndexOf(END.signature);
    if (end < 0 || end + END.bytes > file.length) throw this.broken();
    const count = file.readUInt16LE(end + 10);
    const [bytes, start] = [file.readUInt32LE(end + 12), file.readUInt32LE(end + 16)];
    if (count > MAX_ENTRIES || count === UNTOLD_COUNT) throw tooManyParts();
    if (start + bytes !== end) throw this.broken();
    let at = start;
    for (let number = 0; number < count; number++) {
      if (at + DIRECTORY.bytes > end || file.readUInt32LE(at) !== DIRECTORY.signature) throw this.broken();
      const nameBytes = file.readUInt16LE(at + 28);
      yield this.entryAt(at, nameBytes);
      at += DIRECTORY.bytes + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
    // More entries than are counted are hidden from some readers and not from others.
    if (at !== end) throw this.broken();
  }

  private entryAt(at: number, nameBytes: number): Entry {
    const { file } = this;
    const name = file.toString('utf8', at + DIRECTORY.bytes, at + DIRECTORY.bytes + nameBytes);
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw extractionErrors.protected();
    if (STRAY_NAME.test(name)) {
      throw extractionErrors.malformed({ message: 'The file is an archive with parts that lead out of it.' });
    }
    const [method, packedBytes] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    return { name, method, packedBytes, offset: file.readUInt32LE(at + 42) };
  }

  /** Entries that share bytes let a small file unpack without end. */
  private checkPlaces(entries: readonly Entry[]): void {
    let end = 0;
    for (const entry of entries.toSorted((one, other) => one.offset - other.offset)) {
      if (entry.offset < end) {
        throw extractionErrors.malformed({ message: 'The file is an archive whose parts overlap each other.' });
      }
      end = this.dataAt(entry) + entry.packedBytes;
    }
  }

  private dataAt({ offset, packedBytes }: Entry): number {
    const { file } = this;
    if (offset + LOCAL.bytes > file.length || file.readUInt32LE(offset) !== LOCAL.signature) throw this.broken();
    const start = offset + LOCAL.bytes + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    if (start + packedBytes > file.length) throw this.broken();
    return start;
  }

  /** What it says of its size is not believed. */
  private unpacked(entry: Entry): Buffer {
    const { method, packedBytes } = entry;
    const start = this.dataAt(entry);
    const packed = this.file.subarray(start, start + packedBytes);
    if (method === STORED && packedBytes <= this.bytesLeft) return packed;
    if (method !== DEFLATED) throw method === STORED ? tooMuch() : this.broken();
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.bytesLeft) });
    } catch (cause) {
      throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooMuch() : this.broken(cause);
    }
  }

  private broken(cause?: unknown) {
    const message = `The file is not ${this.limits.kind}, or a broken one.`;
    return extractionErrors.malformed({ message, cause });
  }
}

function tooMuch() {
  return extractionErrors.too_complex({ message: 'The file unpacks to more than can be read here.' });
}

function tooManyParts() {
  const message = `The file is an archive of more than ${MAX_ENTRIES.toLocaleString('en-US')} parts.`;
  return extractionErrors.too_complex({ message });
}
