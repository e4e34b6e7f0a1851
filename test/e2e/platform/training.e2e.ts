import { eventually } from '#testing';
import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const GREETINGS = {
  name: 'Greetings',
  domain: 'smalltalk',
  examples: [{ input: 'hi', output: 'Hello!' }],
};
const MORE = {
  examples: [
    { input: 'good morning', output: 'Good morning! How can I help?' },
    { input: 'bye', output: 'Goodbye!' },
  ],
};

/** What people say to a shop: an intent with an answer of its own, one that is only named, and what is neither. */
const SHOP = [
  ...['where is my parcel', 'track my order', 'when does my order arrive', 'has my parcel been sent'].map((input) => ({
    input,
    output: 'You find your parcel under Orders.',
    intent: 'order_status',
  })),
  ...['i want my money back', 'refund please', 'how do I get a refund', 'return my money'].map((input) => ({
    input,
    output: 'refund',
    metadata: { source: 'log' },
  })),
  ...['what is the weather like', 'tell me a joke', 'who won the match', 'sing a song'].map((input) => ({
    input,
    output: '__oos__',
  })),
];

describe('training', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let botId: string;
  let bot: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire);
  });
  beforeEach(async () => {
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Shop' }), 201).body.data.id;
    bot = `/api/v1/chatbots/${botId}`;
  });

  const newDataset = async (body: object = { name: 'Shop', examples: SHOP }) =>
    must(await team.asKey.post(`${bot}/training/datasets`, body), 201).body.data;
  const start = async (datasetId: string, config: object = {}) =>
    must(await team.asKey.post(`${bot}/training/sessions`, { datasetId, config }), 201).body.data;
  const session = async (id: string) => must(await team.asKey.get(`/api/v1/training/sessions/${id}`), 200).body.data;
  const ended = (id: string) =>
    eventually(async () => {
      const now = await session(id);
      return !['pending', 'in_progress'].includes(now.status) && now;
    });
  const train = async (datasetId: string, config: object = {}) => ended((await start(datasetId, config)).id);
  const predict = async (body: object) => must(await team.asKey.post(`${bot}/intents/predict`, body), 200).body.data;
  /** Processes hear of an activation some milliseconds after whoever asked for it. */
  const predictBy = (version: number, text: string) =>
    eventually(async () => {
      const prediction = await predict({ text });
      return prediction.modelVersion === version && prediction;
    });
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      input: `please tell me about number ${at} of the ${at % 97} lamps in room ${at % 13}`,
      output: `intent ${at % 150}`,
    }));

  test('a dataset is made, filled, changed and deleted as the documents say', async () => {
    const dataset = await newDataset(GREETINGS);
    expect(dataset).toEqual({
      id: expect.any(String),
      chatbotId: botId,
      name: 'Greetings',
      description: null,
      domain: 'smalltalk',
      isActive: true,
      exampleCount: 1,
      examples: [{ id: expect.any(String), input: 'hi', output: 'Hello!', intent: 'Hello!' }],
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const path = `/api/v1/training/datasets/${dataset.id}`;
    expect(must(await team.asKey.get(path), 200).body.data).toEqual(dataset);
    const added = must(await team.asKey.post(`${path}/examples`, MORE), 201).body.data;
    expect(added).toMatchObject({ exampleCount: 3, examples: { length: 3 } });
    must(await team.asKey.post(`${path}/examples`, { input: 'thanks', output: 'Any time!' }), 201);
    const changed = must(await team.asKey.put(path, { description: 'Small talk examples' }), 200).body.data;
    expect(changed).toMatchObject({ name: 'Greetings', description: 'Small talk examples', exampleCount: 4 });
    const exampleId = added.examples[1].id;
    expect(must(await team.asKey.delete(`${path}/examples/${exampleId}`), 200).body).toEqual({
      status: 'success',
      message: expect.any(String),
    });
    expect((await team.asKey.delete(`${path}/examples/${exampleId}`)).status).toBe(404);
    const listed = must(await team.asKey.get(`${path}/examples?limit=2&page=2`), 200).body;
    expect(listed).toMatchObject({
      data: [{ input: 'thanks', intent: 'Any time!' }],
      pagination: { total: 3, pages: 2, page: 2, limit: 2 },
    });
    const bye = `${path}/examples?${new URLSearchParams({ intent: 'Goodbye!', search: 'BYE' })}`;
    expect(must(await team.asKey.get(bye), 200).body.data).toMatchObject([{ input: 'bye' }]);
    expect(must(await team.asKey.get(`${bot}/training/datasets`), 200).body).toMatchObject({
      data: [{ id: dataset.id, exampleCount: 3 }],
      pagination: { total: 1, pages: 1, page: 1, limit: 10 },
    });
    must(await team.asKey.delete(path), 200);
    expect((await team.asKey.get(path)).status).toBe(404);
  });

  test('a bot is trained, reads intents, and goes back to an earlier version', async () => {
    const dataset = await newDataset();
    expect(await team.asKey.post(`${bot}/intents/predict`, { text: 'hi' })).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', message: expect.stringContaining('no active model') },
    });
    const begun = must(await team.asUser.post(`${bot}/training/sessions`, { datasetId: dataset.id }), 201).body.data;
    expect(begun).toMatchObject({ chatbotId: botId, datasetId: dataset.id, metrics: null, error: null });
    const done = await ended(begun.id);
    expect(done).toMatchObject({
      status: 'completed',
      progress: 100,
      stage: null,
      metrics: { examples: 12, intents: 2, outOfScopeExamples: 4, modelVersion: 1, trainedFrom: [dataset.id] },
      startedAt: expect.any(String),
      completedAt: expect.any(String),
    });
    expect(must(await team.asKey.get(`${bot}/training/sessions?status=completed`), 200).body).toMatchObject({
      data: [done],
      pagination: { total: 1 },
    });
    const one = await predictBy(1, 'where is my order');
    expect(one).toMatchObject({
      text: 'where is my order',
      intent: 'order_status',
      answer: 'You find your parcel under Orders.',
      modelVersion: 1,
    });
    expect(one.ranking[0]).toEqual({ intent: 'order_status', confidence: expect.any(Number) });
    expect(await eventually(() => predict({ texts: ['where is my order', 'give me a refund'] }))).toMatchObject([
      one,
      { intent: 'refund', answer: null },
    ]);
    const second = await newDataset({ name: 'Hours', examples: [{ input: 'when are you open', output: 'hours' }] });
    expect(await train(second.id, { alsoDatasetIds: [dataset.id], seed: 3 })).toMatchObject({
      metrics: { examples: 13, modelVersion: 2 },
    });
    await predictBy(2, 'when are you open');
    const models = `${bot}/training/models`;
    expect(must(await team.asKey.get(models), 200).body).toMatchObject({
      data: [
        { version: 2, isActive: true, datasetIds: [second.id, dataset.id] },
        { version: 1, isActive: false, sessionId: begun.id },
      ],
      pagination: { total: 2 },
    });
    expect(must(await team.asKey.get(`${models}/2`), 200).body.data).toMatchObject({
      report: { intents: 3 },
      answers: { order_status: 'You find your parcel under Orders.' },
    });
    expect((await team.asKey.delete(`${models}/2`)).status).toBe(409);
    must(await team.asKey.post(`${models}/1/activate`), 200);
    await predictBy(1, 'when are you open');
    must(await team.asKey.delete(`${models}/2`), 200);
    for (const version of ['2', '0', 'x']) {
      expect((await team.asKey.post(`${models}/${version}/activate`)).status).toBe(404);
    }
  });

  test('ten thousand examples are added in a call, and a session of them is cancelled', async () => {
    const dataset = await newDataset({ name: 'Lamps', examples: many(5_000) });
    const path = `/api/v1/training/datasets/${dataset.id}`;
    const added = must(await team.asKey.post(`${path}/examples`, { examples: many(10_000) }), 201).body.data;
    expect(added).toMatchObject({ exampleCount: 15_000, examples: { length: 100 } });
    const { id } = await start(dataset.id);
    await eventually(async () => (await session(id)).status === 'in_progress');
    const conflicts = [
      await team.asKey.post(`${bot}/training/sessions`, { datasetId: dataset.id }),
      await team.asKey.delete(path),
    ];
    for (const answer of conflicts) expect(answer).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    must(await team.asKey.delete(`/api/v1/training/sessions/${id}`), 200);
    expect(await session(id)).toMatchObject({ status: 'cancelled', metrics: null, completedAt: expect.any(String) });
    expect((await team.asKey.delete(`/api/v1/training/sessions/${id}`)).status).toBe(409);
    expect(must(await team.asKey.get(`${bot}/training/models`), 200).body.data).toEqual([]);
    must(await team.asKey.delete(path), 200);
  });

  test('a session that cannot end well says why', async () => {
    const examples = Array.from({ length: 1_001 }, (_, at) => ({ input: `say ${at}`, output: `Answer number ${at}.` }));
    const { id } = await newDataset({ name: 'Answers', examples });
    expect(await train(id)).toMatchObject({
      status: 'failed',
      metrics: null,
      error: expect.stringMatching(/^The examples name more than 1,000 intents/),
    });
  });

  test('a bot is deleted while it learns', async () => {
    const { id } = await newDataset({ name: 'Lamps', examples: many(5_000) });
    const begun = await start(id);
    must(await team.asKey.delete(bot), 200);
    expect((await team.asKey.get(`/api/v1/training/sessions/${begun.id}`)).status).toBe(404);
    expect((await team.asKey.get(`/api/v1/training/datasets/${id}`)).status).toBe(404);
  });

  test('bad input is refused by field and changes nothing', async () => {
    const dataset = await newDataset(GREETINGS);
    const path = `/api/v1/training/datasets/${dataset.id}`;
    const refused: Array<[string, object, string]> = [
      [`${bot}/training/datasets`, {}, 'name'],
      [`${bot}/training/datasets`, { name: 'A', examples: [{ input: 'hi' }] }, 'examples.0.output'],
      [`${path}/examples`, {}, 'examples'],
      [`${path}/examples`, { examples: [] }, 'examples'],
      [`${path}/examples`, { examples: [MORE.examples[0], { output: 'x' }] }, 'examples.1.input'],
      [`${bot}/training/sessions`, {}, 'datasetId'],
      [`${bot}/training/sessions`, { datasetId: dataset.id, config: { seed: -1 } }, 'config.seed'],
      [`${bot}/intents/predict`, {}, 'text'],
      [`${bot}/intents/predict`, { text: 'a', texts: ['a'] }, 'text'],
      [`${bot}/intents/predict`, { texts: [] }, 'texts'],
    ];
    for (const [url, body, field] of refused) {
      const answer = await team.asKey.post(url, body);
      expect(answer).toMatchObject({ status: 400, body: { status: 'error', code: 'VALIDATION_ERROR' } });
      expect(answer.body.details.fields.map((problem: { field: string }) => problem.field)).toEqual([field]);
    }
    expect((await team.asKey.put(path, { name: '' })).status).toBe(400);
    const empty = await newDataset({ name: 'Empty' });
    expect(await team.asKey.post(`${bot}/training/sessions`, { datasetId: empty.id })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_ERROR' },
    });
    expect((await team.asKey.get(`${bot}/training/sessions?status=done`)).status).toBe(400);
    expect(must(await team.asKey.get(path), 200).body.data).toEqual(dataset);
  });

  test('nobody sees what is another team’s, and strangers see nothing', async () => {
    const dataset = await newDataset(GREETINGS);
    const { id } = await train(dataset.id);
    const paths: Array<['GET' | 'POST' | 'PUT' | 'DELETE', string, object?]> = [
      ['GET', `${bot}/training/datasets`],
      ['POST', `${bot}/training/datasets`, GREETINGS],
      ['GET', `/api/v1/training/datasets/${dataset.id}`],
      ['PUT', `/api/v1/training/datasets/${dataset.id}`, { name: 'Ours' }],
      ['DELETE', `/api/v1/training/datasets/${dataset.id}`],
      ['GET', `/api/v1/training/datasets/${dataset.id}/examples`],
      ['POST', `/api/v1/training/datasets/${dataset.id}/examples`, MORE],
      ['DELETE', `/api/v1/training/datasets/${dataset.id}/examples/${dataset.examples[0].id}`],
      ['POST', `${bot}/training/sessions`, { datasetId: dataset.id }],
      ['GET', `${bot}/training/sessions`],
      ['GET', `/api/v1/training/sessions/${id}`],
      ['DELETE', `/api/v1/training/sessions/${id}`],
      ['GET', `${bot}/training/models`],
      ['GET', `${bot}/training/models/1`],
      ['POST', `${bot}/training/models/1/activate`],
      ['DELETE', `${bot}/training/models/1`],
      ['POST', `${bot}/intents/predict`, { text: 'hi' }],
    ];
    const others = await registerTeam(wire);
    for (const [method, path, body] of paths) {
      expect([path, (await others.asKey.send(method, path, body)).status]).toEqual([path, 404]);
      expect([path, (await wire.send(method, path, body)).status]).toEqual([path, 401]);
    }
    const ours = { datasetId: NOBODY };
    expect((await team.asKey.post(`${bot}/training/sessions`, ours)).status).toBe(404);
    expect((await team.asKey.get('/api/v1/training/datasets/x')).status).toBe(404);
  });
});
