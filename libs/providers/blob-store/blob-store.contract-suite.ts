import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { eventually } from '#testing';
import type { BlobStore } from './blob-store.contract';

export interface BlobStoreUnderTest {
  store: BlobStore;
  /** Keys of all blobs that are there. */
  keys(): Promise<string[]>;
  /** What puts that did not succeed have left in the store, beside blobs. */
  leftovers(): Promise<number>;
  /** How much content the store has taken in, of the put that runs. */
  bytesTaken(): Promise<number>;
  /** How far a put may read ahead of that. */
  maxBytesAhead: number;
}

const MIB = 1024 * 1024;
const KEY = 'team-1/documents/one.pdf';
const PIECE = randomBytes(64 * 1024);
const PIECES_OF_20_MIB = (20 * MIB) / PIECE.length;

const BAD_KEYS = [
  '',
  'one-part',
  '/etc/passwd',
  'a//b',
  'a/b/',
  'a/../b',
  '../a/b',
  'a/..',
  'a/./b',
  'a/.hidden',
  'a/b.',
  'a/b..c',
  'a\\b/c',
  'C:/a/b',
  'a/b c',
  'a/b%2e%2e',
  'a/b\0',
  'a/b\n',
  'a/é',
  'a/b@blob',
  '@incoming/x',
  `a/${'x'.repeat(129)}`,
  Array(9).fill('a').join('/'),
  Array(5).fill('x'.repeat(120)).join('/'),
];

