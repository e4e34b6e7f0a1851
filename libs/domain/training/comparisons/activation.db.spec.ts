import { Database } from '#infra/database';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { madeUpExamples } from '#testing/intents';
import { TrainingComparisons0000000000037 } from '../../migrations/0037-training-comparisons';
import { Datasets } from '../datasets/datasets.service';
import type { NewExample } from '../datasets/datasets.types';
import { TrainingModels } from '../models/training-models.service';
import { SessionReports } from '../reports/session-reports.service';
import { SessionRunning } from '../sessions/session-running.service';
import type { SessionConfig } from '../sessions/sessions.types';
import { TrainingSessions } from '../sessions/training-sessions.service';
import { TrainingModule } from '../training.module';
import { ModelComparisons } from './model-comparisons.service';

const RUNNING = new AbortController().signal;
const PAGE = { page: 1, limit: 100 };
const SHOP = madeUpExamples(240).map(({ text, intent }): NewExample => ({ input: text, output: intent }));
/** The same texts, each also of an intent that it does not mean, several times in other words. */
const MUDDLED = [
  ...SHOP,
  ...SHOP.flatMap(({ input }, at) =>
    ['', ' now', ' please', ' today'].map((end) => ({ input: `${input}${end}`, output: `other ${at % 3}` })),
  ),
];

describe('the activation of a new version', () => {
  let fixture: DocumentsUnderTest;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [TrainingModule] });
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });

  const start = async (examples: readonly NewExample[], config: SessionConfig = {}) => {
    const { actor, bot } = tenant;
    const { id: datasetId } = await fixture.get(Datasets).create(actor, bot.id, { name: 'Talk', examples });
    return (await fixture.get(TrainingSessions).start(actor, bot.id, { datasetId, config })).id;
  };
  const run = (id: string) => fixture.get(SessionRunning).train(id, RUNNING);
  const activationOf = async (id: string) =>
    (await fixture.get(TrainingSessions).get(tenant.actor, id)).metrics?.activation;
  const train = async (examples: readonly NewExample[], config: SessionConfig = {}) => {
    const id = await start(examples, config);
    await run(id);
    return activationOf(id);
  };
  const activeVersion = async () => (await fixture.get(TrainingModels).active(tenant.actor, tenant.bot.id))?.version;
  const forgetJudgements = () => fixture.get(Database).execute('update training_model set judgements = null');

  test('happens when there is none yet, and when it is as good', async () => {
    expect(await train(SHOP)).toEqual({
      policy: 'if_not_worse',
      isActivated: true,
      comparedWith: null,
      reason: 'There was no active version.',
    });
    expect(await train(SHOP, { seed: 2 })).toMatchObject({ isActivated: true, comparedWith: 1 });
    expect(await activeVersion()).toBe(2);
  });

  test('does not happen when it is worse, and the event and the model tell so', async () => {
    await train(SHOP);
    const activation = await train(MUDDLED);
    expect(activation).toMatchObject({
      isActivated: false,
      comparedWith: 1,
      reason: expect.stringMatching(/^On \d+ examples .* version 1 in .*: worse by more than chance/),
    });
    expect(await activeVersion()).toBe(1);
    const { items } = await fixture.get(TrainingModels).list(tenant.actor, tenant.bot.id, PAGE);
    expect(items.map(({ version, isActive, metrics }) => [version, isActive, metrics.activation?.isActivated])).toEqual(
      [
        [2, false, false],
        [1, true, true],
      ],
    );
    const [, told] = fixture.outbox.events.filter(({ name }) => name === 'training.completed');
    expect(told).toMatchObject({ data: { metrics: { activation } } });
  });

  test('is as the session says where it says so', async () => {
    await train(SHOP);
    expect(await train(MUDDLED, { activation: 'always' })).toMatchObject({ policy: 'always', isActivated: true });
    expect(await activeVersion()).toBe(2);
    expect(await train(SHOP, { activation: 'never' })).toMatchObject({ policy: 'never', isActivated: false });
    expect(await activeVersion()).toBe(2);
  });

  test('happens when it cannot be compared', async () => {
    await train(SHOP);
    await forgetJudgements();
    expect(await train(MUDDLED)).toMatchObject({
      isActivated: true,
      comparedWith: 1,
      reason: expect.stringContaining('not known'),
    });
    const hours = ['when are you open', 'opening hours please', 'are you open today'];
    const bye = ['bye', 'see you later', 'good night'];
    const others = [
      ...hours.map((input) => ({ input, output: 'hours' })),
      ...bye.map((input) => ({ input, output: 'bye' })),
    ];
    expect(await train(others)).toMatchObject({ isActivated: true, comparedWith: 2 });
    expect(await activeVersion()).toBe(3);
  });

  test('is decided one after the other for sessions that end at the same time', async () => {
    await train(SHOP);
    const ids = [await start(SHOP, { seed: 2 }), await start(SHOP, { seed: 3 })];
    await Promise.all(ids.map(run));
    const activations = await Promise.all(ids.map(activationOf));
    expect(activations.map((activation) => activation?.comparedWith).sort()).toEqual([1, 2]);
    expect(await activeVersion()).toBe(3);
  });

  test('of sessions that were begun when it was yes or no is as they said', async () => {
    const id = await start(SHOP, { seed: 4 });
    const database = fixture.get(Database);
    const runner = { query: (sql: string) => database.query(sql) } as never;
    const migration = new TrainingComparisons0000000000037();
    await database.execute(`update training_session set config = '{"seed": 4, "activation": "never"}'`);
    await migration.down(runner);
    const configOf = async () => (await fixture.get(TrainingSessions).get(tenant.actor, id)).config;
    expect(await configOf()).toEqual({ seed: 4, activate: false });
    await migration.up(runner);
    expect(await configOf()).toEqual({ seed: 4, activation: 'never' });
  });
});

