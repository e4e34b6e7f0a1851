import { crc32, deflateRawSync } from 'node:zlib';

/** A larger count stands elsewhere. APPNOTE 4.4.1.4 */
const MAX_COUNT = 0xffff;
/** Packed quickly rather than well. */
const LARGE_BYTES = 1024 * 1024;
/** Of an entry of the directory, before its name. */
const DIRECTORY_BYTES = 46;

/** A ZIP archive. APPNOTE 6.3.10: 4.3.7, 4.3.12, 4.3.16 */
export function zipOf(entries: Readonly<Record<string, string | Buffer>>): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  /** What is repeated is packed once. */
  const known = new Map<string | Buffer, Buffer>();
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const packed = known.get(content) ?? deflateRawSync(bytes, { level: bytes.length > LARGE_BYTES ? 1 : 9 });
    known.set(content, packed);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), about, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), about, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  const count = Math.min(directory.length, MAX_COUNT);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('504b0506', 'hex'), end]);
}

/** The same archive, whose directory says another size of an entry than it unpacks to. */
export function lyingZip(zip: Buffer<ArrayBuffer>, name: string, bytes: number): Buffer<ArrayBuffer> {
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(bytes, directoryEntry(lying, name) + 24);
  return lying;
}

/** The same archive, in which one entry has the bytes of another. */
export function overlappingZip(zip: Buffer<ArrayBuffer>, name: string, other: string): Buffer<ArrayBuffer> {
  const overlapping = Buffer.from(zip);
  const place = overlapping.readUInt32LE(directoryEntry(overlapping, other) + 42);
  overlapping.writeUInt32LE(place, directoryEntry(overlapping, name) + 42);
  return overlapping;
}

/** The name stands in the directory, which is behind the entries. */
function directoryEntry(zip: Buffer, name: string): number {
  return zip.lastIndexOf(name) - DIRECTORY_BYTES;
}
