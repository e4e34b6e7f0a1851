import { PassThrough } from 'node:stream';
import { readBody } from './read-body';

describe('readBody', () => {
  const limits = { maxBytes: 8, timeoutMs: 10_000 };
  const flush = () => new Promise((resolve) => setImmediate(resolve));

  test('gives a body that keeps within the limits whole', async () => {
    const body = new PassThrough();
    const read = readBody(body, limits);
    body.write('1234');
    body.end('5678');
    expect(await read).toEqual({ bytes: Buffer.from('12345678'), end: 'whole' });
  });

  test('gives nothing of an empty one', async () => {
    const body = new PassThrough();
    body.end();
    expect(await readBody(body, limits)).toEqual({ bytes: Buffer.alloc(0), end: 'whole' });
  });

  test('gives the beginning of one that is too long, and ends it', async () => {
    const body = new PassThrough();
    const read = readBody(body, limits);
    body.write('12345');
    body.write('67890');
    expect(await read).toEqual({ bytes: Buffer.from('12345678'), end: 'too_long' });
    expect(body.destroyed).toBe(true);
  });

  test('gives what came in time, and ends the rest', async () => {
    const body = new PassThrough();
    body.write('123');
    expect(await readBody(body, { maxBytes: 8, timeoutMs: 20 })).toEqual({
      bytes: Buffer.from('123'),
      end: 'too_slow',
    });
    expect(body.destroyed).toBe(true);
  });

  test('gives what came of one that breaks', async () => {
    const body = new PassThrough();
    const read = readBody(body, limits);
    body.write('123');
    await flush();
    body.destroy(new Error('reset'));
    expect(await read).toEqual({ bytes: Buffer.from('123'), end: 'broken' });
    expect((await readBody(body, limits)).end).toBe('broken');
  });
});
