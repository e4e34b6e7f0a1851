import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readTar, tarStream, writeTar } from './tar-file';

const LARGE = Buffer.alloc(3_000_000, 'large ');

async function entriesOf(content: Readable): Promise<Array<[string, Buffer]>> {
  const found: Array<[string, Buffer]> = [];
  for await (const { name, bytes, stream } of readTar(content)) {
    const read = await buffer(stream);
    expect(read.length).toBe(bytes);
    found.push([name, read]);
  }
  return found;
}

describe('a tar file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'parley-tar-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('gives back what was put in, in its order, whatever the size and the names', async () => {
    const given: Array<[string, Buffer]> = [
      ['a.json', Buffer.from('{}')],
      ['empty', Buffer.alloc(0)],
      [`${'deep/'.repeat(40)}\u00e4.bin`, LARGE],
    ];
    const content = tarStream(async (tar) => {
      for (const [name, bytes] of given) {
        await tar.addStream(name, bytes.length, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]));
      }
    });
    const found = await entriesOf(content);
    expect(found.map(([name]) => name)).toEqual(given.map(([name]) => name));
    for (const [at, [, bytes]] of found.entries()) expect(bytes.equals(given[at]![1])).toBe(true);
  });

  test('is there whole, for its owner alone', async () => {
    const file = path.join(folder, 'whole.tar.gz');
    await writeTar(file, (tar) => tar.add('one', Buffer.from('1')));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await entriesOf(Readable.from([readFileSync(file)]))).toEqual([['one', Buffer.from('1')]]);
  });

  test('whose making fails is not there, and neither is a half of it', async () => {
    const file = path.join(folder, 'failed.tar.gz');
    const failing = writeTar(file, async (tar) => {
      await tar.add('one', LARGE);
      throw new Error('nothing more comes');
    });
    await expect(failing).rejects.toThrow('nothing more comes');
    const short = writeTar(file, (tar) => tar.addStream('one', 10, Readable.from([Buffer.from('1')])));
    await expect(short).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.includes('failed'))).toEqual([]);
  });

  test('that was cut off, or is none, fails when it is read', async () => {
    const whole = await buffer(tarStream((tar) => tar.add('one', LARGE)));
    for (const content of [whole.subarray(0, whole.length - 20), Buffer.from('no archive')]) {
      await expect(entriesOf(Readable.from([content]))).rejects.toThrow();
    }
  });

  test('whose reader leaves in the middle holds nobody up', async () => {
    const whole = await buffer(tarStream((tar) => tar.add('one', LARGE)));
    const content = Readable.from([whole]);
    for await (const _entry of readTar(content)) break;
    expect(content.destroyed).toBe(true);
  });
});
