import type { Readable } from 'node:stream';

export interface BodyLimits {
  /** What comes after them is left unread. */
  maxBytes: number;
  /** From the head to the end of the body. */
  timeoutMs: number;
}

export interface ReadBody {
  /** What came, up to the limits. */
  bytes: Buffer;
  /** Whether that is all, or why it is not. */
  end: 'whole' | 'too_long' | 'too_slow' | 'broken';
}

/**
 * Reads the body of an answer whose sender nobody trusts: endless, trickling and broken ones end within the limits, and
 * their connections are closed. Never rejects.
 */
export function readBody(body: Readable, { maxBytes, timeoutMs }: BodyLimits): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytesRead = 0;
    const finish = (end: ReadBody['end']): void => {
      clearTimeout(timer);
      if (end !== 'whole') body.destroy();
      resolve({ bytes: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), end });
    };
    const timer = setTimeout(finish, timeoutMs, 'too_slow');
    // Before the listener for data, which makes it flow. It stays: what is destroyed tells so by an error.
    body.on('error', () => finish('broken'));
    body.on('close', () => finish('broken'));
    body.on('end', () => finish('whole'));
    body.on('data', (chunk: Buffer) => {
      const room = maxBytes - bytesRead;
      chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      bytesRead += chunk.length;
      if (bytesRead > maxBytes) finish('too_long');
    });
    if (body.destroyed) finish('broken');
  });
}
