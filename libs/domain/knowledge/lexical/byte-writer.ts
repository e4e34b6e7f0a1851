/** A growing buffer for the packed formats. Varints are LEB128: seven bits a byte, low bits first, high bit = more follow. */
export class ByteWriter {
  private bytes: Buffer;
  length = 0;

  constructor(initialBytes = 256) {
    this.bytes = Buffer.allocUnsafe(initialBytes);
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  int32(value: number): void {
    this.reserve(4);
    this.length = this.bytes.writeInt32LE(value, this.length);
  }

  /** A whole number from 0 to 2^32 - 1. */
  varint(value: number): void {
    this.reserve(5);
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** At most three bytes for each UTF-16 unit; no length before it. */
  utf8(text: string): void {
    this.reserve(text.length * 3);
    this.length += this.bytes.write(text, this.length, 'utf8');
  }

  /** What is written so far; the next write may change it. */
  view(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  /** A copy that later writes do not touch. */
  toBuffer(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}

/** Bytes of a number from 0 to 2^31 - 1 as a varint. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value >>> 7; rest !== 0; rest >>>= 7) bytes++;
  return bytes;
}

/** Reads varints one after another; `offset` is public so that callers can copy or skip spans. */
export class ByteReader {
  constructor(
    readonly data: Buffer,
    public offset = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.offset >= this.data.length;
  }

  byte(): number {
    return this.data[this.offset++] as number;
  }

  int32(): number {
    const value = this.data.readInt32LE(this.offset);
    this.offset += 4;
    return value;
  }

  varint(): number {
    let byte = this.data[this.offset++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = this.data[this.offset++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  }
}
