import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Body, Controller, Get, Global, Module, Param, Post, Put, Query, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { criabot, platform } from '#dialects';
import { ConfigModule, loadConfig } from '#infra/config';
import { HealthComponents, HealthStatus, Liveness } from '#infra/health';
import {
  ActorResolver,
  AdminOnly,
  AllOptional,
  AllowsVisitors,
  Answers,
  AnswersDone,
  AnswersPage,
  AnswersStream,
  type Credential,
  CurrentActor,
  configureHttp,
  createFastifyAdapter,
  type Dialect,
  DialectController,
  done,
  HttpModule,
  IdParam,
  IntegerField,
  MainController,
  mountDocs,
  NeedsScope,
  NestedField,
  ObjectField,
  PageQuery,
  Public,
  Refuses,
  type SseFrame,
  Summary,
  sendEventStream,
  success,
  successPage,
  TextField,
  UserOnly,
} from '#infra/http';
import { type Actor, AppError, type Clock } from '#kernel';
import { ManualClock } from '#testing';
import { RootPagesModule } from '../../libs/dialects/criabot/root-pages.module';
import { PlatformModule } from '../../libs/dialects/platform/platform.module';

/** Another shape of errors, at a place of its own; its limit is one that a test can reach. */
export const TEST_LIMIT = 5;
export const testDialect: Dialect = {
  ...platform,
  name: 'test',
  mounts: [{ path: '/test-dialect/v2' }],
  renderFailure: ({ kind, message, fields, requestId }) => ({
    status: platform.renderFailure({ kind, message, fields, requestId, code: '', at: new Date(0) }).status,
    body: { oops: { kind, message, fields, requestId } },
  }),
  rateLimit: ({ path: requested }, actor) => ({
    bucket: 'all',
    limit: actor ? 100 * TEST_LIMIT : TEST_LIMIT,
    windowMs: 60_000,
    exempt: requested.endsWith('/exempt'),
  }),
  docs: { ...platform.docs, title: 'Test', path: '/openapi/test.json', errorSchema: { type: 'object' } },
};

class Colour {
  @TextField('Its name.', { maxLength: 20 })
  name!: string;
}

class CreateThing {
  @TextField('Its name.', { maxLength: 128, example: 'Lamp' })
  name!: string;

  @IntegerField('How many.', { optional: true, min: 1, max: 10 })
  count?: number;

  @NestedField('Its colour.', () => Colour, { optional: true, nullable: true })
  colour?: Colour | null;

  @ObjectField('Anything.', { optional: true })
  metadata?: Record<string, unknown>;
}

class UpdateThing extends AllOptional(CreateThing) {}

class Thing {
  @TextField('Its name.')
  name!: string;
}

/** What the streams say is decided by each test; `ended` settles with the last stream. */
export const streamed: { frames: () => AsyncIterable<SseFrame>; ended: Promise<void> } = {
  frames: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) }),
  ended: Promise.resolve(),
};

abstract class Things {
  @Get()
  @Summary('List things')
  @AnswersPage(Thing)
  list(@Query() query: PageQuery) {
    return successPage({ items: [{ name: JSON.stringify(query) }], total: 21, ...query });
  }

  @Post()
  @Summary('Create a thing')
  @NeedsScope('chatbots:write')
  @Answers(201, Thing)
  @Refuses(400)
  create(@Body() body: CreateThing) {
    return success(body, 'Made.');
  }

  @Put(':id')
  @Summary('Update a thing')
  @AnswersDone()
  update(@IdParam('id', 'thing') id: string, @Body() body: UpdateThing) {
    return { ...done('Changed.'), id, body };
  }

  @Get('me')
  @UserOnly()
  @Summary('Show me')
  @Answers(200, Thing)
  me(@CurrentActor() actor: Actor) {
    return success({ name: actor.teamId });
  }

  @Get('admin')
  @AdminOnly()
  @Summary('Show admin')
  @Answers(200, Thing)
  admin() {
    return success({ name: 'admin' });
  }

  @Get('named/:name')
  @Public()
  @Summary('Show a named thing')
  @Answers(200, Thing)
  named(@Param('name') name: string) {
    return success({ name });
  }

  @Post('visits')
  @Summary('Visit')
  @AllowsVisitors('chat:write')
  @AnswersDone()
  visit() {
    return done('Welcome.');
  }

  @Get('broken')
  @Public()
  @Summary('Break')
  broken() {
    throw new Error('secret detail');
  }

