import { KnowledgeBasesService } from '#domain/knowledge';
import {
  type ActiveModel,
  Datasets,
  type TrainingModelDetails,
  TrainingModels,
  TrainingSessions,
} from '#domain/training';
import { LearningUnderTest } from '#testing/learning';

const QUERY = 'Do you ship abroad?';
const RESPONSE = 'Yes, we ship to 40 countries.';
const ALL = { page: 1, limit: 100 };

describe('applying what was approved', () => {
  let learning: LearningUnderTest;

  beforeAll(async () => {
    learning = await LearningUnderTest.open();
  });
  afterAll(() => learning.close());
  beforeEach(() => learning.reset());

  const datasets = async () => (await learning.get(Datasets).list(learning.actor, learning.botId, ALL)).items;
  const sessions = async () => (await learning.get(TrainingSessions).list(learning.actor, learning.botId, ALL)).items;

  test('the bot answers what it could not before', async () => {
    expect(await learning.ask(QUERY)).toMatchObject({ grounded: false });
    const { id } = await learning.add({ query: QUERY, response: RESPONSE });
    const applied = await learning.apply();
    expect(applied).toMatchObject({ applied: 1, byType: { query_response: 1 }, skipped: [], isMore: false });
    expect(await learning.ask(QUERY)).toMatchObject({ text: RESPONSE, grounded: true });
    expect(await learning.ask('do you deliver to other countries')).toMatchObject({ text: RESPONSE });
    const [item] = await learning.items();
    const [knowledgeBaseId] = applied.knowledgeBaseIds;
    expect(item).toMatchObject({
      id,
      appliedAt: learning.fixture.clock.now(),
      written: { kind: 'document', knowledgeBaseId },
    });
    const base = await learning.get(KnowledgeBasesService).get(learning.actor, knowledgeBaseId!);
    expect(base).toMatchObject({ name: 'Learned Responses', isActive: true, botId: learning.botId });
    expect(learning.fixture.outbox.events).toContainEqual({
      name: 'learning.applied',
      teamId: learning.actor.teamId,
      data: { botId: learning.botId, learningIds: [id] },
    });
  });

  test('answers to failures go to a base of their own, which both find again', async () => {
    await learning.add({ query: QUERY, response: RESPONSE });
    await learning.add({ type: 'fallback_response', query: 'Where is my parcel?', response: 'Ask the carrier.' });
    const first = await learning.apply();
    await learning.add({ query: 'Are you open?', response: 'Until nine.' });
    const second = await learning.apply();
    expect(first.knowledgeBaseIds).toHaveLength(2);
    expect(second.knowledgeBaseIds).toEqual([first.knowledgeBaseIds[0]]);
    expect((await learning.documents()).map(({ base, title }) => [base, title])).toEqual([
      ['Learned Responses', QUERY],
      ['Learned Fallbacks', 'Where is my parcel?'],
      ['Learned Responses', 'Are you open?'],
    ]);
  });

  test('each item is applied once, also by several calls at the same time', async () => {
    await Promise.all(
      ['A', 'B', 'C', 'D'].map((letter) => learning.add({ query: `What is ${letter}?`, response: letter })),
    );
    const answers = await Promise.all([1, 2, 3].map(() => learning.apply()));
    expect(answers.reduce((sum, { applied }) => sum + applied, 0)).toBe(4);
    expect(await learning.documents()).toHaveLength(4);
    expect(await learning.apply()).toMatchObject({ applied: 0, byType: {}, knowledgeBaseIds: [] });
  });

  test('nothing is half applied when it is cut off, and the next call applies it once', async () => {
    await learning.add({ query: QUERY, response: RESPONSE });
    const cut = jest.spyOn(learning.fixture.outbox, 'add').mockRejectedValue(new Error('cut off'));
    await expect(learning.apply()).rejects.toThrow('cut off');
    cut.mockRestore();
    expect(await learning.documents()).toEqual([]);
    expect(await learning.items()).toMatchObject([{ appliedAt: null, written: null }]);
    expect(await learning.apply()).toMatchObject({ applied: 1 });
    expect(await learning.documents()).toHaveLength(1);
  });

  test('more items than one portion are all applied, whatever is skipped among them', async () => {
    for (let at = 0; at < 60; at += 1) {
      await learning.add({ query: `What is number ${at}?`, ...(at < 55 ? { response: `It is ${at}.` } : {}) });
    }
    const { applied, skipped } = await learning.apply();
    expect([applied, skipped.length]).toEqual([55, 5]);
    expect(await learning.documents()).toHaveLength(55);
  });

  test('what cannot be applied yet is named with the reason, and stays approved', async () => {
    const items = [
      await learning.add({ type: 'fallback_response', query: QUERY }),
      await learning.add({ response: RESPONSE }),
      await learning.add({ type: 'intent_pattern', intent: 'shipping' }),
      await learning.add({ type: 'entity_pattern', pattern: 'runner' }),
    ];
    const { applied, skipped } = await learning.apply();
    expect(applied).toBe(0);
    expect(skipped).toEqual([
      { learningId: items[0]!.id, type: 'fallback_response', reason: 'It has no response yet.' },
      { learningId: items[1]!.id, type: 'query_response', reason: 'It has no query that the response answers.' },
      {
        learningId: items[2]!.id,
        type: 'intent_pattern',
        reason: 'It has no pattern and no examples of how the intent is said.',
      },
      { learningId: items[3]!.id, type: 'entity_pattern', reason: 'It names no entity.' },
    ]);
    expect((await learning.items()).every(({ status, appliedAt }) => status === 'approved' && !appliedAt)).toBe(true);
  });

  test('intents become examples, and a session learns from them as soon as there are two', async () => {
    await learning.add({
      type: 'intent_pattern',
      intent: 'shipping',
      query: 'where is my parcel',
      pattern: 'track it',
    });
    const first = await learning.apply();
    expect(first).toMatchObject({ applied: 1, trainingPostponed: 'There is only one intent yet; a model needs two.' });
    await learning.add({ type: 'intent_pattern', intent: 'refund', pattern: 'money back' });
    const second = await learning.apply();
    const [dataset] = await datasets();
    expect(dataset).toMatchObject({ id: second.datasetIds[0], name: 'Learned Intents', exampleCount: 3 });
    expect(dataset!.examples).toEqual([
      expect.objectContaining({ input: 'track it', output: 'shipping', intent: 'shipping' }),
      expect.objectContaining({ input: 'where is my parcel', output: 'shipping', intent: 'shipping' }),
      expect.objectContaining({ input: 'money back', output: 'refund', intent: 'refund' }),
    ]);
    expect(await sessions()).toMatchObject([
      { id: second.trainingSessionId, datasetId: dataset!.id, status: 'pending' },
    ]);
    expect((await learning.apply()).trainingSessionId).toBeUndefined();
    await learning.add({ type: 'intent_pattern', intent: 'refund', pattern: 'give it back' });
    const third = await learning.apply();
    expect(third).toMatchObject({ applied: 1, trainingPostponed: expect.stringContaining('under way') });
  });

  test('a bot that has a model learns on from what that was trained from, and its intents keep their answers', async () => {
    const greetings = { name: 'Greetings', examples: [{ input: 'hi', intent: 'greeting', output: 'Hello there!' }] };
    const own = await learning.get(Datasets).create(learning.actor, learning.botId, greetings);
    const models = learning.get(TrainingModels);
    const active = { version: 1, datasetIds: [own.id], activatedAt: new Date(), answers: { greeting: 'Hello there!' } };
    jest.spyOn(models, 'active').mockResolvedValue(active as unknown as ActiveModel);
    jest.spyOn(models, 'get').mockResolvedValue(active as unknown as TrainingModelDetails);
    await learning.add({ type: 'intent_pattern', intent: 'greeting', pattern: 'howdy' });
    await learning.add({ type: 'intent_pattern', intent: 'shipping', pattern: 'track it' });
    const { trainingSessionId, datasetIds } = await learning.apply();
    expect(await sessions()).toMatchObject([{ id: trainingSessionId, datasetIds: [datasetIds[0], own.id] }]);
    expect((await datasets()).find(({ id }) => id === datasetIds[0])?.examples).toMatchObject([
      { input: 'howdy', intent: 'greeting', output: 'Hello there!' },
      { input: 'track it', intent: 'shipping', output: 'shipping' },
    ]);
    jest.restoreAllMocks();
  });

  test('when it is cut off before the session is started, the next call starts it', async () => {
    await learning.add({ type: 'intent_pattern', intent: 'refund', pattern: 'money back' });
    await learning.add({ type: 'intent_pattern', intent: 'shipping', pattern: 'track it' });
    const cut = jest.spyOn(learning.get(TrainingSessions), 'start').mockRejectedValue(new Error('cut off'));
    await expect(learning.apply()).rejects.toThrow('cut off');
    cut.mockRestore();
    expect(await learning.apply()).toMatchObject({ applied: 0, trainingSessionId: expect.any(String) });
    expect(await sessions()).toHaveLength(1);
  });

  test('entities become examples of a dataset that nothing is trained from', async () => {
    await learning.add({
      type: 'entity_pattern',
      entity: { type: 'product', value: 'Trail Runner 2' },
      pattern: 'trail runner',
    });
    const { datasetIds, trainingSessionId } = await learning.apply();
    expect(trainingSessionId).toBeUndefined();
    expect(await datasets()).toMatchObject([
      {
        id: datasetIds[0],
        name: 'Learned Entities',
        examples: [
          { input: 'trail runner', output: 'product' },
          { input: 'Trail Runner 2', output: 'product' },
        ],
      },
    ]);
  });
});
