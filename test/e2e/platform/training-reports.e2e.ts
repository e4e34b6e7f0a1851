import { eventually } from '#testing';
import { madeUpExamples } from '#testing/intents';
import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const SHOP = madeUpExamples(240).map(({ text, intent }) => ({ input: text, output: intent }));
/** What the shop's examples say, of intents that it does not mean: whoever learns both is worse. */
const CONTRADICTING = SHOP.flatMap(({ input }, at) =>
  ['', ' now', ' please', ' today'].map((end) => ({ input: `${input}${end}`, output: `other ${at % 3}` })),
);
/** Long enough under way to be looked at. */
const LAMPS = Array.from({ length: 5_000 }, (_, at) => ({
  input: `please tell me about number ${at} of the ${at % 97} lamps in room ${at % 13}`,
  output: `intent ${at % 150}`,
}));
const NUMBER = expect.any(Number);

describe('reports of trainings', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let bot: string;
  let botId: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire);
  });
  beforeEach(async () => {
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Shop' }), 201).body.data.id;
    bot = `/api/v1/chatbots/${botId}`;
  });

  const newDataset = async (examples: object[]): Promise<string> =>
    must(await team.asKey.post(`${bot}/training/datasets`, { name: 'Shop', examples }), 201).body.data.id;
  const start = async (datasetId: string, config: object = {}): Promise<string> =>
    must(await team.asKey.post(`${bot}/training/sessions`, { datasetId, config }), 201).body.data.id;
  const completed = (id: string) =>
    eventually(async () => {
      const { data } = must(await team.asKey.get(`/api/v1/training/sessions/${id}`), 200).body;
      return data.status === 'completed' && data;
    });
  const train = async (datasetId: string, config: object = {}) => completed(await start(datasetId, config));
  const reportOf = (id: string) => team.asKey.get(`/api/v1/training/sessions/${id}/report`);
  const compare = (version: number, query = '') =>
    team.asKey.get(`${bot}/training/models/${version}/comparison${query}`);

  test('a session reports what it measured, and what to do about the examples', async () => {
    const twice = { input: 'hello sam', output: 'greeting' };
    const wrong = { input: 'Hello Sam!', output: 'directions' };
    const done = await train(await newDataset([...SHOP, twice, twice, wrong]));
    const { status, data } = must(await reportOf(done.id), 200).body;
    expect(status).toBe('success');
    expect(data).toEqual({
      sessionId: done.id,
      chatbotId: botId,
      modelVersion: 1,
      isActive: true,
      activation: {
        policy: 'if_not_worse',
        isActivated: true,
        comparedWith: null,
        reason: 'There was no active version.',
      },
      examples: 243,
      intents: 6,
      outOfScopeExamples: 0,
      heldOutExamples: NUMBER,
      accuracy: NUMBER,
      macroF1: NUMBER,
      loss: NUMBER,
      calibrationError: NUMBER,
      folds: 5,
      threshold: NUMBER,
      perIntent: expect.arrayContaining([
        { intent: 'refund', examples: 40, precision: NUMBER, recall: NUMBER, f1: NUMBER },
      ]),
      confusions: expect.any(Array),
      calibrationCurve: expect.arrayContaining([
        { from: 0.9, to: 1, count: NUMBER, confidence: NUMBER, accuracy: NUMBER },
      ]),
      scope: { keptInScope: NUMBER, outOfScopeRecall: null, leftOutRecall: NUMBER, auroc: NUMBER },
      duplicates: { count: NUMBER, groups: expect.any(Array) },
      contradictions: {
        count: 1,
        groups: [
          {
            text: expect.stringMatching(/^hello sam!?$/i),
            intents: [
              { intent: 'greeting', count: NUMBER },
              { intent: 'directions', count: 1 },
            ],
          },
        ],
      },
      learningCurve: expect.arrayContaining([{ examples: NUMBER, accuracy: NUMBER }]),
      suggestions: expect.arrayContaining([
        {
          kind: 'contradictory_texts',
          intent: 'directions',
          otherIntent: 'greeting',
          message: 'A text is an example of both "directions" and "greeting". Keep it in one of them.',
          texts: [expect.stringMatching(/^hello sam!?$/i)],
        },
      ]),
    });
    expect(data.duplicates.groups[0].count).toBeGreaterThan(1);
    const { data: model } = must(await team.asKey.get(`${bot}/training/models/1`), 200).body;
    expect(model.report).toMatchObject({ suggestions: data.suggestions, scope: data.scope });
  });

  test('there is no report before a session is completed, nor when its version is gone', async () => {
    const id = await start(await newDataset(LAMPS));
    expect(await reportOf(id)).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', message: expect.stringMatching(/^The session is (pending|in_progress); its report/) },
    });
    must(await team.asKey.delete(`/api/v1/training/sessions/${id}`), 200);
    expect(await reportOf(id)).toMatchObject({
      status: 409,
      body: { message: 'The session was not completed, it was cancelled, so it has no report.' },
    });
    const kept = await train(await newDataset(SHOP.slice(0, 24)), { activation: 'never' });
    must(await team.asKey.delete(`${bot}/training/models/1`), 200);
    expect(await reportOf(kept.id)).toMatchObject({
      status: 409,
      body: { message: 'Version 1, which the session made, has been deleted, and its report with it.' },
    });
  });

  test('a version that examples have made worse is not activated, and the comparison shows why', async () => {
    const [good, bad] = [await newDataset(SHOP), await newDataset(CONTRADICTING)];
    await train(good);
    expect(await compare(1)).toMatchObject({ status: 409, body: { message: expect.stringContaining('no other') } });
    const worse = await train(good, { alsoDatasetIds: [bad] });
    expect(worse).toMatchObject({
      activation: { policy: 'if_not_worse', isActivated: false, comparedWith: 1, reason: expect.any(String) },
      metrics: { modelVersion: 2, activation: worse.activation },
    });
    expect(must(await reportOf(worse.id), 200).body.data).toMatchObject({
      isActive: false,
      activation: worse.activation,
    });
    const { data } = must(await compare(2), 200).body;
    expect(data).toMatchObject({
      version: 2,
      with: 1,
      verdict: 'worse',
      interval: [NUMBER, NUMBER],
      pValue: NUMBER,
      macroF1: NUMBER,
      withMacroF1: NUMBER,
      outOfScope: { examples: 0, keptInScope: NUMBER, withKeptInScope: NUMBER, refused: null, withRefused: null },
      addedIntents: ['other 0', 'other 1', 'other 2'],
      removedIntents: [],
    });
    expect(data.examples).toBeGreaterThan(100);
    expect(data.difference).toBeCloseTo(data.accuracy - data.withAccuracy, 10);
    expect(data.interval[1]).toBeLessThan(0);
    expect(data.lost[0]).toEqual({
      text: expect.any(String),
      intent: expect.any(String),
      predicted: expect.stringMatching(/^other/),
      withPredicted: data.lost[0].intent,
    });
    expect(data.perIntent[0]).toEqual({ intent: expect.any(String), examples: NUMBER, f1: NUMBER, withF1: NUMBER });
    expect(must(await compare(1, '?with=2'), 200).body.data).toMatchObject({ version: 1, with: 2, verdict: 'better' });
    const forced = await train(good, { alsoDatasetIds: [bad], activation: 'always' });
    expect(forced).toMatchObject({ config: { activation: 'always' }, activation: { isActivated: true } });
    expect(must(await compare(3), 200).body.data).toMatchObject({ with: 2, verdict: 'no difference' });
  });

  test('what cannot be compared or asked for is refused, and others see nothing', async () => {
    const datasetId = await newDataset(SHOP.slice(0, 24));
    const { id } = await train(datasetId);
    expect((await compare(2)).status).toBe(404);
    expect((await compare(1, '?with=2')).status).toBe(404);
    for (const version of ['0', 'x']) {
      const answer = await compare(1, `?with=${version}`);
      expect(answer).toMatchObject({ status: 400, body: { details: { fields: [{ field: 'with' }] } } });
    }
    const config = { activation: 'sometimes' };
    expect(await team.asKey.post(`${bot}/training/sessions`, { datasetId, config })).toMatchObject({
      status: 400,
      body: { details: { fields: [{ field: 'config.activation' }] } },
    });
    const others = await registerTeam(wire);
    for (const path of [`/api/v1/training/sessions/${id}/report`, `${bot}/training/models/1/comparison?with=1`]) {
      expect([path, (await others.asKey.get(path)).status]).toEqual([path, 404]);
      expect([path, (await wire.get(path)).status]).toEqual([path, 401]);
    }
    expect((await reportOf('x')).status).toBe(404);
  });
});
