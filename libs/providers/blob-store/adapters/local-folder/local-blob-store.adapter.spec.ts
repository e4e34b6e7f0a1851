import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import { DAY_MS, SystemClock } from '#kernel';
import { ManualClock } from '#testing';
import { describeBlobStoreContract } from '../../blob-store.contract-suite';
import { LocalBlobStore } from './local-blob-store.adapter';

const MIB = 1024 * 1024;

describe('a folder of blobs', () => {
  const roots: string[] = [];

  const newRoot = () => {
    const root = path.join(mkdtempSync(path.join(os.tmpdir(), 'parley-blobs-')), 'deep', 'blobs');
    roots.push(path.dirname(path.dirname(root)));
    return root;
  };
  const storeAt = (root: string) => new LocalBlobStore(root, new SystemClock());

  afterEach(() => {
    jest.restoreAllMocks();
    for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
  });

  describeBlobStoreContract('LocalBlobStore', async () => {
    const root = newRoot();
    const incoming = path.join(root, '@incoming');
    return {
      store: storeAt(root),
      keys: async () => keysBelow(root),
      leftovers: async () => listed(incoming).length,
      bytesTaken: async () => listed(incoming).reduce((sum, name) => sum + statSync(path.join(incoming, name)).size, 0),
      maxBytesAhead: MIB,
    };
  });

  test('keeps content in files that people can read, for the owner alone', async () => {
    const root = newRoot();
    await storeAt(root).put('team/documents/one', Buffer.from('Hello.\n'), { mediaType: 'text/plain' });
    const file = path.join(root, 'team/documents/one@blob');
    expect(readFileSync(file, 'utf8')).toBe('{"parleyBlob":1,"mediaType":"text/plain"}\nHello.\n');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
  });

  test('tidies the folders that a deletion empties, and no others', async () => {
    const root = newRoot();
    const store = storeAt(root);
    for (const key of ['a/b/c/1', 'a/x/1', 'd/e/1', 'd/e/2']) await store.put(key, Buffer.from(key));
    await store.delete('a/b/c/1');
    expect(readdirSync(path.join(root, 'a'))).toEqual(['x']);
    await store.deletePrefix('a/x');
    await store.deleteMany(['d/e/1', 'd/e/2']);
    expect(readdirSync(root)).toEqual(['@incoming']);
  });

  test('removes at start what puts that died have left a day ago, and leaves those that run', async () => {
    const root = newRoot();
    const incoming = path.join(root, '@incoming');
    mkdirSync(incoming, { recursive: true });
    const clock = new ManualClock();
    const write = (name: string, ageMs: number) => {
      const file = path.join(incoming, name);
      writeFileSync(file, 'half of it');
      const writtenAt = new Date(clock.nowMs() - ageMs);
      utimesSync(file, writtenAt, writtenAt);
    };
    write('died', DAY_MS + 1_000);
    write('runs', DAY_MS - 1_000);
    await new LocalBlobStore(root, clock).onModuleInit();
    expect(readdirSync(incoming)).toEqual(['runs']);
  });

  test('starts without its folder, and makes none before it is needed', async () => {
    const root = newRoot();
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    await storeAt(root).onModuleInit();
    expect(listed(root)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });

  test('starts with a folder that it cannot use, warns, and is unavailable', async () => {
    const root = newRoot();
    mkdirSync(path.dirname(root), { recursive: true });
    writeFileSync(root, 'a file where the folder should be');
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const store = storeAt(root);
    await store.onModuleInit();
    expect(warn).toHaveBeenCalledTimes(1);
    const content = Readable.from(['x']);
    const attempts = [
      store.put('a/b', content),
      store.get('a/b'),
      store.head('a/b'),
      store.delete('a/b'),
      store.deleteMany(['a/b']),
      store.deletePrefix('a'),
    ];
    const codes = attempts.map((attempt) => attempt.then(String, ({ code }) => code));
    expect(await Promise.all(codes)).toEqual(Array(6).fill('blob_store.unavailable'));
    expect(content.destroyed).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['content without a first line', 'x'.repeat(5_000)],
    ['the content of somebody else', '{"hello":1}\ncontent'],
  ])('says that a file with %s is damaged', async (_what, content) => {
    const root = newRoot();
    mkdirSync(path.join(root, 'a'), { recursive: true });
    writeFileSync(path.join(root, 'a/b@blob'), content);
    await expect(storeAt(root).get('a/b')).rejects.toMatchObject({ code: 'blob_store.damaged' });
  });

  test('says so when a file has been cut short while it is read', async () => {
    const root = newRoot();
    const store = storeAt(root);
    await store.put('a/b', Buffer.alloc(4 * MIB));
    const { stream } = await store.get('a/b');
    writeFileSync(path.join(root, 'a/b@blob'), 'short');
    await expect(text(stream)).rejects.toMatchObject({ code: 'blob_store.unavailable' });
  });

  test('removes links below a prefix, and never what they lead to', async () => {
    const root = newRoot();
    const store = storeAt(root);
    await store.put('a/b/1', Buffer.from('x'));
    await store.put('other/b/1', Buffer.from('x'));
    symlinkSync(path.join(root, 'other'), path.join(root, 'a/b/link'));
    await store.deletePrefix('a');
    expect(keysBelow(root)).toEqual(['other/b/1']);
  });

  test('is shared by processes: each sees at once what another put', async () => {
    const root = newRoot();
    await storeAt(root).put('a/b', Buffer.from('shared'));
    expect(await text((await storeAt(root).get('a/b')).stream)).toBe('shared');
  });
});

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function keysBelow(root: string): string[] {
  if (listed(root).length === 0) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('@blob'))
    .map((name) => name.slice(0, -'@blob'.length).split(path.sep).join('/'))
    .sort();
}
