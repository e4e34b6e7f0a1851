import { Logger } from '@nestjs/common';
import type { Config } from '#infra/config';
import { AddressGuard } from '#infra/http-client';
import type { Notices } from '#infra/notices';
import { Sealer } from '#infra/secrets';
import { type Actor, newId } from '#kernel';
import { type EmbeddingModel, ScriptedEmbedding } from '#providers/embeddings';
import { type ClosableLlm, type LlmModel, LlmRegistry, llmErrors, ScriptedLlm } from '#providers/llm';
import { type Reranker, rerankingErrors, ScriptedReranker } from '#providers/reranking';
import { linkedNotices, ManualClock, MIGRATIONS } from '#testing';
import { auditLogOn } from '#testing/audit';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { CALIBRATION_CONCEPTS, calibrationScore, insertPresets } from '#testing/models';
import { ModelEntity } from '../model.entity';
import { ModelsQueries } from '../models.queries';
import { Models } from '../models.service';
import type { CreateModel, LlmChoice } from '../models.types';
import { Calibrations } from './calibrations';
import { InstallationModels } from './installation-models';
import { ModelAdapters } from './model-adapters';
import { ModelMakers } from './model-makers';
import { ModelTrials } from './model-trials';
import { ReadyModels } from './ready-models';
import { TeamModelsLookup } from './team-models';

const actorOf = (teamId: string): Actor => ({ kind: 'system', teamId, plan: 'free' });

class BuiltInLlm extends ScriptedLlm {
  override readonly provider = 'parley';
}

/** Makes models that say what they are told to, and knows which were made and closed. */
class ScriptedMakers extends ModelMakers {
  readonly made: string[] = [];
  readonly closed: string[] = [];
  readonly embeddings: ScriptedEmbedding[] = [];
  readonly rerankers: ScriptedReranker[] = [];
  llmError: Error | undefined;
  rerankScore = calibrationScore;

  override llm(row: ModelEntity): ClosableLlm {
    this.apiKeyOf(row);
    this.made.push(row.name);
    const model = new ScriptedLlm({ name: row.name, ...(this.llmError ? { error: this.llmError } : {}) });
    return Object.assign(model, { close: async () => void this.closed.push(row.name) });
  }

  override embedding(row: ModelEntity): EmbeddingModel {
    return this.scriptedEmbedding(row.name);
  }

  override operatorsEmbedding({ model }: { model: string }): EmbeddingModel {
    return this.scriptedEmbedding(model);
  }

  override reranker(row: ModelEntity): Reranker {
    const model = new ScriptedReranker({ name: row.name, score: this.rerankScore });
    this.rerankers.push(model);
    return model;
  }

  private scriptedEmbedding(name: string): EmbeddingModel {
    this.made.push(name);
    const model = new ScriptedEmbedding({ name, concepts: CALIBRATION_CONCEPTS });
    this.embeddings.push(model);
    return model;
  }
}

