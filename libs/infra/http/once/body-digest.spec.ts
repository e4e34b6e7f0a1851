import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ArrivingBodyDigest } from './body-digest';

const FORM = (boundary: string, content = 'a file') =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${content}\r\n--${boundary}--\r\n`;

/** The digest of a body that comes in pieces of so many bytes. */
async function digestOf(text: string, pieceBytes: number, boundary?: string): Promise<string | undefined> {
  const raw = new PassThrough();
  const digest = new ArrivingBodyDigest(
    raw as unknown as IncomingMessage,
    boundary === undefined ? undefined : Buffer.from(boundary),
  );
  digest.listen();
  for (let at = 0; at < text.length; at += pieceBytes) raw.write(text.slice(at, at + pieceBytes));
  raw.end();
  await finished(raw);
  return digest.finish()?.toString('hex');
}

describe('the digest of a body that is still arriving', () => {
  test.each([1, 2, 7, 20, 1_000])('is the same for every boundary, in pieces of %i bytes', async (pieceBytes) => {
    const whole = await digestOf(FORM('one'), 1_000, 'one');
    expect(await digestOf(FORM('another-boundary'), pieceBytes, 'another-boundary')).toBe(whole);
    expect(await digestOf(FORM('one'), pieceBytes, 'one')).toBe(whole);
  });

  test('tells contents apart', async () => {
    const digests = await Promise.all(
      ['a file', 'a fils', 'a filee'].map((content) => digestOf(FORM('b', content), 5, 'b')),
    );
    expect(new Set(digests).size).toBe(3);
  });

  test('is there only for a body that was read to its end', async () => {
    const raw = new PassThrough();
    const digest = new ArrivingBodyDigest(raw as unknown as IncomingMessage, undefined);
    digest.listen();
    raw.write('half');
    expect(digest.finish()).toBeUndefined();
    raw.destroy();
  });
});
