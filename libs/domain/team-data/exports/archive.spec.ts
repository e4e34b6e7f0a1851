import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { type ArchiveEntry, archiveOf } from './archive';

const AT = new Date('2026-03-01T00:00:00Z');

async function* entriesOf(...given: ArchiveEntry[]): AsyncGenerator<ArchiveEntry> {
  yield* given;
}

async function readBack(archive: Readable): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  const tar = extract();
  tar.end(gunzipSync(Buffer.concat(chunks)));
  const files: Record<string, string> = {};
  for await (const entry of tar) files[entry.header.name] = await text(entry as unknown as Readable);
  return files;
}

describe('an archive', () => {
  test('holds what it was given, of texts and of streams', async () => {
    const long = `rows/${'x'.repeat(150)}/00001.jsonl`;
    const big = 'Grüße '.repeat(300_000);
    const entries = entriesOf(
      { name: long, bytes: 2, content: Buffer.from('{}') },
      { name: 'files/a', bytes: Buffer.byteLength(big), content: Readable.from([Buffer.from(big)]) },
      { name: 'empty', bytes: 0, content: Buffer.alloc(0) },
    );
    expect(await readBack(archiveOf(entries, AT))).toEqual({ [long]: '{}', 'files/a': big, empty: '' });
  });

  test('fails with what its entries fail with', async () => {
    const failing = async function* (): AsyncGenerator<ArchiveEntry> {
      yield { name: 'a', bytes: 1, content: Buffer.from('a') };
      throw new Error('no more');
    };
    await expect(readBack(archiveOf(failing(), AT))).rejects.toThrow('no more');
  });

  test('fails with what a file in it fails with', async () => {
    const content = new Readable({
      read() {
        this.destroy(new Error('disk'));
      },
    });
    await expect(readBack(archiveOf(entriesOf({ name: 'a', bytes: 9, content }), AT))).rejects.toThrow('disk');
  });

  test('ends its entries when its reader leaves', async () => {
    let isEnded = false;
    const endless = async function* (): AsyncGenerator<ArchiveEntry> {
      try {
        for (let at = 0; ; at += 1) yield { name: `${at}`, bytes: 65_536, content: Buffer.alloc(65_536, at % 251) };
      } finally {
        isEnded = true;
      }
    };
    const archive = archiveOf(endless(), AT);
    for await (const _chunk of archive) break;
    const deadline = Date.now() + 5_000;
    while (!isEnded && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
    expect(isEnded).toBe(true);
  });
});
