import { FRONTEND, HEADER_BYTES, message, textAt } from './wire-protocol';

/** In Describe and Close the first byte of the body says what is meant: a statement (S) or a portal (P). */
const STATEMENT = 'S'.charCodeAt(0);

/**
 * The prepared statements of one connection. All connections share one engine session and so one space of names; each
 * connection's names get a prefix of their own. The unnamed statement needs none: it lives within one batch only.
 */
export class StatementNames {
  private readonly prepared = new Set<string>();

  constructor(private readonly prefix: string) {}

  /** How many statements the connection has prepared and not closed. */
  get count(): number {
    return this.prepared.size;
  }

  /** Their names as the engine knows them; afterwards there are none. */
  takeAll(): string[] {
    const names = [...this.prepared];
    this.prepared.clear();
    return names;
  }

  /** The same message with the connection's own name of the statement; other messages come back as they are. */
  translate(bytes: Buffer): Buffer {
    switch (bytes[0]) {
      case FRONTEND.parse:
        return this.translateParse(bytes);
      case FRONTEND.bind:
        return this.translateBind(bytes);
      case FRONTEND.describe:
      case FRONTEND.close:
        return this.translateTarget(bytes);
      default:
        return bytes;
    }
  }

  private translateParse(bytes: Buffer): Buffer {
    const name = textAt(bytes, HEADER_BYTES);
    if (name === '') return bytes;
    this.prepared.add(this.prefix + name);
    return this.insertPrefix(bytes, HEADER_BYTES);
  }

  /** Bind names the portal first, then the statement. */
  private translateBind(bytes: Buffer): Buffer {
    const nameAt = bytes.indexOf(0, HEADER_BYTES) + 1;
    return bytes[nameAt] === 0 ? bytes : this.insertPrefix(bytes, nameAt);
  }

  private translateTarget(bytes: Buffer): Buffer {
    const nameAt = HEADER_BYTES + 1;
    if (bytes[HEADER_BYTES] !== STATEMENT || bytes[nameAt] === 0) return bytes;
    if (bytes[0] === FRONTEND.close) this.prepared.delete(this.prefix + textAt(bytes, nameAt));
    return this.insertPrefix(bytes, nameAt);
  }

  private insertPrefix(bytes: Buffer, at: number): Buffer {
    const body = [bytes.subarray(HEADER_BYTES, at), Buffer.from(this.prefix), bytes.subarray(at)];
    return message(bytes.readUInt8(0), Buffer.concat(body));
  }
}
