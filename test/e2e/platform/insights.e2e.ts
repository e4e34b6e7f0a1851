import { eventually } from '#testing';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

interface ReadInsight {
  id: string;
  text: string;
  current: number | null;
  items: Array<Record<string, unknown>>;
}

const KNOWN = [
  { title: 'Opening hours', content: 'Our shop is open Monday to Friday from 9:00 to 17:00.' },
  { title: 'Returns', content: 'You can return an item within 30 days.' },
];
const GIFTS = ['Do you offer gift wrapping?', 'do you offer gift wraping', 'Hi! Is gift wrapping offered, please?'];
const LISTS = ['performanceInsights', 'userInsights', 'contentInsights'] as const;

describe('insights', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
  });
  beforeEach(async () => {
    team = await registerTeam(wire);
  });

  const pathOf = (botId: string) => `/api/v1/chatbots/${botId}`;
  const ask = async (botId: string, message: string) =>
    must(await team.asKey.post(`${pathOf(botId)}/conversation`, { message }), 200).body.data;
  const read = async (botId: string, query = 'refresh=true') =>
    must(await team.asKey.get(`${pathOf(botId)}/insights?${query}`), 200).body.data;
  const insight = (data: Record<string, ReadInsight[]>, id: string): ReadInsight => {
    const found = LISTS.flatMap((list) => data[list] ?? []).find((one) => one.id === id);
    if (!found) throw new Error(`There is no insight ${id}.`);
    return found;
  };
  const createBot = async () => must(await team.asKey.post('/api/v1/chatbots', { name: 'New' }), 201).body.data.id;

  test.each(['', 'period=daily', 'period=weekly', 'period=monthly', 'period=all&timezone=Asia/Kolkata'])(
    'of a new bot are empty, and say so in words (?%s)',
    async (query) => {
      const botId: string = await createBot();
      const answer = must(await team.asUser.get(`${pathOf(botId)}/insights?${query}`), 200);
      expect(answer.body.status).toBe('success');
      const { data } = answer.body;
      expect(data).toMatchObject({
        chatbotId: botId,
        period: /period=(\w+)/.exec(query)?.[1] ?? 'monthly',
        recommendations: [],
        generatedAt: expect.stringMatching(/Z$/),
        turnsRead: 0,
        isSampled: false,
      });
      for (const list of LISTS) {
        expect(data[list].length).toBeGreaterThan(2);
        for (const one of data[list]) {
          expect(one).toMatchObject({
            id: expect.any(String),
            title: expect.any(String),
            text: expect.stringMatching(/\.$/),
          });
          expect(one).toMatchObject({ metric: one.id, isSignificant: false, verdict: null, items: [] });
        }
      }
    },
  );

  test('of what the knowledge does not hold name the question once, and the request that answers it', async () => {
    const { botId, baseId } = await createBotThatKnows(team.asKey, KNOWN);
    for (const question of GIFTS) expect((await ask(botId, question)).sources).toEqual([]);
    await ask(botId, 'When are you open?');
    await ask(botId, 'hello');

    const before = await read(botId);
    expect(before.turnsRead).toBe(5);
    const unanswered = insight(before, 'unanswered-questions');
    expect(unanswered.current).toBe(3);
    expect(unanswered.items).toEqual([
      expect.objectContaining({ count: 3, examples: expect.arrayContaining(GIFTS), isAnsweredNow: false }),
    ]);
    const [first] = before.recommendations;
    expect(first).toMatchObject({
      turns: 3,
      action: { method: 'POST', path: `/api/v1/knowledge-bases/${baseId}/questions`, fill: ['answer'] },
      alternatives: [{ method: 'POST', path: `/api/v1/knowledge-bases/${baseId}/items`, fill: ['content'] }],
      evidence: { count: 3 },
    });

    const { path, body } = first.action;
    must(await team.asKey.post(path, { ...body, answer: 'Yes, we wrap gifts for 2 euros.' }), 201);
    for (const question of [...GIFTS, 'is there gift wrapping']) {
      expect((await ask(botId, question)).text).toContain('2 euros');
    }
    const after = await eventually(async () => {
      const data = await read(botId);
      return insight(data, 'unanswered-questions').items[0]?.isAnsweredNow === true && data;
    });
    expect(insight(after, 'unanswered-questions').items).toEqual([expect.objectContaining({ count: 3 })]);
    expect(after.recommendations).toEqual([]);
  });

  test('of a bot without a knowledge base recommend one', async () => {
    const botId: string = await createBot();
    for (const question of GIFTS) await ask(botId, question);
    const { recommendations } = await read(botId);
    const { path, body, fill } = recommendations[0].action;
    expect(fill).toEqual(['items.0.content']);
    const items = [{ ...body.items[0], content: 'Yes, gift wrapping is offered for 2 euros.' }];
    must(await team.asKey.post(path, { ...body, items }), 201);
    expect((await ask(botId, GIFTS[0] ?? '')).text).toContain('2 euros');
  });

  test('of badly rated answers show the answer with its sources, and how to correct it', async () => {
    const { botId, baseId } = await createBotThatKnows(team.asKey, KNOWN);
    const { conversationId, messageId } = await ask(botId, 'When are you open?');
    const rating = { conversationId, messageId, rating: 'negative', comment: 'On Saturdays?' };
    must(await team.asKey.post(`${pathOf(botId)}/response-rating`, rating), 200);
    const data = await read(botId);
    expect(insight(data, 'badly-rated-answers')).toMatchObject({
      current: 1,
      items: [
        {
          query: 'When are you open?',
          answer: expect.stringContaining('9:00'),
          comment: 'On Saturdays?',
          sources: [expect.objectContaining({ title: 'Opening hours', baseId })],
        },
      ],
    });
    const correct = data.recommendations.find(({ id }: { id: string }) => id.startsWith('correct:'));
    must(
      await team.asKey.post(correct.action.path, { ...correct.action.body, answer: 'Saturdays until 12:00, too.' }),
      201,
    );
    expect((await ask(botId, 'When are you open?')).text).toContain('Saturdays until 12:00');
    const learn = data.recommendations.find(({ id }: { id: string }) => id === 'learn');
    must(await team.asKey.post(learn.action.path), 200);
  });

  test('count what analytics count, and remember it until they are refreshed', async () => {
    const botId: string = await createBot();
    await ask(botId, 'hello');
    const messages = (data: Record<string, ReadInsight[]>) => insight(data, 'messages').current;
    // Of one answer: each process remembers what it has computed itself.
    const counted = await eventually(async () => {
      const data = await read(botId);
      return messages(data) === 1 && data;
    });
    expect(insight(counted, 'busiest-hours')).toMatchObject({
      current: 1,
      items: [{ messages: 1, share: 1, weekday: expect.any(Number), hour: expect.any(Number) }],
    });
    await ask(botId, 'hello again');
    await eventually(async () => messages(await read(botId)) === 2);
    const { generatedAt } = await read(botId, 'period=weekly');
    expect(Date.parse(generatedAt)).not.toBeNaN();
  });

  test('are refused to strangers, without the scope, and for periods and time zones that there are not', async () => {
    const botId: string = await createBot();
    const path = `${pathOf(botId)}/insights`;
    expect(await wire.get(path)).toMatchObject({ status: 401, body: { status: 'error', code: 'UNAUTHORIZED' } });
    const stranger = await registerTeam(wire);
    expect(await stranger.asKey.get(path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await team.asKey.get('/api/v1/chatbots/none/insights')).toMatchObject({ status: 404 });
    for (const query of ['period=hourly', 'timezone=Mars/Phobos', 'timezone=%2B02:00', 'refresh=perhaps']) {
      expect(await team.asKey.get(`${path}?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'VALIDATION_ERROR' },
      });
    }
    const key = must(await team.asUser.post('/api/v1/auth/api-key', { name: 'chat', scopes: ['chat:write'] }), 201);
    expect(await wire.withKey(key.body.data.apiKey).get(path)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
  });
});
