import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Global, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigModule, loadConfig } from '#infra/config';
import { Public } from '../access/access';
import { ActorResolver } from '../actor-resolver';
import { configureHttp } from '../configure-http';
import type { Dialect } from '../dialect';
import { createFastifyAdapter } from '../fastify-adapter';
import { HttpModule } from '../http.module';
import { DialectController } from '../main-api/controllers';
import { UUID_IDS } from '../uuid-ids';
import { RawRequest, type RawRequestParts, TakesRawBody } from './raw-body';

const DIALECT: Dialect = {
  name: 'test',
  mounts: [{ path: '/' }],
  ids: UUID_IDS,
  readCredential: () => undefined,
  rateLimit: () => undefined,
  renderFailure: ({ kind, message }) => ({ status: kind === 'too_large' ? 413 : 400, body: { message } }),
  docs: { title: '', description: '', path: '/docs', securitySchemes: {}, errorSchema: {} },
};

@DialectController('inbox', { tag: 'Inbox' })
class InboxController {
  @Post()
  @Public()
  @TakesRawBody()
  take(@RawRequest() { rawBody, body, headers, query }: RawRequestParts) {
    return { hex: rawBody.toString('hex'), body, type: headers['content-type'], query };
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

describe('a route that takes the bytes of its body', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-raw-'));
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const config = loadConfig({ DATA_DIR: dataDir });

    @Module({
      imports: [ConfigModule.forRoot(config), NoActors, HttpModule.forRoot([DIALECT])],
      controllers: [InboxController],
    })
    class TestApp {}

    app = await NestFactory.create<NestFastifyApplication>(TestApp, createFastifyAdapter(config), { logger: false });
    configureHttp(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const send = async (payload: string | Buffer, type: string, query = '') => {
    const answer = await app.inject({
      method: 'POST',
      url: `/inbox${query}`,
      payload,
      headers: { 'content-type': type },
    });
    return { status: answer.statusCode, body: answer.json() };
  };

  test('gets them as they were sent, with the value that they stand for when they are JSON', async () => {
    const text = '{ "a":  1,"b":"é" }';
    expect(await send(text, 'application/json; charset=utf-8', '?mode=subscribe&x=1&x=2')).toEqual({
      status: 201,
      body: {
        hex: Buffer.from(text).toString('hex'),
        body: { a: 1, b: 'é' },
        type: 'application/json; charset=utf-8',
        query: { mode: 'subscribe', x: '1' },
      },
    });
  });

  test.each([
    ['payload=%7B%7D', 'application/x-www-form-urlencoded'],
    ['plain', 'text/plain'],
    ['--b\r\n\r\n--b--', 'multipart/form-data; boundary=b'],
    ['{broken', 'application/json'],
  ])('gets %j of the type %s, and no value', async (payload, type) => {
    const { status, body } = await send(payload, type);
    expect({ status, body }).toEqual({
      status: 201,
      body: { hex: Buffer.from(payload).toString('hex'), type, query: {} },
    });
  });

  test('gets bytes that are no text', async () => {
    expect((await send(Buffer.from([0xff, 0x00, 0xc3]), 'application/json')).body.hex).toBe('ff00c3');
  });

  test('gets nothing when there is no body', async () => {
    const answer = await app.inject({ method: 'POST', url: '/inbox' });
    expect(answer.json()).toEqual({ hex: '', query: {} });
  });

  test('refuses more than a mebibyte', async () => {
    expect((await send('x'.repeat(1024 * 1024), 'text/plain')).status).toBe(201);
    expect((await send('x'.repeat(1024 * 1024 + 1), 'text/plain')).status).toBe(413);
  });
});
