import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { Body, Global, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigModule, loadConfig } from '#infra/config';
import { AppError, type ErrorKind } from '#kernel';
import { eventually } from '#testing';
import { Public } from '../access/access';
import { ActorResolver } from '../actor-resolver';
import { configureHttp } from '../configure-http';
import type { Dialect } from '../dialect';
import { createFastifyAdapter } from '../fastify-adapter';
import { TextField } from '../fields/text-fields';
import { HttpModule } from '../http.module';
import { DialectController } from '../main-api/controllers';
import { UUID_IDS } from '../uuid-ids';
import { AcceptsFile, ArrivingForm } from './accepts-upload';
import { FileField, type UploadedFile } from './file-field';
import type { IncomingForm } from './incoming-form';

const MB = 1024 * 1024;
const STATUS: Partial<Record<ErrorKind, number>> = {
  malformed: 400,
  invalid_input: 400,
  too_large: 413,
  conflict: 409,
};

const DIALECT: Dialect = {
  name: 'test',
  mounts: [{ path: '/' }],
  ids: UUID_IDS,
  readCredential: () => undefined,
  rateLimit: () => undefined,
  renderFailure: ({ kind, code, message }) => ({ status: STATUS[kind] ?? 500, body: { code, message } }),
  docs: { title: '', description: '', path: '/docs', securitySchemes: {}, errorSchema: {} },
};

class Upload {
  @TextField('A name.', { optional: true })
  name?: string;

  @FileField('A file.')
  file: UploadedFile;
}

/** What the route has seen of the form that is being sent. */
const seen = { bytes: 0, error: undefined as unknown };

@Public()
@DialectController('forms', { tag: 'Forms' })
class FormsController {
  @Post('read')
  @AcceptsFile({ form: Upload })
  async read(@ArrivingForm() form: IncomingForm) {
    return this.told(form.file, () => form.fields());
  }

  @Post('late')
  @AcceptsFile({ form: Upload })
  async readLate(@ArrivingForm() form: IncomingForm) {
    await finished(form.file.stream, { writable: false }).catch(() => undefined);
    return this.told(form.file, () => form.fields());
  }

  @Post('refuse')
  @AcceptsFile({ form: Upload })
  refuse(@ArrivingForm() _form: IncomingForm) {
    throw new AppError('test.refused', 'conflict', 'Not this one.');
  }

  @Post('either')
  @AcceptsFile({ form: Upload, json: Upload })
  either(@ArrivingForm() form: IncomingForm | undefined, @Body() body: unknown) {
    return form ? this.told(form.file, () => form.fields()) : { body };
  }

