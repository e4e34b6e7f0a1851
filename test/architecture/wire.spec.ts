import net, { type AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SseFrame } from '#infra/http';
import { AppError } from '#kernel';
import { eventually } from '#testing';
import { startTwoDialects, streamed } from './two-dialects';

/** One frame, and then nothing for as long as the test lasts. */
function quietStream(onReturn: () => void = () => undefined): AsyncIterable<SseFrame> {
  const pending = new Promise<never>(() => undefined);
  let begun = false;
  const next = () => {
    if (begun) return pending;
    begun = true;
    return Promise.resolve({ done: false as const, value: { data: 'first' } });
  };
  const stop = () => {
    onReturn();
    return Promise.resolve({ done: true as const, value: undefined });
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: stop }) };
}

describe('on the wire', () => {
  let app: NestFastifyApplication;
  let port: number;

  beforeAll(async () => {
    app = await startTwoDialects({ RATE_LIMIT_MULTIPLIER: '1000' });
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => app.close());

  const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init);

  /** Sends bytes and reads until the server closes. */
  const send = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });

  describe('requests', () => {
    test('what is not HTTP is answered in JSON', async () => {
      const answer = await send('HELLO THERE\r\n\r\n');
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).toMatch(/X-Request-Id: req_/);
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 'error', code: 'BAD_REQUEST' });
    });

    test('headers without end are answered in JSON', async () => {
      const answer = await send(`GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 431 /);
      expect(answer).toContain('"code":"HEADERS_TOO_LARGE"');
    });

    test('an absolute request target belongs to its path', async () => {
      const answer = await send(
        'GET http://host.example/api/v1/nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      );
      expect(answer).toContain('{"status":"error","message":"There is nothing at this path.","code":"NOT_FOUND"}');
    });

    test('JSON that is nothing but brackets is refused', async () => {
      const init = {
        method: 'POST',
        headers: { 'x-api-key': 'key-all', 'content-type': 'application/json' },
        body: `{"name":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
      };
      expect((await get('/api/v1/things', init)).status).toBe(400);
    });

    test('an answer that has begun is cut off, not answered twice', async () => {
      const answer = await send('GET /api/v1/things/cut HTTP/1.1\r\nHost: x\r\n\r\n');
      expect(answer).not.toContain('500');
      expect(answer).not.toContain('SERVER_ERROR');
    });
  });

  describe('streams', () => {
    test('keep their headers and are in no envelope', async () => {
      streamed.frames = async function* () {
        yield { id: '1', event: 'delta', data: { text: 'a\nb' } };
        yield { event: 'done', data: 'first\nsecond' };
      };
      const headers = { 'x-request-id': 'stream-1', origin: 'https://shop.example' };
      const answer = await get('/api/v1/things/stream', { headers });
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
        'x-request-id': 'stream-1',
        'x-ratelimit-limit': '30000',
        'access-control-allow-origin': '*',
      });
      expect(await answer.text()).toBe(
        'id: 1\nevent: delta\ndata: {"text":"a\\nb"}\n\nevent: done\ndata: first\ndata: second\n\n',
      );
    });

    test('an error before the first frame is an ordinary answer', async () => {
      streamed.frames = async function* () {
        yield* [];
        throw new AppError('test.gone', 'not_found', 'Gone.');
      };
      const answer = await get('/api/v1/things/stream');
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ status: 'error', message: 'Gone.', code: 'NOT_FOUND' });
    });

    test('an error in mid-stream is one frame in the dialect, and the stream ends', async () => {
      streamed.frames = async function* () {
        yield { event: 'started', data: {} };
        throw new AppError('test.away', 'unavailable', 'Away.');
      };
      expect(await (await get('/api/v1/things/stream')).text()).toBe(
        'event: started\ndata: {}\n\nevent: error\ndata: {"status":"error","message":"Away.","code":"SERVICE_UNAVAILABLE"}\n\n',
      );
      expect(await (await get('/test-dialect/v2/things/stream')).text()).toContain(
        'event: error\ndata: {"oops":{"kind":"unavailable","message":"Away."',
      );
    });

    test('end, and tell their source, when the reader leaves', async () => {
      const told = new Promise<void>((resolve) => {
        streamed.frames = () => quietStream(resolve);
      });
      const reader = new AbortController();
      const answer = await get('/api/v1/things/stream', { signal: reader.signal });
      await answer.body?.getReader().read();
      reader.abort();
      await told;
      await streamed.ended;
    });

    test('beat while they are quiet', async () => {
      streamed.frames = () => quietStream();
      const reader = (await get('/api/v1/things/stream')).body?.getReader();
      let text = '';
      while (!text.includes(': beat\n\n')) text += new TextDecoder().decode((await reader?.read())?.value);
      expect(text).toMatch(/^data: first\n\n/);
      await reader?.cancel();
      await streamed.ended;
    });

    test('wait for a slow reader', async () => {
      let produced = 0;
      streamed.frames = async function* () {
        for (;;) {
          produced += 1;
          yield { data: 'x'.repeat(100_000) };
        }
      };
      const socket = net.connect(port, '127.0.0.1');
      socket.pause();
      socket.write('GET /api/v1/things/stream HTTP/1.1\r\nHost: x\r\n\r\n');
      let looks = 0;
      let last = -1;
      await eventually(() => {
        looks = produced > 0 && produced === last ? looks + 1 : 0;
        last = produced;
        return looks === 20;
      });
      expect(produced).toBeLessThan(1_000);
      socket.destroy();
      await streamed.ended;
    });
  });

  test('closing the server ends open streams when its grace is over', async () => {
    streamed.frames = () => quietStream();
    const reader = (await get('/api/v1/things/stream')).body?.getReader();
    await reader?.read();
    await app.close();
    while (!(await reader?.read())?.done);
    await streamed.ended;
  });
});
