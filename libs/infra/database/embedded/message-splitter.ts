const LENGTH_BYTES = 4;
const TYPE_BYTES = 1;

/**
 * Cuts what a client sends into whole messages, however the bytes were chopped on the way. The first packet of a
 * connection has no type byte; `beginSession` says that it has passed.
 */
export class MessageSplitter {
  private chunks: Buffer[] = [];
  private length = 0;
  /** No message is complete below this length: it spares joining the chunks of a large parameter again and again. */
  private wanted = LENGTH_BYTES;
  private typeBytes = 0;

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  beginSession(): void {
    this.typeBytes = TYPE_BYTES;
  }

  /**
   * The next whole message with its header, or undefined until more has come.
   *
   * @throws Error when the bytes cannot be this protocol.
   */
  next(): Buffer | undefined {
    const headerBytes = this.typeBytes + LENGTH_BYTES;
    if (this.length < Math.max(this.wanted, headerBytes)) return undefined;
    const bytes = this.joined();
    const end = this.typeBytes + bytes.readInt32BE(this.typeBytes);
    if (end < headerBytes) throw new Error('A client of the embedded database does not speak its protocol.');
    this.wanted = end;
    if (bytes.length < end) return undefined;
    this.keep(bytes.subarray(end));
    return bytes.subarray(0, end);
  }

  private joined(): Buffer {
    const [first] = this.chunks;
    const bytes = this.chunks.length === 1 && first ? first : Buffer.concat(this.chunks, this.length);
    this.chunks = [bytes];
    return bytes;
  }

  private keep(rest: Buffer): void {
    this.chunks = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
    this.wanted = 0;
  }
}
