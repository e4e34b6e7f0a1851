/** What slow, silent and endless clients may take of the server, with limits that a test can wait for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Body, Get, Global, Module, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { ConfigModule, loadConfig } from '#infra/config';
import { eventually } from '#testing';
import { Public } from './access/access';
import { ActorResolver } from './actor-resolver';
import { configureHttp } from './configure-http';
import type { Dialect } from './dialect';
import { createFastifyAdapter } from './fastify-adapter';
import { HttpModule } from './http.module';
import { DialectController } from './main-api/controllers';
import { sendEventStream } from './streaming/event-stream';
import type { SseFrame } from './streaming/sse-frame';
import { UUID_IDS } from './uuid-ids';

const LIMITS = { requestMs: 600, headersMs: 300, lookMs: 50, silenceMs: 800, idleMs: 300, maxHeaderBytes: 16 * 1024 };
const MAX_CONNECTIONS = 20;
const FRAME_BYTES = 64 * 1024;

const DIALECT: Dialect = {
  name: 'test',
  mounts: [{ path: '/' }],
  ids: UUID_IDS,
  readCredential: () => undefined,
  rateLimit: () => undefined,
  renderFailure: ({ kind, message }) => ({ status: kind === 'too_large' ? 413 : 400, body: { message } }),
  docs: { title: '', description: '', path: '/docs', securitySchemes: {}, errorSchema: {} },
};

/** How far the endless stream was read, and whether its source was told to stop. */
const told = { frames: 0, hasStopped: false };

async function* endless(): AsyncGenerator<SseFrame> {
  try {
    for (;;) {
      told.frames++;
      yield { data: 'x'.repeat(FRAME_BYTES) };
    }
  } finally {
    told.hasStopped = true;
  }
}

@DialectController('', { tag: 'Test' })
class TestController {
  @Post('echo')
  @Public()
  echo(@Body() body: object) {
    return body;
  }

  @Get('stream')
  @Public()
  stream(@Res({ passthrough: true }) reply: FastifyReply) {
    return sendEventStream(reply, endless(), { heartbeatMs: 50 });
  }
}

@Global()
@Module({
  providers: [
    { provide: ActorResolver, useValue: { resolve: async () => undefined, isPageOrigin: async () => false } },
  ],
  exports: [ActorResolver],
})
class NoActors {}

describe('a connection', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-limits-'));
  let app: NestFastifyApplication;
  let port: number;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    const config = loadConfig({
      DATA_DIR: dataDir,
      MAX_UPLOAD_MB: '1',
      HTTP_MAX_CONNECTIONS: String(MAX_CONNECTIONS),
    });

    @Module({
      imports: [ConfigModule.forRoot(config), NoActors, HttpModule.forRoot([DIALECT])],
      controllers: [TestController],
    })
    class TestApp {}

    const adapter = createFastifyAdapter(config, LIMITS);
    app = await NestFactory.create<NestFastifyApplication>(TestApp, adapter, { logger: false });
    configureHttp(app);
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as AddressInfo).port;
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await eventually(() => connections().then((count) => count === 0));
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const connections = () =>
    new Promise<number>((resolve) => {
      app.getHttpServer().getConnections((_error: unknown, count: number) => resolve(count));
    });

  /** A connection, and what has come by it. */
  async function open() {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    const seen = { text: '', isClosed: false };
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      seen.text += piece.toString('latin1');
    });
    socket.on('close', () => {
      seen.isClosed = true;
    });
    await new Promise((resolve) => socket.once('connect', resolve));
    return { socket, seen };
  }

  /** One piece after the other, as long as somebody takes them. */
  async function trickle(socket: Socket, piece: string): Promise<void> {
    while (!socket.destroyed && socket.writable) {
      socket.write(piece);
      await delay(20);
    }
  }

  const HEAD = 'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

  test('whose headers never end is answered 408, and closed', async () => {
    const { socket, seen } = await open();
    socket.write('GET /echo HTTP/1.1\r\nHost: x\r\n');
    await trickle(socket, 'X-A: b\r\n');
    expect([seen.text.slice(0, 12), seen.isClosed]).toEqual(['HTTP/1.1 408', true]);
  });

  test('that says nothing at all is closed', async () => {
    const { seen } = await open();
    await eventually(() => seen.isClosed);
  });

  test.each([
    ['with a length', 'Content-Length: 100000\r\n\r\n', ' '],
    ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n', '1\r\n \r\n'],
  ])('whose body comes in drops, %s, is closed', async (_how, rest, drop) => {
    const { socket, seen } = await open();
    socket.write(HEAD + rest);
    await trickle(socket, drop);
    await eventually(() => seen.isClosed);
    expect(seen.text).not.toContain('HTTP/1.1 2');
  });

  test('whose body never ends, however quickly it comes, is refused by its length', async () => {
    const { socket, seen } = await open();
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
    while (!socket.destroyed && socket.writable) {
      if (!socket.write(chunk))
        await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), delay(100)]);
    }
    await eventually(() => seen.isClosed);
    expect(seen.text).not.toContain('HTTP/1.1 2');
  });

  test('whose headers are too large is told so', async () => {
    const { socket, seen } = await open();
    socket.write(`GET /echo HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`);
    await eventually(() => seen.isClosed);
    expect(seen.text.slice(0, 12)).toBe('HTTP/1.1 431');
  });

  test('that is idle after its answer is closed, so that it can be had by others', async () => {
    const { socket, seen } = await open();
    socket.write(`${HEAD}Content-Length: 2\r\n\r\n{}`);
    await eventually(() => seen.text.includes('{}'));
    await eventually(() => seen.isClosed);
  });

  test('too many are closed at once, and there is room again when others have gone', async () => {
    const held = await Promise.all(Array.from({ length: MAX_CONNECTIONS }, open));
    for (const { socket } of held) socket.write('GET /echo HTTP/1.1\r\n');
    const refused = await open();
    await eventually(() => refused.seen.isClosed);
    expect(refused.seen.text).toBe('');
    await eventually(() => held.every(({ seen }) => seen.isClosed));
    const { socket, seen } = await open();
    socket.write(`${HEAD}Content-Length: 2\r\n\r\n{}`);
    await eventually(() => seen.text.startsWith('HTTP/1.1 201'));
  });

  test('whose reader takes nothing of a stream holds no more than its buffers, and is closed', async () => {
    Object.assign(told, { frames: 0, hasStopped: false });
    const { socket } = await open();
    socket.pause();
    socket.write('GET /stream HTTP/1.1\r\nHost: x\r\n\r\n');
    await eventually(() => told.hasStopped);
    // The sockets of both sides hold a few megabytes.
    expect(told.frames * FRAME_BYTES).toBeLessThan(32 * 1024 * 1024);
  });

  test.each(['gzip', 'deflate', 'br', 'gzip, identity'])(
    'that brings a body packed by %s is told to send it plain',
    async (coding) => {
      const answer = await fetch(`http://127.0.0.1:${port}/echo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': coding },
        body: '{}',
      });
      expect([answer.status, answer.headers.get('accept-encoding'), await answer.json()]).toEqual([
        400,
        'identity',
        { message: 'Content-Encoding is not supported: send the body as it is.' },
      ]);
    },
  );

  test('that says its body is not packed is heard', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'identity' };
    const answer = await fetch(`http://127.0.0.1:${port}/echo`, { method: 'POST', headers, body: '{"a":1}' });
    expect(await answer.json()).toEqual({ a: 1 });
  });
});
