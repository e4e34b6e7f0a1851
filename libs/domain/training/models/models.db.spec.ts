import { BotsService } from '#domain/bots';
import { trainClassifier } from '#domain/classification';
import { Config } from '#infra/config';
import { Database } from '#infra/database';
import { newId } from '#kernel';
import { linkedNotices } from '#testing';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { TrainingModule } from '../training.module';
import { Intents } from './intents.service';
import { ModelsQueries } from './models.queries';
import { MAX_VERSIONS } from './models.types';
import { TrainingModels } from './training-models.service';

const PAGE = { page: 1, limit: 100 };
const NOT_FOUND = { code: 'training.model_not_found', kind: 'not_found' };

describe('trained models', () => {
  let fixture: DocumentsUnderTest;
  let models: TrainingModels;
  /** Of another process. */
  let otherIntents: Intents;
  let intents: Intents;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [TrainingModule] });
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    const database = fixture.get(Database);
    const newNotices = linkedNotices(database);
    const [bots, queries] = [fixture.get(BotsService), fixture.get(ModelsQueries)];
    const newIntents = () => new Intents(bots, queries, newNotices(), fixture.clock, fixture.get(Config));
    [intents, otherIntents] = [newIntents(), newIntents()];
    models = new TrainingModels(bots, queries, database, newNotices(), fixture.clock);
  });

  /** A version whose only intent answers with its own words. */
  const add = (intent: string, activate = true) =>
    fixture.get(Database).transaction(async () => {
      const { actor, bot } = tenant;
      const next = await models.nextVersion(actor.teamId, bot.id);
      const { artefact, report, judgements } = trainClassifier([{ text: 'hello', intent }]);
      const { intents: count, examples, outOfScopeExamples, ...figures } = report;
      const metrics = {
        ...{ accuracy: figures.accuracy, macroF1: figures.macroF1, loss: figures.loss },
        ...{ calibrationError: figures.calibrationError, examples, intents: count, outOfScopeExamples },
        ...{ durationMs: 1, modelVersion: next!.version, trainedFrom: [] },
      };
      const place = {
        botId: bot.id,
        teamId: actor.teamId,
        version: next!.version,
        sessionId: newId(),
        datasetIds: [newId()],
      };
      await models.add(
        { ...place, artefact, report, judgements, metrics, answers: { [intent]: `I am ${intent}.` } },
        { activate },
      );
      return next!.version;
    });
  const read = async (from = intents) => {
    const reading = await from.read(tenant.actor.teamId, tenant.bot.id, 'hello');
    return reading && `${reading.modelVersion}: ${reading.answer}`;
  };
  const versions = async () => {
    const { items } = await models.list(tenant.actor, tenant.bot.id, PAGE);
    return items.map(({ version, isActive }) => (isActive ? `${version} active` : `${version}`));
  };

  test('read for all processes as soon as they are active, and an earlier one can be brought back', async () => {
    const { actor, bot } = tenant;
    expect([await read(), await read(otherIntents)]).toEqual([undefined, undefined]);
    await add('first');
    expect([await read(), await read(otherIntents)]).toEqual(['1: I am first.', '1: I am first.']);
    await add('second');
    expect([await read(), await read(otherIntents)]).toEqual(['2: I am second.', '2: I am second.']);
    fixture.clock.advance(1);
    expect(await models.activate(actor, bot.id, 1)).toMatchObject({ version: 1, isActive: true });
    expect([await read(), await read(otherIntents)]).toEqual(['1: I am first.', '1: I am first.']);
    expect(await versions()).toEqual(['2', '1 active']);
    expect(await models.active(actor, bot.id)).toMatchObject({
      version: 1,
      datasetIds: [],
      report: { intents: 1 },
      activatedAt: fixture.clock.now(),
    });
  });

  test('cost no query once they are loaded, nor does a bot without one', async () => {
    await add('first');
    const without = await fixture.newTenant();
    const readWithout = () => intents.read(without.actor.teamId, without.bot.id, 'hello');
    await Promise.all([read(), readWithout()]);
    const asked = jest.spyOn(fixture.get(Database), 'query');
    expect(await read()).toBe('1: I am first.');
    expect(await readWithout()).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  test('are loaded ahead by processes that have read by another version', async () => {
    await add('first');
    await read();
    const loads = jest.spyOn(fixture.get(ModelsQueries), 'contents');
    await add('second');
    expect(await read()).toBe('2: I am second.');
    expect(loads).toHaveBeenCalledTimes(1);
    loads.mockRestore();
  });

  test('are numbered on, and of many the oldest that is not active goes', async () => {
    await add('first');
    for (let version = 2; version <= MAX_VERSIONS + 2; version++) await add('next', false);
    const kept = await versions();
    expect(kept).toHaveLength(MAX_VERSIONS);
    expect(kept.slice(-2)).toEqual(['4', '1 active']);
    expect(await read()).toBe('1: I am first.');
  });

  test('can be deleted unless they are active, and no version is given twice', async () => {
    const { actor, bot } = tenant;
    await add('first');
    await add('second', false);
    await expect(models.delete(actor, bot.id, 1)).rejects.toMatchObject({ code: 'training.model_active' });
    await models.delete(actor, bot.id, 2);
    await expect(models.get(actor, bot.id, 2)).rejects.toMatchObject(NOT_FOUND);
    await expect(models.activate(actor, bot.id, 2)).rejects.toMatchObject(NOT_FOUND);
    expect(await add('third', false)).toBe(3);
    expect(await versions()).toEqual(['3', '1 active']);
  });

  test('of another team are not there', async () => {
    const { bot } = tenant;
    await add('first');
    const { actor } = await fixture.newTenant();
    expect(await intents.read(actor.teamId, bot.id, 'hello')).toBeUndefined();
    expect(await models.active(actor, bot.id)).toBeUndefined();
    await expect(models.get(actor, bot.id, 1)).rejects.toMatchObject(NOT_FOUND);
    await expect(models.activate(actor, bot.id, 1)).rejects.toMatchObject(NOT_FOUND);
    await expect(models.delete(actor, bot.id, 1)).rejects.toMatchObject(NOT_FOUND);
    await expect(models.list(actor, bot.id, PAGE)).rejects.toMatchObject({ code: 'bots.not_found' });
    await expect(intents.readAll(actor, bot.id, ['hello'])).rejects.toMatchObject({ code: 'bots.not_found' });
  });

  test('read many texts at once, and a bot without one says so', async () => {
    const { actor, bot } = tenant;
    await expect(intents.readAll(actor, bot.id, ['hello'])).rejects.toMatchObject({
      code: 'training.no_active_model',
      kind: 'conflict',
    });
    await add('first');
    fixture.clock.advance(60_000);
    const readings = await intents.readAll(actor, bot.id, Array(100).fill('hello'));
    expect(readings).toHaveLength(100);
    expect(readings[99]).toMatchObject({ intent: 'first', modelVersion: 1 });
  });
});
