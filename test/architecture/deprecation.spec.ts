import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Body, Get, Global, Module, Post, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { criabot } from '#dialects';
import { ConfigModule, loadConfig } from '#infra/config';
import {
  ActorResolver,
  configureHttp,
  createFastifyAdapter,
  Deprecated,
  type Dialect,
  DialectController,
  HttpModule,
  mountDocs,
  Public,
  Summary,
  TextField,
} from '#infra/http';
import { ManualClock } from '#testing';

const TEST_LIMIT = 3;
const NOTICE = { announced: '2030-01-01', since: '2030-03-02', sunset: '2031-03-02' };
const SAYS = {
  deprecation: `@${Date.parse('2030-03-02T00:00:00Z') / 1_000}`,
  sunset: 'Sun, 02 Mar 2031 00:00:00 GMT',
  link: '<https://docs.example/moving>; rel="deprecation"; type="text/html"',
};

const versioned: Dialect = {
  ...criabot,
  name: 'versioned',
  mounts: [{ path: '/versioned' }],
  rateLimit: () => ({ bucket: 'all', limit: TEST_LIMIT, windowMs: 60_000 }),
  docs: { ...criabot.docs, path: '/openapi/versioned.json', version: '1.2.3' },
  deprecationPolicy: { noticeDays: 60, supportMonths: 12 },
};

class Note {
  @TextField('What is to be kept.')
  text: string;
}

@DialectController('versioned/old', { tag: 'Old' })
class OldController {
  @Post()
  @Public()
  @Summary('Keep a note', 'Keeps it.')
  @Deprecated({ ...NOTICE, link: 'https://docs.example/moving' })
  keep(@Body() body: Note) {
    return body;
  }

  @Get('closed')
  @Summary('Read notes')
  @Deprecated(NOTICE)
  read() {
    return {};
  }

  @Get('new')
  @Public()
  @Summary('List notes')
  list() {
    return {};
  }
}

@DialectController('versioned/hasty', { tag: 'Hasty' })
class HastyController {
  @Get()
  @Summary('Show haste')
  @Deprecated({ ...NOTICE, sunset: '2030-06-01' })
  show() {
    return {};
  }
}

class Nobody extends ActorResolver {
  resolve() {
    return Promise.resolve(undefined);
  }

  isOfBotsOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  isPageOrigin() {
    return Promise.resolve(false);
  }
}

@Global()
@Module({ providers: [{ provide: ActorResolver, useClass: Nobody }], exports: [ActorResolver] })
class ActorsModule {}

async function startWith(controller: Type, clock = new ManualClock()): Promise<NestFastifyApplication> {
  const config = loadConfig({ DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'parley-deprecation-')) });

  @Module({ controllers: [controller] })
  class RoutesModule {}

  @Module({
    imports: [
      ConfigModule.forRoot(config, clock),
      ActorsModule,
      HttpModule.forRoot([criabot, versioned]),
      RoutesModule,
    ],
  })
  class TestApp {}

  const adapter = createFastifyAdapter(config);
  const app = await NestFactory.create<NestFastifyApplication>(TestApp, adapter, { logger: false });
  configureHttp(app);
  mountDocs(app, [{ dialect: versioned, modules: [RoutesModule] }]);
  await app.init();
  return app;
}

describe('a route that will go', () => {
  let app: NestFastifyApplication;
  const clock = new ManualClock();

  beforeAll(async () => {
    app = await startWith(OldController, clock);
  });
  afterAll(() => app.close());
  beforeEach(() => clock.advance(120_000));

  const keep = (payload: string, headers = { 'content-type': 'application/json' }) =>
    app.inject({ method: 'POST', url: '/versioned/old', headers, payload });

  test('says so with every answer, refusals of input, of credentials and of too many calls included', async () => {
    const answers = [
      await keep('{"text":"x"}'),
      await keep('{}'),
      await keep('{'),
      await keep('{"text":"x"}'),
      await app.inject('/versioned/old/closed'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 422, 422, 429, 429]);
    for (const answer of answers.slice(0, 4)) expect(answer.headers).toMatchObject(SAYS);
    clock.advance(120_000);
    const closed = await app.inject('/versioned/old/closed');
    expect(closed.statusCode).toBe(401);
    expect(closed.headers).toMatchObject({ deprecation: SAYS.deprecation, sunset: SAYS.sunset });
    expect(closed.headers).not.toHaveProperty('link');
  });

  test('does not speak for its neighbours', async () => {
    for (const url of ['/versioned/old/new', '/versioned/old/nowhere']) {
      expect((await app.inject(url)).headers).not.toHaveProperty('deprecation');
    }
  });

  test('is marked in the document, which tells the version of the API', async () => {
    const document = (await app.inject('/openapi/versioned.json')).json();
    expect(document.info.version).toBe('1.2.3');
    expect(document.paths['/versioned/old'].post).toMatchObject({
      deprecated: true,
      description: 'Keeps it.\n\nDeprecated since 2030-03-02; may be gone from 2031-03-02 on.',
    });
    expect(document.paths['/versioned/old/new'].get).not.toHaveProperty('deprecated');
    expect(JSON.stringify(document)).not.toContain('x-deprecated-by');
  });

  test('sooner than its dialect promises keeps the process from starting', async () => {
    await expect(startWith(HastyController)).rejects.toThrow(
      'The deprecation of GET /versioned/hasty gives less than 12 months of support: sunset 2031-03-02 at the soonest.',
    );
  });
});