/** The behaviour that whoever keeps files relies on, the same for every store: run it for each adapter. */
export function describeBlobStoreContract(name: string, open: () => Promise<BlobStoreUnderTest>): void {
  describe(`${name} keeps the contract of a blob store`, () => {
    let under: BlobStoreUnderTest;
    let store: BlobStore;

    beforeEach(async () => {
      under = await open();
      store = under.store;
    });

    const read = async (key: string) => buffer((await store.get(key)).stream);
    const code = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code?: string }) => error.code ?? error,
      );
    const expectNothing = async () => {
      expect(await under.keys()).toEqual([]);
      expect(await under.leftovers()).toBe(0);
    };
    const putAll = (keys: readonly string[]) => Promise.all(keys.map((key) => store.put(key, Buffer.from(key))));

    describe('a blob', () => {
      it('is what was put, from a buffer as from a stream, and its put tells length and hash', async () => {
        const content = randomBytes(300_000);
        const told = { bytes: content.length, sha256: sha256(content) };
        expect(await store.put(KEY, content, { mediaType: 'application/pdf' })).toEqual(told);
        const pieces = [
          content.subarray(0, 7),
          new Uint8Array(content.subarray(7, 100_000)),
          content.subarray(100_000),
        ];
        expect(await store.put('team-1/documents/two', Readable.from(pieces))).toEqual(told);
        const { stream, ...head } = await store.get(KEY);
        expect(head).toEqual({ bytes: content.length, totalBytes: content.length, mediaType: 'application/pdf' });
        expect(sha256(await buffer(stream))).toBe(told.sha256);
        expect(sha256(await read('team-1/documents/two'))).toBe(told.sha256);
        expect(await under.leftovers()).toBe(0);
      });

      it('tells its length and media type without its content, and the most general type when none was given', async () => {
        await store.put(KEY, Buffer.from('12345'), { mediaType: 'text/plain; charset="utf-8"' });
        expect(await store.head(KEY)).toEqual({ bytes: 5, mediaType: 'text/plain; charset="utf-8"' });
        await store.put(KEY, Buffer.from('123'));
        expect(await store.head(KEY)).toEqual({ bytes: 3, mediaType: 'application/octet-stream' });
      });

      it('may be empty', async () => {
        const told = { bytes: 0, sha256: sha256(Buffer.alloc(0)) };
        expect(await store.put(KEY, Buffer.alloc(0))).toEqual(told);
        expect(await store.put('a/stream', Readable.from([]))).toEqual(told);
        expect(await read(KEY)).toHaveLength(0);
        expect(await read('a/stream')).toHaveLength(0);
        expect(await code(store.get(KEY, { range: { start: 0 } }))).toBe('blob_store.range_invalid');
      });

      it('is replaced as a whole, and goes on for those who read it already', async () => {
        await store.put(KEY, Buffer.alloc(2 * MIB, 1), { mediaType: 'text/plain' });
        const { stream } = await store.get(KEY);
        await store.put(KEY, Buffer.from('new'));
        expect((await buffer(stream)).equals(Buffer.alloc(2 * MIB, 1))).toBe(true);
        expect((await read(KEY)).toString()).toBe('new');
      });

      it('that is not there is told so, however near its name', async () => {
        await putAll([`${KEY}2`, `${KEY}/below`]);
        const works = [store.get(KEY), store.head(KEY), store.get('team-1/documents')];
        expect(await Promise.all(works.map(code))).toEqual(Array(3).fill('blob_store.not_found'));
      });
    });

    describe('a range', () => {
      const CONTENT = Buffer.from('0123456789');
      beforeEach(() => store.put(KEY, CONTENT, { mediaType: 'text/plain' }));

      it.each([
        [{ start: 0, end: 0 }, '0'],
        [{ start: 3, end: 5 }, '345'],
        [{ start: 7 }, '789'],
        [{ start: 0, end: 9 }, '0123456789'],
        [{ start: 8, end: 1_000 }, '89'],
      ])('%j is that part of the blob', async (range, text) => {
        const { stream, ...head } = await store.get(KEY, { range });
        expect((await buffer(stream)).toString()).toBe(text);
        expect(head).toEqual({ bytes: text.length, totalBytes: 10, mediaType: 'text/plain' });
      });

      it.each([{ start: 10 }, { start: 5, end: 4 }, { start: -1 }, { start: 0.5 }, { start: 0, end: Number.NaN }])(
        '%j is refused',
        async (range) => expect(await code(store.get(KEY, { range }))).toBe('blob_store.range_invalid'),
      );
    });

    describe('a large stream', () => {
      it('is taken piece by piece, never read far ahead of what the store has taken', async () => {
        let bytesRead = 0;
        let maxAhead = 0;
        async function* pieces() {
          for (let n = 0; n < PIECES_OF_20_MIB; n++) {
            maxAhead = Math.max(maxAhead, bytesRead - (await under.bytesTaken()));
            bytesRead += PIECE.length;
            yield PIECE;
          }
        }
        const hash = createHash('sha256');
        for (let n = 0; n < PIECES_OF_20_MIB; n++) hash.update(PIECE);
        const told = { bytes: 20 * MIB, sha256: hash.digest('hex') };
        expect(await store.put(KEY, Readable.from(pieces()))).toEqual(told);
        expect(maxAhead).toBeLessThan(under.maxBytesAhead);

        const { stream } = await store.get(KEY);
        const given = createHash('sha256');
        let maxHeld = 0;
        for await (const piece of stream) {
          maxHeld = Math.max(maxHeld, stream.readableLength + (piece as Buffer).length);
          given.update(piece);
        }
        expect(given.digest('hex')).toBe(told.sha256);
        expect(maxHeld).toBeLessThan(MIB);
      });

      it('that its reader leaves in the middle holds up nobody', async () => {
        await store.put(KEY, Buffer.alloc(8 * MIB, 7));
        for (let n = 0; n < 60; n++) {
          const { stream } = await store.get(KEY);
          for await (const _piece of stream) break;
          expect(stream.destroyed).toBe(true);
        }
        expect((await store.head(KEY)).bytes).toBe(8 * MIB);
      });

      it('ends with the signal of its reader', async () => {
        await store.put(KEY, Buffer.alloc(8 * MIB, 7));
        const stop = new AbortController();
        const { stream } = await store.get(KEY, { signal: stop.signal });
        const reason = new Error('the reader has gone');
        const reading = buffer(stream.once('data', () => stop.abort(reason)));
        await expect(reading).rejects.toBe(reason);
        await expect(store.get(KEY, { signal: stop.signal })).rejects.toBe(reason);
      });
    });

    describe('a put that fails', () => {
      /** So many bytes, then whatever `end` does. */
      const contentEnding = (bytes: number, end: () => Promise<void>) =>
        Readable.from(
          (async function* () {
            for (let sent = 0; sent < bytes; sent += PIECE.length) yield PIECE;
            await end();
          })(),
        );
      const silence = () => new Promise<never>(() => undefined);
      const SIZES = [
        ['before anything was written', 0],
        ['soon', 256 * 1024],
        ['late', 12 * MIB],
      ] as const;

      it.each(SIZES)('because it is aborted %s, leaves nothing and says why', async (_when, bytes) => {
        const stop = new AbortController();
        const reason = new Error('the worker stops');
        let hasBegun = false;
        const content = contentEnding(bytes, () => {
          hasBegun = true;
          return silence();
        });
        const put = store.put(KEY, content, { signal: stop.signal });
        put.catch(() => undefined);
        await eventually(() => hasBegun);
        stop.abort(reason);
        await expect(put).rejects.toBe(reason);
        expect(content.destroyed).toBe(true);
        await expectNothing();
      });

      it('because it was aborted before, reads nothing', async () => {
        const content = contentEnding(PIECE.length, async () => undefined);
        const reason = new Error('too late');
        await expect(store.put(KEY, content, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
        expect(content.destroyed).toBe(true);
        await expectNothing();
      });

      it.each(SIZES)('because its content fails %s, leaves what was there and fails alike', async (_when, bytes) => {
        await store.put(KEY, Buffer.from('before'));
        const failure = new Error('the upload broke off');
        const content = contentEnding(bytes, () => Promise.reject(failure));
        await expect(store.put(KEY, content)).rejects.toBe(failure);
        expect((await read(KEY)).toString()).toBe('before');
        expect(await under.leftovers()).toBe(0);
      });

      it('because its content has failed already, fails alike', async () => {
        const failure = new Error('broken before');
        const content = new Readable({ read: () => undefined });
        content.once('error', () => undefined).destroy(failure);
        await eventually(() => content.closed);
        await expect(store.put(KEY, content)).rejects.toBe(failure);
        await expectNothing();
      });

      it.each([100, 6 * MIB])('because it is larger than %d bytes, leaves nothing', async (maxBytes) => {
        const endless = contentEnding(Number.POSITIVE_INFINITY, silence);
        expect(await code(store.put(KEY, endless, { maxBytes }))).toBe('blob_store.too_large');
        expect(endless.destroyed).toBe(true);
        expect(await code(store.put(KEY, Buffer.alloc(maxBytes + 1), { maxBytes }))).toBe('blob_store.too_large');
        await expectNothing();
        expect((await store.put(KEY, Buffer.alloc(maxBytes), { maxBytes })).bytes).toBe(maxBytes);
      });

      it.each(['', 'text/plain\r\nX-Evil: 1', ' text/plain', 'text/\u00e9', 'x'.repeat(256)])(
        'because its media type is %j, leaves nothing',
        async (mediaType) => {
          const content = Readable.from([PIECE]);
          expect(await code(store.put(KEY, content, { mediaType }))).toBe('blob_store.media_type_invalid');
          expect(content.destroyed).toBe(true);
          await expectNothing();
        },
      );
    });

    describe('puts of one key at the same time', () => {
      it.each([200_000, 6 * MIB])('of %d bytes never mix, and readers see one of them', async (bytes) => {
        const fills = [1, 2, 3, 4];
        const mediaTypeOf = (fill: number) => `text/x-${fill}`;
        await store.put(KEY, Buffer.alloc(bytes, 9), { mediaType: mediaTypeOf(9) });
        let isOver = false;
        const puts = Promise.all(
          fills.map((fill) => store.put(KEY, Buffer.alloc(bytes, fill), { mediaType: mediaTypeOf(fill) })),
        ).finally(() => {
          isOver = true;
        });
        do {
          const { stream, mediaType } = await store.get(KEY);
          const content = await buffer(stream);
          const fill = content[0] as number;
          expect(content.equals(Buffer.alloc(bytes, fill))).toBe(true);
          expect(mediaType).toBe(mediaTypeOf(fill));
        } while (!isOver);
        await puts;
        expect(fills).toContain((await read(KEY))[0]);
        expect(await under.leftovers()).toBe(0);
      });
    });

    describe('a key', () => {
      it.each(BAD_KEYS)('such as %j is refused by everything', async (key) => {
        const content = Readable.from([PIECE]);
        const attempts = [
          store.put(key, content),
          store.get(key),
          store.head(key),
          store.delete(key),
          store.deleteMany(['a/b', key]),
        ];
        expect(await Promise.all(attempts.map(code))).toEqual(Array(5).fill('blob_store.key_invalid'));
        expect(content.destroyed).toBe(true);
        if (key !== 'one-part') expect(await code(store.deletePrefix(key))).toBe('blob_store.key_invalid');
        await expectNothing();
      });

      it.each(['a/b', 'A-1/b_2/c.d', `${'x'.repeat(128)}/y`, Array(8).fill('a').join('/'), 'con/nul', '-/_'])(
        'such as %j is taken',
        async (key) => {
          await store.put(key, Buffer.from(key));
          expect(await under.keys()).toEqual([key]);
          expect((await read(key)).toString()).toBe(key);
        },
      );
    });

    describe('deleting', () => {
      it('removes that blob alone, and one that is not there quietly', async () => {
        await putAll(['a/b', 'a/b/c', 'a/bc']);
        await store.delete('a/b');
        await store.delete('a/b');
        await store.delete('never/there');
        expect(await code(store.get('a/b'))).toBe('blob_store.not_found');
        expect(await under.keys()).toEqual(['a/b/c', 'a/bc']);
      });

      it('removes many at once, whether there or not', async () => {
        const keys = Array.from({ length: 40 }, (_, n) => `a/b/${n}`);
        await putAll([...keys, 'a/c/1']);
        await store.deleteMany([...keys, 'a/b/none', 'a/b/0']);
        await store.deleteMany([]);
        expect(await under.keys()).toEqual(['a/c/1']);
      });

      it('removes all below a prefix, and no neighbour', async () => {
        const others = ['a/b', 'a/bc/1', 'a/b-1/1', 'ab/b/1', 'b/a/b'];
        await putAll([...others, 'a/b/1', 'a/b/c/2', 'a/b/c', 'a/b/bc/d/3']);
        await store.deletePrefix('a/b');
        expect(await under.keys()).toEqual(others.toSorted());
        await store.deletePrefix('a/b');
        await store.deletePrefix('nobody');
        await store.deletePrefix('a');
        expect(await under.keys()).toEqual(['ab/b/1', 'b/a/b']);
      });

      it('removes as many as there are below a prefix', async () => {
        await putAll(Array.from({ length: 120 }, (_, n) => `team/kind-${n % 7}/${n}`));
        await store.deletePrefix('team');
        await expectNothing();
      });

      it('below a prefix removes nothing once it is aborted', async () => {
        await putAll(['a/b/1']);
        const reason = new Error('the worker stops');
        await expect(store.deletePrefix('a', AbortSignal.abort(reason))).rejects.toBe(reason);
        expect(await under.keys()).toEqual(['a/b/1']);
      });

      it('never takes away what is put beside it at the same time', async () => {
        for (let round = 0; round < 20; round++) {
          await putAll([`t/k/old-${round}`]);
          await Promise.all([store.delete(`t/k/old-${round}`), store.put(`t/k/new-${round}`, PIECE)]);
          expect(await under.keys()).toEqual([`t/k/new-${round}`]);
          await Promise.all([store.deletePrefix('t'), store.put('u/k/1', PIECE)]);
          expect(await under.keys()).toEqual(['u/k/1']);
          await store.delete('u/k/1');
        }
      });
    });
  });
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