describe('reports and comparisons', () => {
  let fixture: DocumentsUnderTest;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [TrainingModule] });
    await fixture.reset();
    tenant = await fixture.newTenant();
    const { actor, bot } = tenant;
    const { id: datasetId } = await fixture.get(Datasets).create(actor, bot.id, { name: 'Talk', examples: SHOP });
    for (const seed of [1, 2, 3]) {
      const { id } = await fixture.get(TrainingSessions).start(actor, bot.id, { datasetId, config: { seed } });
      await fixture.get(SessionRunning).train(id, RUNNING);
    }
  });
  afterAll(() => fixture.close());

  const compare = (version: number, other?: number) =>
    fixture.get(ModelComparisons).compare(tenant.actor, tenant.bot.id, version, other);
  const sessionOf = async (version: number) =>
    (await fixture.get(TrainingModels).get(tenant.actor, tenant.bot.id, version)).sessionId;

  test('compare with the active version, and that with the one before', async () => {
    expect(await compare(1)).toMatchObject({ version: 1, with: 3 });
    expect(await compare(3)).toMatchObject({ version: 3, with: 2 });
    const chosen = await compare(2, 1);
    expect(chosen).toMatchObject({
      version: 2,
      with: 1,
      verdict: 'no difference',
      addedIntents: [],
      removedIntents: [],
    });
    expect(chosen.examples).toBeGreaterThan(100);
    await expect(compare(2, 9)).rejects.toMatchObject({ code: 'training.model_not_found' });
    await expect(compare(9)).rejects.toMatchObject({ code: 'training.model_not_found' });
  });

  test('of versions that were trained before judgements were kept say so, and lack what was not measured', async () => {
    const database = fixture.get(Database);
    await database.execute(
      `update training_model set judgements = null, metrics = metrics - 'activation',
         report = report - 'scope' - 'suggestions' - 'heldOutExamples' - 'duplicates' - 'learningCurve' where version = 1`,
    );
    await database.execute(
      `update training_session set metrics = metrics - 'activation' where metrics ->> 'modelVersion' = '1'`,
    );
    await expect(compare(1)).rejects.toMatchObject({ code: 'training.no_judgements', kind: 'conflict' });
    await database.execute(`update training_model set judgements = '\\x00' where version = 1`);
    await expect(compare(2, 1)).rejects.toMatchObject({ code: 'training.no_judgements' });
    const { activation, report } = await fixture.get(SessionReports).get(tenant.actor, await sessionOf(1));
    expect(activation).toBeNull();
    expect(report).toMatchObject({
      heldOutExamples: null,
      scope: { keptInScope: null },
      duplicates: { count: null, groups: [] },
      learningCurve: [],
      suggestions: [],
      accuracy: expect.any(Number),
    });
  });

  test('of a version that was deleted are gone with it', async () => {
    const id = await sessionOf(2);
    await fixture.get(TrainingModels).delete(tenant.actor, tenant.bot.id, 2);
    await expect(fixture.get(SessionReports).get(tenant.actor, id)).rejects.toMatchObject({
      code: 'training.no_report',
      message: 'Version 2, which the session made, has been deleted, and its report with it.',
    });
  });
});