  @Get('unavailable')
  @Public()
  @Summary('Be away')
  unavailable() {
    throw new AppError('test.away', 'unavailable', 'Away.', { retryAfterMs: 2_500 });
  }

  @Get('cut')
  @Public()
  @Summary('Break after the answer has begun')
  cut(@Res() reply: FastifyReply) {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-length': '100' }).write('begun');
    throw new Error('too late');
  }

  @Get('stream')
  @Public()
  @Summary('Stream')
  @AnswersStream('Frames.')
  stream(@Res({ passthrough: true }) reply: FastifyReply) {
    streamed.ended = sendEventStream(reply, streamed.frames(), { heartbeatMs: 20 });
    return streamed.ended;
  }
}

@MainController('things', { tag: 'Things' })
class MainThings extends Things {}

@DialectController('test-dialect/v2/things', { tag: 'Things' })
class TestThings extends Things {}

@Controller('test-dialect/v2/exempt')
class Exempt {
  @Get()
  @Public()
  show() {
    return {};
  }
}

/** Its routes share no first segment. */
@MainController('', { tag: 'Things' })
class Spanning {
  @Get('spanning/things')
  @Public()
  @Summary('Span')
  @Answers(200, Thing)
  span() {
    return success({ name: 'span' });
  }
}

@Module({ controllers: [MainThings, Spanning] })
class MainThingsModule {}

@Module({ controllers: [TestThings, Exempt] })
class TestThingsModule {}

/** The origin of pages that have a public key of their own. */
export const SHOP_PAGE = 'https://shop.example.com';

const TEAM = { teamId: 'team-1', plan: 'free' as const };
const ACTORS: Record<string, Actor> = {
  'key-all': { ...TEAM, kind: 'key', keyId: 'k1', userId: 'u1', scopes: ['admin'] },
  'key-read': { ...TEAM, kind: 'key', keyId: 'k2', userId: 'u1', scopes: ['chatbots:read'] },
  'a.b.user': { ...TEAM, kind: 'user', userId: 'u1', role: 'user', teamRole: 'member', loginId: 'l1' },
  'key-page': { ...TEAM, kind: 'widget_key', keyId: 'w1', botId: 'b1', allowedOrigins: [SHOP_PAGE] },
  'a.b.admin': { ...TEAM, kind: 'user', userId: 'u2', role: 'admin', teamRole: 'owner', loginId: 'l2' },
};

class KnownActors extends ActorResolver {
  resolve({ value }: Credential): Promise<Actor | undefined> {
    if (value === 'key-down') {
      return Promise.reject(new AppError('database.unavailable', 'unavailable', 'The database is away.'));
    }
    return Promise.resolve(ACTORS[value]);
  }

  isOfBotsOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  isPageOrigin(origin: string): Promise<boolean> {
    return Promise.resolve(origin === SHOP_PAGE);
  }
}

@Global()
@Module({ providers: [{ provide: ActorResolver, useClass: KnownActors }], exports: [ActorResolver] })
class ActorsModule {}

/** There is no database here whose health could be asked. */
const HEALTHY = { provide: HealthStatus, useValue: { read: async () => ({ status: 'ok', components: {} }) } };

@Global()
@Module({ providers: [Liveness, HealthComponents, HEALTHY], exports: [Liveness, HealthComponents, HEALTHY] })
class HealthyModule {}

/** A small app that speaks the real root and main dialects and one that only tests know. */
export async function startTwoDialects(
  environment: Record<string, string> = {},
  clock: Clock = new ManualClock(),
): Promise<NestFastifyApplication> {
  const config = loadConfig({
    SHUTDOWN_GRACE_MS: '1000',
    DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'parley-dialects-')),
    MAX_UPLOAD_MB: '1',
    RATE_LIMIT_MULTIPLIER: '1',
    ...environment,
  });
  const modules = [MainThingsModule, TestThingsModule];

  @Module({
    imports: [
      ConfigModule.forRoot(config, clock),
      ActorsModule,
      HealthyModule,
      HttpModule.forRoot([platform, criabot, testDialect]),
      PlatformModule,
      RootPagesModule,
      ...modules,
    ],
  })
  class TestApp {}

  const app = await NestFactory.create<NestFastifyApplication>(TestApp, createFastifyAdapter(config), {
    logger: false,
  });
  configureHttp(app);
  mountDocs(app, [
    { dialect: platform, modules: [PlatformModule, MainThingsModule] },
    { dialect: criabot, modules: [RootPagesModule] },
    { dialect: testDialect, modules: [TestThingsModule] },
  ]);
  await app.init();
  return app;
}