  private async told({ name, mediaType, stream }: IncomingForm['file'], fields: IncomingForm['fields']) {
    try {
      for await (const piece of stream) seen.bytes += (piece as Buffer).length;
    } catch (error) {
      seen.error = error;
      throw error;
    }
    return { name, mediaType, bytes: seen.bytes, fields: await fields() };
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

describe('a form with a file', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-forms-'));
  let app: NestFastifyApplication;
  let port: number;

  beforeAll(async () => {
    const config = loadConfig({ DATA_DIR: dataDir, MAX_UPLOAD_MB: '1', SHUTDOWN_GRACE_MS: '1000' });

    @Module({
      imports: [ConfigModule.forRoot(config), NoActors, HttpModule.forRoot([DIALECT])],
      controllers: [FormsController],
    })
    class TestApp {}

    app = await NestFactory.create<NestFastifyApplication>(TestApp, createFastifyAdapter(config), { logger: false });
    configureHttp(app);
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(() => Object.assign(seen, { bytes: 0, error: undefined }));

  const send = async (to: string, form: FormData) => {
    const answer = await fetch(`http://127.0.0.1:${port}/forms/${to}`, { method: 'POST', body: form });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const formOf = (entries: ReadonlyArray<readonly [string, string | Blob, string?]>) => {
    const form = new FormData();
    for (const [name, value, fileName] of entries) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value, fileName);
    }
    return form;
  };
  const fileOf = (bytes: number) => new Blob(['x'.repeat(bytes)], { type: 'text/plain' });

  /** A request whose body is written by hand. */
  const begin = (to: string, headers: Record<string, string | number> = {}) => {
    const request = http.request({ port, path: `/forms/${to}`, method: 'POST' });
    request.setHeader('content-type', 'multipart/form-data; boundary=b');
    for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
    request.on('error', () => undefined);
    const answer = once(request, 'response').then(async ([response]) => ({
      status: (response as http.IncomingMessage).statusCode,
      body: JSON.parse(await text(response as http.IncomingMessage)) as Record<string, unknown>,
    }));
    answer.catch(() => undefined);
    return { request, answer };
  };
  const HEAD =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n';
  const TAIL = '\r\n--b--\r\n';

  test('has fields before and behind it', async () => {
    const form = formOf([
      ['name', 'first'],
      ['tags', 'a'],
      ['file', fileOf(5), 'folder/Füße.txt'],
      ['tags', 'b'],
      ['note', 'last'],
    ]);
    expect(await send('read', form)).toEqual({
      status: 201,
      body: {
        name: 'Füße.txt',
        mediaType: 'text/plain',
        bytes: 5,
        fields: { name: 'first', tags: ['a', 'b'], note: 'last' },
      },
    });
  });

  test('is handed on while the file arrives', async () => {
    const { request, answer } = begin('read');
    request.write(HEAD);
    request.write('x'.repeat(100_000));
    await eventually(() => seen.bytes > 50_000);
    request.end(`y${TAIL}`);
    expect(await answer).toMatchObject({ status: 201, body: { bytes: 100_001 } });
  });

  test('may be empty, which its route finds out', async () => {
    expect(await send('read', formOf([['file', fileOf(0), 'a.txt']]))).toMatchObject({
      status: 201,
      body: { bytes: 0 },
    });
  });

  test('may be as large as the server takes, and no larger', async () => {
    expect(await send('read', formOf([['file', fileOf(MB), 'a']]))).toMatchObject({ status: 201, body: { bytes: MB } });
    seen.bytes = 0;
    expect(await send('read', formOf([['file', fileOf(MB + 1), 'a']]))).toMatchObject({
      status: 413,
      body: { code: 'http.form_too_large' },
    });
    expect(seen.bytes).toBeLessThanOrEqual(MB);
    const said = await send('read', formOf([['file', fileOf(3.5 * MB), 'a']]));
    expect([said.status, seen.error]).toEqual([413, expect.objectContaining({ code: 'http.form_too_large' })]);
  });

  test('is refused as soon as it is too large, when nobody said how long it is', async () => {
    const { request, answer } = begin('read');
    request.write(HEAD);
    for (let sent = 0; sent < 3; sent++) request.write('x'.repeat(MB));
    await eventually(() => seen.error !== undefined);
    request.end(TAIL);
    expect(await answer).toMatchObject({ status: 413, body: { code: 'http.form_too_large' } });
  });

  test.each([
    ['without a file', [['name', 'x']], 'input.invalid'],
    ['whose file stands under another name', [['picture', fileOf(5), 'a.txt']], 'input.invalid'],
    [
      'with two files',
      [
        ['file', fileOf(5), 'a.txt'],
        ['file', fileOf(5), 'b.txt'],
      ],
      'http.malformed',
    ],
  ] as const)('%s is refused', async (_what, entries, code) => {
    expect(await send('read', formOf(entries))).toMatchObject({ status: 400, body: { code } });
  });

  test('that is broken, or no form, is refused', async () => {
    const broken = begin('read');
    broken.request.end(`${HEAD}xxx`);
    expect(await broken.answer).toMatchObject({ status: 400, body: { code: 'http.malformed' } });
    const nothing = begin('read');
    nothing.request.end('nothing');
    expect(await nothing.answer).toMatchObject({ status: 400, body: { code: 'http.malformed' } });
    const json = begin('read', { 'content-type': 'application/json' });
    json.request.end('{}');
    expect(await json.answer).toMatchObject({ status: 400, body: { code: 'http.malformed' } });
  });

  test('that has broken off before its reader comes is refused', async () => {
    const broken = begin('late');
    broken.request.end(`${HEAD}xxx`);
    expect(await broken.answer).toMatchObject({ status: 400, body: { code: 'http.malformed' } });
  });

  test('whose sender leaves breaks off for its reader', async () => {
    const { request } = begin('read');
    request.write(HEAD);
    request.write('x'.repeat(100_000));
    await eventually(() => seen.bytes > 50_000);
    request.destroy();
    await eventually(() => seen.error !== undefined);
    expect(seen.error).toMatchObject({ code: 'http.malformed' });
  });

  test.each([
    ['said how long it is', true],
    ['did not say how long it is', false],
  ])('that its route refuses at once is let pass, so that the sender, who %s, hears it', async (_who, isSaid) => {
    const body = Buffer.from(HEAD + 'x'.repeat(MB) + TAIL);
    const { request, answer } = begin('refuse', isSaid ? { 'content-length': body.length } : {});
    for (let at = 0; at < body.length; at += 65_536) {
      if (!request.write(body.subarray(at, at + 65_536))) await once(request, 'drain');
    }
    request.end();
    expect(await answer).toMatchObject({ status: 409, body: { code: 'test.refused' } });
  });

  test('may stand where JSON is taken, too', async () => {
    expect(await send('either', formOf([['file', fileOf(5), 'a.txt']]))).toMatchObject({ body: { bytes: 5 } });
    const json = begin('either', { 'content-type': 'application/json' });
    json.request.end('{"a":1}');
    expect(await json.answer).toMatchObject({ status: 201, body: { body: { a: 1 } } });
  });
});
