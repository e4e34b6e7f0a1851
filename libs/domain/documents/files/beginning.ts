import { Readable } from 'node:stream';

export interface BegunContent {
  /** As many bytes as were asked for, fewer of shorter content. */
  head: Buffer;
  /** All of it, the head included. When it is destroyed so is what it comes from. */
  content: Readable;
}

/** Reads the beginning, for somebody who looks at it before the whole is read. */
export async function readBeginning(source: Readable, bytes: number): Promise<BegunContent> {
  const pieces: Buffer[] = [];
  const rest: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  let length = 0;
  while (length < bytes) {
    const { value, done } = await rest.next();
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  const content = Readable.from(joined(pieces, rest));
  content.once('close', () => source.destroy());
  return { head: Buffer.concat(pieces).subarray(0, bytes), content };
}

async function* joined(pieces: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* pieces;
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return;
    yield value;
  }
}