describe('ready models', () => {
  const ours = actorOf(newId());
  const theirs = actorOf(newId());
  const sealer = new Sealer(Buffer.alloc(32, 'key'));
  const guard = new AddressGuard({ allowsPrivateAddresses: true });
  const clock = new ManualClock();
  let db: TestDatabase;
  let notices: () => Notices;
  let registry: LlmRegistry;
  let models: Models;

  /** As one process has it. */
  function openProcess(settings: Partial<Config> = {}) {
    const heard = notices();
    const queries = new ModelsQueries(db.database);
    const makers = new ScriptedMakers(guard, sealer);
    const adapters = new ModelAdapters(makers, clock, heard);
    const installation = new InstallationModels(registry, settings as Config, clock, makers);
    const calibrations = new Calibrations(queries);
    const ready = new ReadyModels(
      new TeamModelsLookup(db.database, heard, clock),
      installation,
      adapters,
      calibrations,
    );
    const trials = new ModelTrials(queries, installation, adapters, calibrations, heard);
    return { ready, trials, makers };
  }
  let process: ReturnType<typeof openProcess>;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [ModelEntity] });
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    await db.reset();
    await insertPresets(db.database);
    await db.database.query(`insert into team (id, name) values ($1, 'Ours'), ($2, 'Theirs')`, [
      ours.teamId,
      theirs.teamId,
    ]);
    notices = linkedNotices(db.database);
    registry = new LlmRegistry();
    registry.register(new BuiltInLlm({ name: 'extractive' }));
    models = new Models(
      new ModelsQueries(db.database),
      db.database,
      notices(),
      sealer,
      guard,
      clock,
      {} as Config,
      auditLogOn(db.database, clock),
    );
    process = openProcess();
  });

  const create = (name: string, changes: Partial<CreateModel> = {}) =>
    models.create(ours, { kind: 'llm', provider: 'openai-compatible', name, model: 'm', ...changes });
  const chain = async (choice: LlmChoice, teamId = ours.teamId) =>
    (await process.ready.speakers(teamId, choice)).map(({ id, model }) => [id, model.name]);
  const speak = (model: LlmModel) =>
    Array.fromAsync(model.generate({ model: '', system: '', messages: [], passages: [], questions: [] }));

  describe('who speaks', () => {
    const BUILT_IN = [4, 'extractive'];

    test('is the default unless something is chosen, and when what is chosen is not there', async () => {
      const { id } = await create('Writer', { kind: 'embedding' });
      expect(await chain({})).toEqual([BUILT_IN]);
      expect(await chain({ modelId: 999, model: 'unknown', fallbackModelIds: [998] })).toEqual([BUILT_IN]);
      expect(await chain({ modelId: id })).toEqual([BUILT_IN]);
      expect(await chain({ modelId: 5 })).toEqual([BUILT_IN]);
      registry.register(new ScriptedLlm({ name: 'gpt-operator' }), { asDefault: true });
      expect(await chain({})).toEqual([[1, 'gpt-operator']]);
      expect(await chain({ modelId: 1 })).toEqual([[1, 'gpt-operator']]);
      expect(await chain({ modelId: 4 })).toEqual([BUILT_IN]);
    });

    test('is the model of the id before that of the name, and then the fallbacks, each once', async () => {
      const [a, b] = [await create('A'), await create('B')];
      expect(await chain({ modelId: a.id, model: 'B', fallbackModelIds: [b.id, a.id, 4, 1] })).toEqual([
        [a.id, 'A'],
        [b.id, 'B'],
        BUILT_IN,
      ]);
    });

    test('is found by name in any case, first among the models of the team', async () => {
      registry.register(new ScriptedLlm({ name: 'gpt-test' }));
      const { id } = await create('GPT-Test');
      expect(await chain({ model: ' gpt-TEST ' })).toEqual([[id, 'GPT-Test']]);
      expect(await chain({ model: 'gpt-test' }, theirs.teamId)).toEqual([[null, 'gpt-test']]);
      expect(await chain({ model: 'Extractive' })).toEqual([BUILT_IN]);
    });

    test('is never the model of another team', async () => {
      const { id } = await create('Writer');
      expect(await chain({ modelId: id, model: 'Writer', fallbackModelIds: [id] }, theirs.teamId)).toEqual([BUILT_IN]);
    });

    test('is told with what it costs', async () => {
      const { id } = await create('Writer', { contextTokens: 8_000, inputPrice: 1, outputPrice: 2 });
      const [speaker] = await process.ready.speakers(ours.teamId, { modelId: id });
      expect(speaker).toMatchObject({ contextTokens: 8_000, inputPrice: 1, outputPrice: 2 });
    });
  });

  test('a warm look-up asks no database and makes nothing anew', async () => {
    const { id } = await create('Writer');
    await chain({ modelId: id });
    await db.database.query('update model set name = $1 where id = $2', ['Unseen', id]);
    expect(await chain({ modelId: id })).toEqual([[id, 'Writer']]);
    expect(process.makers.made).toEqual(['Writer']);
  });

  test('a change is followed at once in every process, and what was made before is closed', async () => {
    const { id } = await create('Writer');
    const elsewhere = openProcess();
    for (const one of [process, elsewhere]) await one.ready.speakers(ours.teamId, { modelId: id });
    await models.update(ours, id, { name: 'Author' });
    for (const { ready, makers } of [process, elsewhere]) {
      expect((await ready.speakers(ours.teamId, { modelId: id }))[0]?.model.name).toBe('Author');
      expect([makers.made, makers.closed]).toEqual([['Writer', 'Author'], ['Writer']]);
    }
    await models.delete(ours, id);
    expect(await chain({ modelId: id })).toEqual([[4, 'extractive']]);
    expect(process.makers.closed).toEqual(['Writer', 'Author']);
  });

  test('a change that nobody told of is followed within seconds', async () => {
    const { id } = await create('Writer');
    await chain({ modelId: id });
    await db.database.query(`update model set name = 'Author', version = version + 1 where id = $1`, [id]);
    clock.advance(6_000);
    expect(await chain({ modelId: id })).toEqual([[id, 'Author']]);
    expect(process.makers.closed).toEqual(['Writer']);
  });

  test('a model whose key does not open fails when it speaks, so that its fallback can', async () => {
    const { id } = await create('Writer', { apiKey: 'sk-secret' });
    await db.database.query('update model set credentials = $1 where id = $2', [Buffer.alloc(60), id]);
    const [speaker] = await process.ready.speakers(ours.teamId, { modelId: id });
    await expect(speak(speaker!.model)).rejects.toMatchObject({ code: 'secrets.unknown_format' });
    expect(await process.trials.run(ours, id)).toMatchObject({ ok: false, error: { code: 'secrets.unknown_format' } });
  });

  test("a model that fails is shown as failing, the operator's default as well", async () => {
    process.makers.llmError = llmErrors.provider_unavailable();
    registry.register(new ScriptedLlm({ name: 'gpt-operator', error: llmErrors.provider_unavailable() }), {
      asDefault: true,
    });
    const { id } = await create('Writer');
    const speakers = await process.ready.speakers(ours.teamId, { modelId: id, fallbackModelIds: [1] });
    for (const { model } of speakers) await expect(speak(model)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(process.ready.statusOf({ id, provider: 'openai-compatible' })).toMatchObject({
      state: 'failing',
      calls: 1,
      failures: 1,
    });
    expect(process.ready.statusOf({ id: 1, provider: 'openai-compatible' })).toMatchObject({ state: 'failing' });
    expect(process.ready.statusOf({ id: 4, provider: 'builtin' })).toMatchObject({ state: 'ready' });
  });

  describe('vectors', () => {
    const embed = (name = 'Vectors', changes: Partial<CreateModel> = {}) =>
      create(name, { kind: 'embedding', ...changes });

    test('there are none without a model, with the built-in one, and with what is none', async () => {
      const writer = await create('Writer');
      for (const id of [null, 2, 5, 999, writer.id])
        expect(await process.ready.embedding(ours.teamId, id)).toBeUndefined();
    });

    test('come with what their cosines mean, which is found out once and stored', async () => {
      const { id } = await embed();
      const [first, second] = await Promise.all([
        process.ready.embedding(ours.teamId, id),
        process.ready.embedding(ours.teamId, id),
      ]);
      expect(first).toBe(second);
      expect(first!.probabilityOf!(0.9)).toBeGreaterThan(0.7);
      expect(first!.probabilityOf!(0)).toBeLessThan(0.3);
      expect(process.makers.embeddings.map(({ calls }) => calls)).toEqual([2]);
      const elsewhere = openProcess();
      const there = await elsewhere.ready.embedding(ours.teamId, id);
      expect(there!.probabilityOf!(0.3)).toBeCloseTo(first!.probabilityOf!(0.3));
      expect([there!.space, elsewhere.makers.embeddings[0]?.calls]).toEqual([first!.space, 0]);
    });

    test('are of another space when provider, address, model or dimensions are others, and only then', async () => {
      const { id } = await embed('Vectors', { baseUrl: 'http://127.0.0.1:1/v1' });
      const space = async () => (await process.ready.embedding(ours.teamId, id))!.space;
      const spaces = [await space()];
      await models.update(ours, id, { name: 'Renamed', apiKey: 'sk-new', settings: { timeoutMs: 1_000 } });
      expect(await space()).toBe(spaces[0]);
      expect(process.makers.embeddings.map(({ calls }) => calls)).toEqual([2, 0]);
      for (const patch of [
        { settings: { dimensions: 64 } },
        { model: 'other' },
        { baseUrl: 'http://127.0.0.1:2/v1' },
        { provider: 'ollama' },
      ]) {
        await models.update(ours, id, patch);
        spaces.push(await space());
      }
      expect(new Set(spaces).size).toBe(spaces.length);
    });

    test("of the operator's model serve every team, and what they mean is kept for the next start", async () => {
      const operators = { baseUrl: 'http://gpu/v1', apiKey: undefined, model: 'embed-operator', timeoutMs: 1_000 };
      const settings = { defaultEmbedding: operators };
      process = openProcess(settings);
      const mine = await process.ready.embedding(ours.teamId, null);
      expect(mine).toMatchObject({ id: 2, model: { name: 'embed-operator' } });
      expect(await process.ready.embedding(theirs.teamId, 2)).toBe(mine);
      const again = openProcess(settings);
      await again.ready.embedding(ours.teamId, null);
      const other = openProcess({ defaultEmbedding: { ...operators, model: 'another' } });
      await other.ready.embedding(ours.teamId, null);
      expect([process, again, other].map(({ makers }) => makers.embeddings[0]?.calls)).toEqual([2, 0, 2]);
    });

    test('cannot be had while it is not known what they mean and the model does not answer; then they can', async () => {
      const { id } = await embed();
      const failing = llmErrors.provider_unavailable();
      const spoil = jest.spyOn(ScriptedEmbedding.prototype, 'embed').mockRejectedValue(failing);
      for (let i = 0; i < 3; i++) await expect(process.ready.embedding(ours.teamId, id)).rejects.toBe(failing);
      await expect(process.ready.embedding(ours.teamId, id)).rejects.toMatchObject({ code: 'models.circuit_open' });
      spoil.mockRestore();
      expect(await process.trials.run(ours, id)).toMatchObject({ ok: true, dimensions: 256, isTelling: true });
      expect(await process.ready.embedding(ours.teamId, id)).toMatchObject({ id });
    });
  });

  describe('rerank models', () => {
    const rank = () => create('Order', { kind: 'rerank', provider: 'jina' });

    test('there is none unless one is registered', async () => {
      for (const id of [null, undefined, 3, 6, 999])
        expect(await process.ready.reranker(ours.teamId, id)).toBeUndefined();
    });

    test('give probabilities, and their meaning is found out once', async () => {
      const { id } = await rank();
      const ready = await process.ready.reranker(ours.teamId, id);
      expect(ready!.probabilityOf(1)).toBeGreaterThan(0.7);
      expect(ready!.probabilityOf(0)).toBeLessThan(0.3);
      await openProcess().ready.reranker(ours.teamId, id);
      expect(process.makers.rerankers[0]?.calls).toBe(8);
    });

    test('that cannot be calibrated fail when they rank, and not whoever asks for them', async () => {
      const { id } = await rank();
      const failing = rerankingErrors.provider_unavailable();
      const spoil = jest.spyOn(ScriptedReranker.prototype, 'rerank').mockRejectedValue(failing);
      const broken = await process.ready.reranker(ours.teamId, id);
      await expect(broken!.model.rerank({ query: 'a', texts: ['a'] })).rejects.toBe(failing);
      spoil.mockRestore();
      const ready = await process.ready.reranker(ours.teamId, id);
      expect((await ready!.model.rerank({ query: 'a', texts: ['a'] })).scores).toEqual([0]);
    });

    test('that do not tell answers from other texts are not used, and a trial says so', async () => {
      process.makers.rerankScore = () => 0.5;
      const { id } = await rank();
      expect(await process.ready.reranker(ours.teamId, id)).toBeUndefined();
      expect(await process.trials.run(ours, id)).toMatchObject({ ok: true, scores: [0.5, 0.5], isTelling: false });
    });
  });

  describe('a trial', () => {
    test('closes an open circuit when it succeeds', async () => {
      const { id } = await create('Writer');
      const model = (await process.ready.speakers(ours.teamId, { modelId: id }))[0]!.model;
      const spoil = jest.spyOn(ScriptedLlm.prototype, 'generate').mockImplementation(() => {
        throw llmErrors.provider_unavailable({ cause: new Error('HTTP 503: overloaded') });
      });
      for (let i = 0; i < 3; i++) await expect(speak(model)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(await process.trials.run(ours, id)).toEqual({
        ok: false,
        latencyMs: expect.any(Number),
        error: {
          code: 'llm.provider_unavailable',
          message: expect.stringContaining('cannot be reached'),
          providerMessage: 'HTTP 503: overloaded',
        },
      });
      spoil.mockRestore();
      await expect(speak(model)).rejects.toMatchObject({ code: 'models.circuit_open' });
      expect(await process.trials.run(ours, id)).toMatchObject({ ok: true, answer: 'This is scripted.' });
      expect((await speak(model)).length).toBeGreaterThan(0);
    });

    test('that succeeds closes the circuits of all processes', async () => {
      const { id } = await create('Writer');
      const elsewhere = openProcess();
      elsewhere.makers.llmError = llmErrors.provider_unavailable();
      const model = (await elsewhere.ready.speakers(ours.teamId, { modelId: id }))[0]!.model;
      for (let i = 0; i < 3; i++) await expect(speak(model)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(elsewhere.ready.statusOf({ id, provider: 'openai-compatible' }).pausedUntil).not.toBeNull();
      expect(await process.trials.run(ours, id)).toMatchObject({ ok: true });
      expect(elsewhere.ready.statusOf({ id, provider: 'openai-compatible' })).toMatchObject({
        state: 'ready',
        pausedUntil: null,
      });
    });

    test('of presets is answered by what is built in, of nobody else’s model by nobody', async () => {
      for (const id of [1, 2, 3, 4, 5, 6]) expect(await process.trials.run(ours, id)).toMatchObject({ ok: true });
      const { id } = await create('Writer');
      await expect(process.trials.run(theirs, id)).rejects.toMatchObject({ code: 'models.not_found' });
    });
  });
});
