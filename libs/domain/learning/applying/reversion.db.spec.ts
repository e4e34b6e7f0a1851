import { DocumentsService } from '#domain/documents';
import {
  type ActiveModel,
  Datasets,
  type TrainingModelDetails,
  TrainingModels,
  TrainingSessions,
} from '#domain/training';
import { LearningUnderTest } from '#testing/learning';
import { LearningItems } from '../learning.service';
import { LearningReversion } from './reversion.service';

const QUERY = 'Do you ship abroad?';
const RESPONSE = 'Yes, we ship to 40 countries.';
const NOT_FOUND = { code: 'learning.not_found', kind: 'not_found' };

describe('taking back what was applied', () => {
  let learning: LearningUnderTest;
  let reversion: LearningReversion;

  beforeAll(async () => {
    learning = await LearningUnderTest.open();
    reversion = learning.get(LearningReversion);
  });
  afterAll(() => learning.close());
  beforeEach(() => learning.reset());

  const applied = async () => {
    const { id } = await learning.add({ query: QUERY, response: RESPONSE });
    await learning.apply();
    return id;
  };
  const revert = (id: string, options?: { reject: boolean }) =>
    reversion.revert(learning.actor, learning.botId, id, options);

  test('the bot knows it no more, and it can be applied again', async () => {
    const id = await applied();
    const { item } = await revert(id);
    expect(item).toMatchObject({ id, status: 'approved', appliedAt: null, written: null });
    expect(await learning.documents()).toEqual([]);
    expect(await learning.ask(QUERY)).toMatchObject({ grounded: false });
    expect(await learning.apply()).toMatchObject({ applied: 1 });
    expect(await learning.ask(QUERY)).toMatchObject({ text: RESPONSE });
  });

  test('again it changes nothing', async () => {
    const id = await applied();
    const { item } = await revert(id);
    learning.fixture.clock.advance(1_000);
    expect(await revert(id)).toEqual({ item });
  });

  test('with rejecting it is not applied again, also when it was not applied', async () => {
    const id = await applied();
    expect((await revert(id, { reject: true })).item.status).toBe('rejected');
    expect(await learning.apply()).toMatchObject({ applied: 0 });
    expect(await learning.documents()).toEqual([]);
    const other = await learning.add({ query: QUERY, response: RESPONSE });
    expect((await revert(other.id, { reject: true })).item.status).toBe('rejected');
  });

  test('of an intent trains the bot anew without it, and activates the model even if it is worse', async () => {
    const { actor, botId } = learning;
    const examples = ['hi', 'bye'].map((input) => ({ input, intent: input, output: `${input}!` }));
    const own = await learning.get(Datasets).create(actor, botId, { name: 'Greetings', examples });
    const models = learning.get(TrainingModels);
    const active = { version: 1, datasetIds: [own.id], activatedAt: new Date(), answers: {} };
    jest.spyOn(models, 'active').mockResolvedValue(active as unknown as ActiveModel);
    jest.spyOn(models, 'get').mockResolvedValue(active as unknown as TrainingModelDetails);
    const { id } = await learning.add({ type: 'intent_pattern', intent: 'shipping', pattern: 'track it' });
    const { trainingSessionId } = await learning.apply();
    const sessions = learning.get(TrainingSessions);
    expect(await sessions.get(actor, trainingSessionId!)).toMatchObject({ config: { activation: 'if_not_worse' } });
    await sessions.cancel(actor, trainingSessionId!);
    await revert(id);
    const { items } = await sessions.list(actor, botId, { page: 1, limit: 10, status: 'pending' });
    expect(items).toMatchObject([{ datasetIds: expect.arrayContaining([own.id]), config: { activation: 'always' } }]);
    jest.restoreAllMocks();
  });

  test('rejecting or deleting an applied item takes it out as well', async () => {
    const rejected = await applied();
    expect((await reversion.setStatus(learning.actor, rejected, 'rejected')).item).toMatchObject({ appliedAt: null });
    expect(await learning.documents()).toEqual([]);
    const deleted = await applied();
    expect(await learning.documents()).toHaveLength(1);
    await reversion.delete(learning.actor, deleted);
    expect(await learning.documents()).toEqual([]);
    expect((await learning.items()).map(({ id }) => id)).toEqual([rejected]);
  });

  test('approving what is applied leaves it applied', async () => {
    const id = await applied();
    expect((await reversion.setStatus(learning.actor, id, 'approved')).item.appliedAt).not.toBeNull();
    expect(await learning.documents()).toHaveLength(1);
  });

  test('what somebody has deleted from the base does not stand in the way', async () => {
    const id = await applied();
    const [item] = await learning.items();
    const { written } = item!;
    if (written?.kind !== 'document') throw new Error('It should be a document.');
    await learning.get(DocumentsService).deleteItem(learning.actor, written.knowledgeBaseId, written.itemId);
    expect((await revert(id)).item.appliedAt).toBeNull();
  });

  test('examples are taken out of their dataset, and only those of the item', async () => {
    const kept = await learning.add({ type: 'intent_pattern', intent: 'refund', pattern: 'money back' });
    const { id } = await learning.add({ type: 'intent_pattern', intent: 'shipping', pattern: 'track my parcel' });
    const { datasetIds } = await learning.apply();
    expect((await revert(id)).item).toMatchObject({ written: null });
    const dataset = await learning.get(Datasets).get(learning.actor, datasetIds[0]!);
    expect(dataset).toMatchObject({ exampleCount: 1, examples: [{ input: 'money back' }] });
    const items = await learning.items();
    expect(items.find((one) => one.id === kept.id)?.written).not.toBeNull();
  });

  test('applying and reverting at the same time leave the document or nothing', async () => {
    const id = await applied();
    await Promise.all([revert(id), learning.apply(), revert(id), learning.apply()]);
    const [item] = await learning.items();
    expect(await learning.documents()).toHaveLength(item!.appliedAt ? 1 : 0);
  });

  test('items of other bots and teams, and what is no id, are not there', async () => {
    const id = await applied();
    const { actor: stranger, bot } = await learning.fixture.newTenant();
    await expect(reversion.revert(stranger, bot.id, id)).rejects.toMatchObject(NOT_FOUND);
    await expect(reversion.setStatus(stranger, id, 'rejected')).rejects.toMatchObject(NOT_FOUND);
    await expect(reversion.delete(stranger, id)).rejects.toMatchObject(NOT_FOUND);
    await expect(revert('none')).rejects.toMatchObject(NOT_FOUND);
    await expect(learning.get(LearningItems).get(stranger, id)).rejects.toMatchObject(NOT_FOUND);
    expect(await learning.documents()).toHaveLength(1);
  });
});
