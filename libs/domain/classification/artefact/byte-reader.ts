import { BrokenArtefactError } from './broken-artefact.error';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads what `ByteWriter` wrote; every step past the end is a `BrokenArtefactError`. */
export class ByteReader {
  private readonly view: DataView;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  count(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 0x80) {
      const byte = this.bytes[this.step(1)]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new BrokenArtefactError('a number has too many bytes');
  }

  /** A count of things that follow and take `leastBytes` each, so that nothing is made for things that are not there. */
  countOf(leastBytes: number): number {
    const count = this.count();
    if (count * leastBytes > this.left) throw new BrokenArtefactError('it ends too early');
    return count;
  }

  float32(): number {
    return finite(this.view.getFloat32(this.step(4), true));
  }

  float64(): number {
    return finite(this.view.getFloat64(this.step(8), true));
  }

  uint32(): number {
    return this.view.getUint32(this.step(4), true);
  }

  string(): string {
    try {
      return decoder.decode(this.raw(this.count()));
    } catch (error) {
      if (error instanceof BrokenArtefactError) throw error;
      throw new BrokenArtefactError('a text is not UTF-8');
    }
  }

  /** A view, not a copy. */
  raw(length: number): Uint8Array {
    const start = this.step(length);
    return this.bytes.subarray(start, start + length);
  }

  private step(length: number): number {
    if (length > this.left) throw new BrokenArtefactError('it ends too early');
    const start = this.at;
    this.at += length;
    return start;
  }
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new BrokenArtefactError('a number is not finite');
  return value;
}
