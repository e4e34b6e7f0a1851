import { HealthComponents } from '#infra/health';
import { renderMetrics } from '#infra/metrics';
import { ManualClock } from '#testing';
import type { InstallationModels } from './installation-models';
import { ModelWatch } from './model-watch';
import { ModelsHealth } from './models-health';
import type { ReadyModels } from './ready-models';

const SECRET = 'sk-secret-key';

describe('the health of models', () => {
  const clock = new ManualClock();
  const watchOf = (id: number) => new ModelWatch({ id, kind: 'llm', model: 'gpt-test', secret: SECRET }, clock);
  const fail = async (watch: ModelWatch) => {
    for (let i = 0; i < 3; i++) await watch.call(() => Promise.reject(new Error(SECRET))).catch(() => undefined);
  };
  let watches: ModelWatch[];
  let health: ModelsHealth;
  let components: HealthComponents;
  const report = () => components.list()[0]!.check();

  beforeEach(() => {
    watches = [watchOf(7), watchOf(8)];
    components = new HealthComponents();
    const installation = { defaultLlm: () => ({ bare: { name: 'extractive' } }) };
    health = new ModelsHealth(
      { watches: () => watches } as unknown as ReadyModels,
      installation as unknown as InstallationModels,
      components,
    );
    health.onModuleInit();
  });
  afterEach(() => health.onModuleDestroy());

  test('is good while calls pass, and tells the default', async () => {
    expect(await report()).toEqual({ status: 'ok', note: 'The default language model is extractive.' });
  });

  test('is degraded while a model is left alone, naming it and nothing else', async () => {
    await fail(watches[1]!);
    expect(await report()).toEqual({ status: 'degraded', note: 'These models do not answer: 8 gpt-test.' });
    expect(JSON.stringify(await report())).not.toContain(SECRET);
  });

  test('names a few of many', async () => {
    watches = Array.from({ length: 12 }, (_, index) => watchOf(index + 7));
    await Promise.all(watches.map(fail));
    expect((await report()).note).toMatch(/16 gpt-test and 2 more\.$/);
  });

  test('is a gauge, too', async () => {
    await fail(watches[1]!);
    const text = await renderMetrics();
    expect(text).toContain('parley_model_circuit_state{kind="llm",id="8",model="gpt-test"} 2');
    expect(text).toContain('parley_model_circuit_state{kind="llm",id="7",model="gpt-test"} 0');
  });
});
