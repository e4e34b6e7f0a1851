import { Logger } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { AppError, after, newId } from '#kernel';
import { eventually } from '#testing';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { Datasets } from '../datasets/datasets.service';
import type { NewExample } from '../datasets/datasets.types';
import { ExamplesQueries } from '../datasets/examples.queries';
import { Intents } from '../models/intents.service';
import { TrainingModels } from '../models/training-models.service';
import { TrainingModule } from '../training.module';
import { BACKOFF_MS, MAX_RUNS, QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { RunningQueries } from './running.queries';
import { SessionRunning } from './session-running.service';
import type { SessionConfig } from './sessions.types';
import { TrainingSessions } from './training-sessions.service';

const RUNNING = new AbortController().signal;
const PAGE = { page: 1, limit: 100 };
const GREETINGS: NewExample[] = ['hello', 'hi there', 'good morning', 'hello again'].map((input) => ({
  input,
  output: 'Hello! How can I help?',
  intent: 'greeting',
}));
const REFUNDS: NewExample[] = ['I want my money back', 'refund please', 'give me a refund', 'money back now'].map(
  (input) => ({ input, output: 'refund', metadata: { intent: 'refund' } }),
);
const SMALL_TALK = [...GREETINGS, ...REFUNDS];
/** Takes longer to train from than a test waits for anything to be cut off. */
const MANY = Array.from({ length: 6_000 }, (_, at) => ({
  input: `please tell me about number ${at} of the ${at % 97} lamps in room ${at % 13}`,
  output: 'It is a lamp.',
  intent: `intent ${at % 50}`,
}));

describe('training sessions', () => {
  let fixture: DocumentsUnderTest;
  let sessions: TrainingSessions;
  let running: SessionRunning;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [TrainingModule] });
    sessions = fixture.get(TrainingSessions);
    running = fixture.get(SessionRunning);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    // It is told of trainings that are given up.
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  });
  afterEach(() => jest.restoreAllMocks());

  const newDataset = async (examples: readonly NewExample[] = SMALL_TALK) =>
    (await fixture.get(Datasets).create(tenant.actor, tenant.bot.id, { name: 'Talk', examples })).id;
  const start = async (datasetId: string, config: SessionConfig = {}) =>
    (await sessions.start(tenant.actor, tenant.bot.id, { datasetId, config })).id;
  const get = (id: string) => sessions.get(tenant.actor, id);
  const read = (text: string) => fixture.get(Intents).read(tenant.actor.teamId, tenant.bot.id, text);
  const versions = async () => {
    const { items } = await fixture.get(TrainingModels).list(tenant.actor, tenant.bot.id, PAGE);
    return items.map(({ version, isActive }) => (isActive ? `${version} active` : `${version}`));
  };
  const told = () => fixture.outbox.events.filter(({ name }) => name === 'training.completed');
  const trainNew = async (config: SessionConfig = {}, examples = SMALL_TALK) => {
    const id = await start(await newDataset(examples), config);
    await running.train(id, RUNNING);
    return get(id);
  };

  const sweep = async () => {
    const put = jest.spyOn(fixture.get(JobQueue), 'enqueueAll');
    await running.sweep();
    const ids = put.mock.calls.flatMap(([, payloads]) => payloads as { sessionId: string }[]);
    put.mockRestore();
    return ids.map(({ sessionId }) => sessionId);
  };

  test('make a version that reads intents at once, and are told of', async () => {
    const datasetId = await newDataset();
    const id = await start(datasetId);
    expect(await get(id)).toMatchObject({ status: 'pending', progress: 0, metrics: null, startedAt: null });
    expect(await read('hello')).toBeUndefined();
    await running.train(id, RUNNING);
    const metrics = {
      examples: 8,
      intents: 2,
      outOfScopeExamples: 0,
      modelVersion: 1,
      trainedFrom: [datasetId],
      durationMs: expect.any(Number),
    };
    expect(await get(id)).toMatchObject({
      status: 'completed',
      stage: null,
      progress: 100,
      error: null,
      metrics,
      startedAt: fixture.clock.now(),
      completedAt: fixture.clock.now(),
    });
    expect(await read('hello there')).toMatchObject({
      intent: 'greeting',
      answer: 'Hello! How can I help?',
      modelVersion: 1,
    });
    expect(await read('a refund')).toMatchObject({ intent: 'refund', answer: null });
    expect(told()).toEqual([
      {
        name: 'training.completed',
        teamId: tenant.actor.teamId,
        data: {
          botId: tenant.bot.id,
          sessionId: id,
          datasetId,
          status: 'completed',
          metrics: expect.objectContaining(metrics),
        },
      },
    ]);
  });

  test('learn from other datasets of the bot as well, and may leave the active model as it is', async () => {
    await trainNew();
    const also = await newDataset([
      { input: 'where is my parcel', output: 'On its way.', intent: 'parcel' },
      { input: 'track my parcel', output: 'On its way.', intent: 'parcel' },
    ]);
    const { metrics, datasetId } = await trainNew({ alsoDatasetIds: [also], activation: 'never' });
    expect(metrics).toMatchObject({ examples: 10, intents: 3, modelVersion: 2, trainedFrom: [datasetId, also] });
    expect(await versions()).toEqual(['2', '1 active']);
  });

  test('give the same model for the same examples and seed', async () => {
    const datasetId = await newDataset();
    for (let round = 0; round < 2; round++) await running.train(await start(datasetId, { seed: 7 }), RUNNING);
    const rows = await fixture.get(Database).query('select distinct artefact from training_model');
    expect(rows).toHaveLength(1);
  });

  test.each([
    ['one example', GREETINGS.slice(0, 1), { examples: 1, intents: 1, accuracy: null }],
    ['one intent', GREETINGS, { examples: 4, intents: 1 }],
    ['nothing but what is out of scope', [{ input: 'xyz', output: '__oos__' }], { examples: 1, intents: 0 }],
  ])('of %s are completed', async (_what, examples, metrics) => {
    expect(await trainNew({}, examples)).toMatchObject({ status: 'completed', metrics });
    expect(await read('hello')).toMatchObject({ modelVersion: 1 });
  });

  test('are not begun twice on a dataset, nor on one that cannot be trained from', async () => {
    const { actor, bot } = tenant;
    const datasetId = await newDataset();
    const id = await start(datasetId);
    await expect(start(datasetId)).rejects.toMatchObject({ code: 'training.already_training' });
    await expect(fixture.get(Datasets).delete(actor, datasetId)).rejects.toMatchObject({
      code: 'training.dataset_in_training',
    });
    await sessions.cancel(actor, id);
    await fixture.get(Datasets).update(actor, datasetId, { isActive: false });
    await expect(start(datasetId)).rejects.toMatchObject({ code: 'training.dataset_inactive' });
    await expect(start(await newDataset([]))).rejects.toMatchObject({ code: 'training.no_examples' });
    const foreign = await fixture.newTenant();
    const theirs = await fixture
      .get(Datasets)
      .create(foreign.actor, foreign.bot.id, { name: 'T', examples: GREETINGS });
    const notFound = { code: 'training.dataset_not_found' };
    await expect(start(theirs.id)).rejects.toMatchObject(notFound);
    await expect(start(await newDataset(), { alsoDatasetIds: [theirs.id] })).rejects.toMatchObject(notFound);
    await expect(sessions.start(foreign.actor, bot.id, { datasetId })).rejects.toMatchObject({
      code: 'bots.not_found',
    });
    await expect(sessions.get(foreign.actor, id)).rejects.toMatchObject({ code: 'training.session_not_found' });
    expect(await sessions.list(actor, bot.id, { ...PAGE, status: 'cancelled' })).toMatchObject({ total: 1 });
  });

  test('fail with a reason for people when another run would not help', async () => {
    const names = Array.from({ length: 1_001 }, (_, at) => ({ input: `say ${at}`, output: `Answer number ${at}.` }));
    const failed = await trainNew({}, names);
    expect(failed).toMatchObject({
      status: 'failed',
      metrics: null,
      error: { message: expect.stringMatching(/^The examples name more than 1,000 intents/) },
      completedAt: fixture.clock.now(),
    });
    expect(told()).toMatchObject([{ data: { sessionId: failed.id, status: 'failed', metrics: null } }]);
    expect(await versions()).toEqual([]);
  });

  test('whose examples were all deleted meanwhile fail and say so', async () => {
    const datasetId = await newDataset(GREETINGS.slice(0, 1));
    const id = await start(datasetId);
    const { examples } = await fixture.get(Datasets).get(tenant.actor, datasetId);
    await fixture.get(Datasets).deleteExample(tenant.actor, datasetId, examples[0]!.id);
    await running.train(id, RUNNING);
    expect((await get(id)).error).toMatchObject({ code: 'training.no_examples' });
  });

  describe('under way', () => {
    let id: string;
    let datasetId: string;
    let stopping: AbortController;
    let working: Promise<unknown>;

    beforeEach(async () => {
      datasetId = await newDataset(MANY);
      id = await start(datasetId);
      stopping = new AbortController();
      working = running.train(id, stopping.signal).catch((error: unknown) => error);
      await eventually(async () => (await get(id)).status === 'in_progress');
    });

    test('stop when they are cancelled, and nothing comes of them', async () => {
      await sessions.cancel(tenant.actor, id);
      expect(await working).toBeUndefined();
      expect(await get(id)).toMatchObject({ status: 'cancelled', stage: null, completedAt: fixture.clock.now() });
      expect(told()).toMatchObject([{ data: { sessionId: id, status: 'cancelled', metrics: null } }]);
      await expect(sessions.cancel(tenant.actor, id)).rejects.toMatchObject({ code: 'training.not_under_way' });
      await running.train(id, RUNNING);
      expect(await versions()).toEqual([]);
    });

    test('find out by themselves that they were taken away', async () => {
      await fixture
        .get(Database)
        .execute(`update training_session set status = 'cancelled', run_id = null where id = $1`, [id]);
      expect(await working).toBeUndefined();
      expect(await versions()).toEqual([]);
    });

    test('end when their bot is deleted, and leave nothing', async () => {
      await fixture.get(BotsService).delete(tenant.actor, tenant.bot.id);
      expect(await working).toBeUndefined();
      const tables = ['dataset', 'example', 'session', 'model'].map((name) => `training_${name}`);
      for (const table of [...tables, 'bot_training']) {
        expect(await fixture.get(Database).query(`select from ${table}`)).toEqual([]);
      }
    });

    test('wait for another process when theirs stops, without a run being counted', async () => {
      const reason = new Error('The process stops.');
      stopping.abort(reason);
      expect(await working).toBe(reason);
      expect(await get(id)).toMatchObject({ status: 'pending', progress: 0 });
      const [row] = await fixture.get(Database).query('select run_count from training_session');
      expect(row).toEqual({ run_count: 0 });
      fixture.clock.advance(1);
      expect(await sweep()).toEqual([id]);
    });

    test('fail when their time is over', async () => {
      stopping.abort(new AppError('queue.timeout', 'unavailable', 'The time is over.'));
      expect(await working).toBeUndefined();
      expect((await get(id)).error).toMatchObject({ code: 'training.too_slow' });
    });
  });

  describe('whose process has died', () => {
    const claim = (sessionId: string) => {
      const now = fixture.clock.now();
      const place = { sessionId, runId: newId(), now, leaseUntil: after(now, RUN_LEASE_MS) };
      return fixture
        .get(RunningQueries)
        .claim(place)
        .then(() => place);
    };

    test('are trained by another one after the lease, once', async () => {
      const id = await start(await newDataset());
      const dead = await claim(id);
      await running.train(id, RUNNING);
      expect(await sweep()).toEqual([]);
      expect(await get(id)).toMatchObject({ status: 'in_progress' });
      fixture.clock.advance(RUN_LEASE_MS + 1);
      expect(await sweep()).toEqual([id]);
      expect(await sweep()).toEqual([]);
      await running.train(id, RUNNING);
      expect(await get(id)).toMatchObject({ status: 'completed' });
      // It was not dead, only late.
      const { metrics } = await get(id);
      expect(await fixture.get(RunningQueries).complete(dead, metrics!)).toBe(false);
      expect(await fixture.get(RunningQueries).beat(dead, { stage: 'fitting', progress: 50 })).toBe(false);
      expect(await versions()).toEqual(['1 active']);
      expect(told()).toHaveLength(1);
    });

    test('are put again when only their job was lost', async () => {
      const id = await start(await newDataset());
      expect(await sweep()).toEqual([]);
      fixture.clock.advance(QUEUE_LEASE_MS + 1);
      expect(await sweep()).toEqual([id]);
    });

    test('are given up when that happens again and again', async () => {
      const id = await start(await newDataset());
      for (let run = 0; run < MAX_RUNS; run++) {
        await claim(id);
        fixture.clock.advance(RUN_LEASE_MS + 1);
        await sweep();
      }
      await running.train(id, RUNNING);
      expect((await get(id)).error).toMatchObject({ code: 'training.cut_off' });
    });
  });

  test('try again after a fault that may pass, and are given up after several', async () => {
    const id = await start(await newDataset());
    const broken = jest.spyOn(fixture.get(ExamplesQueries), 'readNext').mockRejectedValue(new Error('Out of reach.'));
    for (let run = 1; run < MAX_RUNS; run++) {
      await expect(running.train(id, RUNNING)).rejects.toThrow('Out of reach.');
      expect(await get(id)).toMatchObject({ status: 'pending' });
      expect(await sweep()).toEqual([]);
      fixture.clock.advance(BACKOFF_MS * 2 ** run + RUN_LEASE_MS + 1);
      expect(await sweep()).toEqual([id]);
    }
    await running.train(id, RUNNING);
    expect(broken).toHaveBeenCalledTimes(MAX_RUNS);
    expect((await get(id)).error).toEqual({ code: 'training.failed', message: expect.any(String) });
  });
});
