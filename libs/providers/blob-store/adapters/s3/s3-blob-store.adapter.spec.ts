import dns, { type LookupAddress } from 'node:dns';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import type { AppError } from '#kernel';
import { eventually, HeldTime } from '#testing';
import { type S3Fault, type S3Operation, S3Server } from '#testing/blob-store';
import { describeBlobStoreContract } from '../../blob-store.contract-suite';
import { S3BlobStore } from './s3-blob-store.adapter';
import { s3Health } from './s3-health';
import { S3_LIMITS, type S3Settings } from './s3-settings';

const MIB = 1024 * 1024;
const KEY = 'team-1/documents/one';
const IMPATIENT = { connectMs: 1_000, attemptMs: 200, attempts: 2, exchangeMs: 600, silenceMs: 200 };

describe('a bucket of blobs', () => {
  let server: S3Server;
  const stores: S3BlobStore[] = [];

  const storeOf = (changes: Partial<S3Settings> = {}) => {
    const store = new S3BlobStore({
      bucket: 'test-bucket',
      endpoint: server.origin,
      region: 'eu-west-1',
      credentials: server.credentials,
      prefix: '',
      isPathStyle: true,
      ...changes,
    });
    stores.push(store);
    return store;
  };
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      ({ code }: AppError) => code,
    );
  const keys = () => [...server.bucket.objects.keys()].sort();

  beforeEach(async () => {
    server = await S3Server.start();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(stores.splice(0).map((store) => store.onApplicationShutdown()));
    await server.stop();
  });

  describeBlobStoreContract('S3BlobStore', async () => {
    server.bucket.pageSize = 10;
    return {
      store: storeOf(),
      keys: async () => keys(),
      leftovers: async () => server.bucket.uploads.size,
      bytesTaken: async () => server.bytesReceived,
      // Two parts of 5 MiB, one being sent and one being gathered, and a little.
      maxBytesAhead: 11 * MIB,
    };
  });

  describe('a put', () => {
    test('of little is one request, of much an upload in parts', async () => {
      const store = storeOf();
      await store.put(KEY, Buffer.alloc(5 * MIB));
      expect(server.requests.map(({ operation }) => operation)).toEqual(['PutObject']);
      await store.put(KEY, Buffer.alloc(11 * MIB), { mediaType: 'video/mp4' });
      expect(server.count('UploadPart')).toBe(3);
      expect(await store.head(KEY)).toEqual({ bytes: 11 * MIB, mediaType: 'video/mp4' });
    });

    test('reads no further while the server has two parts to answer', async () => {
      server.hold('UploadPart');
      let bytesRead = 0;
      const piece = Buffer.alloc(MIB);
      const content = Readable.from(
        (function* () {
          for (; bytesRead < 20 * MIB; bytesRead += MIB) yield piece;
        })(),
        { highWaterMark: 1 },
      );
      const put = storeOf().put(KEY, content);
      await eventually(() => server.waiting === 2);
      expect(bytesRead).toBeLessThanOrEqual(13 * MIB);
      server.release();
      expect((await put).bytes).toBe(20 * MIB);
    });

    test.each<[S3Operation, S3Fault]>([
      ['CreateMultipartUpload', { status: 403, code: 'AccessDenied' }],
      ['UploadPart', { status: 403, code: 'AccessDenied' }],
      ['CompleteMultipartUpload', { status: 400, code: 'InvalidPart' }],
      ['CompleteMultipartUpload', { errorWithin200: 'InternalError' }],
    ])('that fails at %s with %j leaves what was there, no parts, and ends its content', async (operation, fault) => {
      const store = storeOf();
      await store.put(KEY, Buffer.from('before'));
      server.fail(operation, fault);
      const content = Readable.from(Array(20).fill(Buffer.alloc(MIB)));
      expect(await outcome(store.put(KEY, content))).toBe('blob_store.unavailable');
      expect(content.destroyed).toBe(true);
      expect(server.bucket.uploads.size).toBe(0);
      expect(server.bucket.objects.get(KEY)?.content.toString()).toBe('before');
    });

    test('that fails while its content is long in coming does not wait for that', async () => {
      server.fail('UploadPart', { status: 403, code: 'AccessDenied' });
      const content = Readable.from(
        (async function* () {
          yield Buffer.alloc(6 * MIB);
          await new Promise(() => undefined);
        })(),
      );
      expect(await outcome(storeOf().put(KEY, content))).toBe('blob_store.unavailable');
      expect(server.bucket.uploads.size).toBe(0);
    });

    test('tells the operator of parts that it could not take back', async () => {
      const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
      server.fail('UploadPart', { status: 403, code: 'AccessDenied' });
      server.fail('AbortMultipartUpload', { status: 403, code: 'AccessDenied' });
      expect(await outcome(storeOf().put(KEY, Buffer.alloc(6 * MIB)))).toBe('blob_store.unavailable');
      expect(warn).toHaveBeenCalledTimes(1);
    });

    test('is repeated when the server is busy, and stands once', async () => {
      server.fail('PutObject', { status: 503, code: 'SlowDown' }, 2);
      server.fail('UploadPart', { status: 500, code: 'InternalError' }, 1);
      const store = storeOf();
      await store.put(KEY, Buffer.from('small'));
      await store.put(`${KEY}-large`, Buffer.alloc(6 * MIB, 3));
      expect(keys()).toEqual([KEY, `${KEY}-large`]);
      expect(server.bucket.objects.get(`${KEY}-large`)?.content.equals(Buffer.alloc(6 * MIB, 3))).toBe(true);
    });
  });

  test('a put whose last answer is lost is repeated, or has failed with the whole there', async () => {
    const store = storeOf();
    server.fail('PutObject', 'reset-after', 1);
    expect(await outcome(store.put(KEY, Buffer.from('small')))).toBe('done');
    server.fail('CompleteMultipartUpload', 'reset-after', 1);
    jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    expect(await outcome(store.put(`${KEY}-large`, Buffer.alloc(6 * MIB)))).toBe('blob_store.unavailable');
    expect((await store.head(`${KEY}-large`)).bytes).toBe(6 * MIB);
    expect(server.bucket.uploads.size).toBe(0);
  });

  describe('an answer', () => {
    /** A length that nobody else waits for. */
    const SILENCE_MS = 54_321;
    const patient = () => storeOf({ limits: { ...S3_LIMITS, silenceMs: SILENCE_MS } });

    test('that is cut off in the middle is an error', async () => {
      const store = storeOf();
      await store.put(KEY, Buffer.alloc(3 * MIB, 5));
      server.fail('GetObject', 'cut-off');
      const { stream, bytes } = await store.get(KEY);
      expect(bytes).toBe(3 * MIB);
      expect(await outcome(buffer(stream))).toBe('blob_store.unavailable');
    });

    test('that falls silent in the middle is an error after its time', async () => {
      const store = patient();
      await store.put(KEY, Buffer.alloc(3 * MIB, 5));
      server.fail('GetObject', 'stall-in-body');
      const silence = new HeldTime(SILENCE_MS);
      const { stream } = await store.get(KEY);
      let bytesRead = 0;
      const reading = outcome(buffer(stream.on('data', ({ length }) => (bytesRead += length))));
      await eventually(() => bytesRead === 1.5 * MIB && silence.isCounted);
      silence.pass();
      expect(await reading).toBe('blob_store.unavailable');
    });

    test('that waits for its reader is no silence', async () => {
      const store = patient();
      await store.put(KEY, Buffer.alloc(3 * MIB, 5));
      const silence = new HeldTime(SILENCE_MS);
      const { stream } = await store.get(KEY);
      stream.once('readable', () => undefined);
      await eventually(() => stream.readableLength >= stream.readableHighWaterMark);
      expect(silence.isCounted).toBe(false);
      expect(await buffer(stream)).toHaveLength(3 * MIB);
    });

    test.each<[S3Operation, S3Fault]>([
      ['ListObjectsV2', 'stall-in-body'],
      ['ListObjectsV2', 'cut-off'],
      ['DeleteObjects', 'stall'],
    ])('of %s that does not come to its end (%s) is an error in time', async (operation, fault) => {
      const store = storeOf({ limits: IMPATIENT });
      await storeOf().put(KEY, Buffer.from('x'));
      server.fail(operation, fault);
      expect(await outcome(store.deletePrefix('team-1'))).toBe('blob_store.unavailable');
    });

    test('that gives the whole where a part was asked for is not taken for the part', async () => {
      const store = storeOf();
      await store.put(KEY, Buffer.from('0123456789'));
      jest.spyOn(server.bucket, 'answer').mockReturnValue({ status: 200, body: '0123456789' });
      expect(await outcome(store.get(KEY, { range: { start: 2, end: 3 } }))).toBe('blob_store.unavailable');
    });
  });

  describe('a server', () => {
    const everything = (store: S3BlobStore): Array<Promise<unknown>> => [
      store.put(KEY, Buffer.from('x')),
      store.get(KEY),
      store.head(KEY),
      store.delete(KEY),
      store.deleteMany([KEY]),
      store.deletePrefix('team-1'),
    ];
    const allOutcomes = (store: S3BlobStore) => Promise.all(everything(store).map(outcome));
    const UNAVAILABLE = Array(6).fill('blob_store.unavailable');

    test('that is not there is unavailable', async () => {
      const lost = storeOf({ limits: { ...S3_LIMITS, attempts: 2 } });
      await server.stop();
      expect(await allOutcomes(lost)).toEqual(UNAVAILABLE);
      server = await S3Server.start();
    });

    test('that never answers is unavailable in time', async () => {
      for (const operation of ['PutObject', 'GetObject', 'HeadObject', 'DeleteObject'] as const)
        server.fail(operation, 'stall');
      for (const operation of ['DeleteObjects', 'ListObjectsV2'] as const) server.fail(operation, 'stall');
      expect(await allOutcomes(storeOf({ limits: IMPATIENT }))).toEqual(UNAVAILABLE);
    });

    test.each([
      ['a wrong secret', { credentials: { accessKeyId: 'test-access-key', secretAccessKey: 'wrong-secret' } }],
      ['a wrong key', { credentials: { accessKeyId: 'wrong', secretAccessKey: 'test-secret-key' } }],
    ])('that refuses %s is unavailable, and no error tells a secret', async (_what, changes) => {
      const work = everything(storeOf(changes));
      const errors = await Promise.all(work.map((one) => one.catch((error: AppError) => error)));
      expect(errors.map((error) => (error as AppError).code)).toEqual(UNAVAILABLE);
      const told = errors.map((error) => `${error} ${(error as AppError).cause}`).join();
      expect(told).toContain('403');
      expect(told).not.toMatch(/wrong-secret|test-secret-key|Signature=/);
    });

    test('that lacks the bucket is unavailable, which is not the same as lacking the blob', async () => {
      const store = storeOf({ bucket: 'other-bucket' });
      const work = [store.put(KEY, Buffer.from('x')), store.get(KEY), store.deletePrefix('team-1')];
      expect(await Promise.all(work.map(outcome))).toEqual(Array(3).fill('blob_store.unavailable'));
    });

    test('that keeps some of what should be deleted is unavailable', async () => {
      const store = storeOf();
      for (const name of ['1', '2', '3']) await store.put(`a/b/${name}`, Buffer.from(name));
      server.bucket.locked.add('a/b/2');
      expect(await outcome(store.deletePrefix('a'))).toBe('blob_store.unavailable');
      expect(await outcome(store.deleteMany(['a/b/1', 'a/b/2']))).toBe('blob_store.unavailable');
      expect(keys()).toEqual(['a/b/2']);
    });
  });

  test('deletes more keys than one request takes', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => `a/b/${n}`);
    for (const key of many) server.bucket.objects.set(key, { content: Buffer.alloc(0), mediaType: 'text/plain' });
    const store = storeOf();
    await store.deleteMany(many.slice(0, 1_200));
    expect([server.count('DeleteObjects'), keys().length]).toEqual([2, 1_300]);
    await store.deletePrefix('a');
    expect([server.count('ListObjectsV2'), keys().length]).toEqual([2, 0]);
  });

  test('stops between pages when it is told to', async () => {
    server.bucket.pageSize = 2;
    for (let n = 0; n < 6; n++)
      server.bucket.objects.set(`a/b/${n}`, { content: Buffer.alloc(0), mediaType: 'text/plain' });
    server.hold('DeleteObjects');
    const stop = new AbortController();
    const deleting = storeOf().deletePrefix('a', stop.signal);
    deleting.catch(() => undefined);
    await eventually(() => server.waiting === 1);
    const reason = new Error('the worker stops');
    stop.abort(reason);
    server.release();
    await expect(deleting).rejects.toBe(reason);
    expect(keys().length).toBeGreaterThanOrEqual(4);
  });

  test('keeps all names below its prefix, and sees none beside', async () => {
    const [ours, theirs] = [storeOf({ prefix: 'parley/one' }), storeOf({ prefix: 'parley/on' })];
    await ours.put(KEY, Buffer.from('ours'));
    await theirs.put(KEY, Buffer.from('theirs'));
    expect(keys()).toEqual([`parley/on/${KEY}`, `parley/one/${KEY}`]);
    await theirs.deletePrefix('team-1');
    expect((await buffer((await ours.get(KEY)).stream)).toString()).toBe('ours');
    expect(await outcome(theirs.get(KEY))).toBe('blob_store.not_found');
  });

  test('puts the bucket into the path or into the host name', async () => {
    const lookup = (_name: string, _options: unknown, found: (error: null, addresses: LookupAddress[]) => void) =>
      found(null, [{ address: '127.0.0.1', family: 4 }]);
    jest.spyOn(dns, 'lookup').mockImplementation(lookup as typeof dns.lookup);
    await storeOf({ isPathStyle: false, endpoint: `http://s3.test:${server.port}` }).put(KEY, Buffer.from('x'));
    await storeOf().put(KEY, Buffer.from('x'));
    expect(server.requests.map(({ headers, path }) => [headers.host, path])).toEqual([
      [`test-bucket.s3.test:${server.port}`, `/${KEY}`],
      [`127.0.0.1:${server.port}`, `/test-bucket/${KEY}`],
    ]);
  });

  test('keeps connections for the next request', async () => {
    const store = storeOf();
    for (let n = 0; n < 5; n++) {
      await store.put(KEY, Buffer.from('x'));
      await buffer((await store.get(KEY)).stream);
    }
    expect(server.connections).toBe(1);
  });

  describe('its health', () => {
    test('is that of the bucket, with one small request', async () => {
      const { check } = s3Health(storeOf());
      expect(await check()).toEqual({ status: 'ok', latencyMs: expect.any(Number) });
      expect(server.requests.map(({ operation }) => operation)).toEqual(['HeadBucket']);
    });

    test.each([
      ['there is no such bucket', { bucket: 'other-bucket' }],
      ['the server refuses the key', { credentials: { accessKeyId: 'test-access-key', secretAccessKey: 'wrong' } }],
    ])('is down when %s', async (_when, changes) => {
      expect(await s3Health(storeOf(changes)).check()).toEqual({
        status: 'down',
        note: 'The bucket of files does not answer.',
      });
    });
  });
});
