import { IntentClassifier, trainClassifier } from '#domain/classification';
import { type LoadedModel, LoadedModels } from './loaded-models';

const classifier = IntentClassifier.load(trainClassifier([{ text: 'hi', intent: 'greeting' }]).artefact);
const model = (botId: string, bytes = 10): LoadedModel => ({
  botId,
  bytes,
  version: 1,
  classifier,
  answers: new Map(),
});

describe('loaded models', () => {
  let models: LoadedModels;
  let loads: string[];

  beforeEach(() => {
    models = new LoadedModels(30);
    loads = [];
  });

  const get = (id: string, bytes?: number) =>
    models.get(id, async () => {
      loads.push(id);
      return model(`bot of ${id}`, bytes);
    });

  test('are loaded once, also for those who ask at the same time', async () => {
    await Promise.all([get('a'), get('a')]);
    await get('a');
    expect(loads).toEqual(['a']);
  });

  test('give way when there are too many bytes, those not asked for the longest first', async () => {
    for (const id of ['a', 'b', 'c', 'a', 'd']) await get(id);
    expect(loads).toEqual(['a', 'b', 'c', 'd']);
    for (const id of ['a', 'c', 'd']) await get(id);
    expect(loads).toEqual(['a', 'b', 'c', 'd']);
    await get('b');
    expect(loads.at(-1)).toBe('b');
  });

  test('may be larger than the bound when one alone is', async () => {
    await get('a');
    await get('large', 100);
    await get('large', 100);
    expect(loads).toEqual(['a', 'large']);
    await get('a');
    expect(loads).toEqual(['a', 'large', 'a']);
  });

  test('are forgotten when another answers for the bot', async () => {
    await models.get('old', async () => model('bot'));
    await get('a');
    models.forgetOthers('bot', 'new');
    expect(models.hasOf('bot')).toBe(false);
    expect(models.hasOf('bot of a')).toBe(true);
    await Promise.all([get('b'), get('c')]);
    await get('a');
    expect(loads).toEqual(['a', 'b', 'c']);
  });

  test('that cannot be loaded are asked for again', async () => {
    await expect(models.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await models.get('a', async () => undefined)).toBeUndefined();
    expect(await get('a')).toBeDefined();
  });
});
