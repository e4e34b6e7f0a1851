import { DAY_MS } from '#kernel';
import { eventually } from '#testing';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ITEMS = [
  { title: 'Delivery', content: 'Standard delivery takes 2 to 3 working days and costs 3.90 euros.' },
  { title: 'Returns', content: 'You may return what you have bought within 30 days.' },
];
const KINDS = ['messages', 'users', 'sessions', 'intents', 'usage', 'quality'];
const UNKNOWN_ID = '0190f000-0000-7000-8000-000000000001';

/** What the contract names of each, and what is ours. */
const SHAPES: Record<string, object> = {
  messages: { total: 0, userMessages: 0, botMessages: 0, agentMessages: 0 },
  users: { total: 0, newUsers: 0, returningUsers: 0 },
  sessions: { total: 0, averageDuration: 0, averageMessages: 0, conversations: 0 },
  intents: { total: 0, outOfScope: 0, intents: [] },
  usage: { total: 0, inputTokens: 0, outputTokens: 0, costUsd: 0, unpricedReplies: 0, models: [] },
  quality: { total: 0, latencyP50Ms: null, averageConfidence: null, noContext: 0, escalations: 0, escalationRate: 0 },
};

describe('analytics', () => {
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire, 'analytics');
  });

  const pathOf = (botId: string, kind: string, query: Record<string, string> = {}) =>
    `/api/v1/chatbots/${botId}/analytics/${kind}?${new URLSearchParams(query)}`;
  const read = async (botId: string, kind: string, query: Record<string, string> = {}) =>
    must(await team.asKey.get(pathOf(botId, kind, query)), 200).body.data;
  const say = async (botId: string, message: string, userId: string, sessionId: string) =>
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message, userId, sessionId }), 200).body
      .data;
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

  test.each(KINDS)(
    '%s of a chatbot that nobody has talked with are noughts, for each of the last 30 days',
    async (kind) => {
      const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Quiet' }), 201).body.data;
      const data = await read(bot.id, kind);
      expect(data).toMatchObject({ chatbotId: bot.id, ...SHAPES[kind] });
      expect(data.range).toMatchObject({ period: 'daily', timezone: 'UTC' });
      expect(data.timeline).toHaveLength(30);
      expect(data.timeline.at(-1)).toMatchObject({ date: daysAgo(0), count: 0 });
      expect(data.timeline[0].date).toBe(daysAgo(29));
    },
  );

  test('tell of conversations within moments, and what a recount of the history tells', async () => {
    const { botId } = await createBotThatKnows(team.asKey, ITEMS);
    const talks = [
      ['ada', 'a-1', 'How long does delivery take?'],
      ['ada', 'a-1', 'May I return what I bought?'],
      ['ada', 'a-2', 'What does delivery cost?'],
      ['ben', 'b-1', 'Who won the world cup in 1954?'],
    ] as const;
    const replies = [];
    for (const [user, session, message] of talks) replies.push(await say(botId, message, user, session));
    const messages = await eventually(async () => {
      const data = await read(botId, 'messages');
      return data.total === 8 && data;
    });
    expect(messages).toMatchObject({ userMessages: 4, botMessages: 4, agentMessages: 0 });
    expect(messages.timeline.at(-1)).toMatchObject({ date: daysAgo(0), count: 8, userMessages: 4 });
    expect(await read(botId, 'users')).toMatchObject({ total: 2, newUsers: 2, returningUsers: 0 });
    const sessions = await read(botId, 'sessions');
    expect(sessions).toMatchObject({ total: 3, conversations: 3 });
    expect(sessions.averageMessages).toBeCloseTo(8 / 3, 2);
    const quality = await read(botId, 'quality');
    const mean = replies.reduce((sum, { confidence }) => sum + confidence, 0) / replies.length;
    expect(quality.averageConfidence).toBeCloseTo(mean, 2);
    expect(quality).toMatchObject({
      total: 4,
      noContext: replies.filter(({ sources }) => sources.length === 0).length,
    });
    const usage = await read(botId, 'usage', { period: 'all' });
    expect(usage.total).toBe(4);
    expect(usage.timeline).toEqual([expect.objectContaining({ count: 4 })]);
  });

  test('count ratings, also of those who come later', async () => {
    const { botId } = await createBotThatKnows(team.asKey, ITEMS);
    const { conversationId } = await say(botId, 'How long does delivery take?', 'eve', 'e-1');
    const rating = { conversationId, rating: 'positive' };
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/response-rating`, rating), 200);
    const quality = await eventually(async () => {
      const data = await read(botId, 'quality', { period: 'monthly' });
      return data.positiveRatings === 1 && data;
    });
    expect(quality).toMatchObject({ negativeRatings: 0, neutralRatings: 0 });
  });

  test('go by days, ISO weeks and months of a time zone, and have every bucket', async () => {
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Zones' }), 201).body.data;
    const dates = async (query: Record<string, string>) => {
      const data = await read(bot.id, 'messages', query);
      return { range: data.range, dates: data.timeline.map(({ date }: { date: string }) => date) };
    };
    const march = { startDate: '2026-03-28', endDate: '2026-03-30', timezone: 'Europe/Berlin' };
    expect(await dates(march)).toMatchObject({
      range: { from: '2026-03-27T23:00:00.000Z', to: '2026-03-30T22:00:00.000Z' },
      dates: ['2026-03-28', '2026-03-29', '2026-03-30'],
    });
    const weeks = { startDate: '2026-01-01', endDate: '2026-01-12', period: 'weekly' };
    expect((await dates(weeks)).dates).toEqual(['2025-12-29', '2026-01-05', '2026-01-12']);
    const months = { startDate: '2025-11-30', endDate: '2026-01-01', period: 'monthly', timezone: 'Asia/Kolkata' };
    expect((await dates(months)).dates).toEqual(['2025-11-01', '2025-12-01', '2026-01-01']);
    const hours = { startDate: '2026-01-01T10:00:00Z', endDate: '2026-01-01T12:00:00Z', period: 'all' };
    expect(await dates(hours)).toMatchObject({
      range: { from: '2026-01-01T10:00:00.000Z', to: '2026-01-01T12:00:00.000Z' },
      dates: ['2026-01-01'],
    });
  });

  test.each(KINDS)('%s are a table for whoever wants one', async (kind) => {
    const { botId } = await createBotThatKnows(team.asKey, ITEMS);
    const asked = await team.asKey.get(pathOf(botId, kind, { format: 'csv', startDate: daysAgo(1) }));
    expect(asked.status).toBe(200);
    expect(asked.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(asked.headers.get('content-disposition')).toBe(`attachment; filename="${kind}.csv"`);
    const lines = asked.body.split('\r\n');
    expect(lines.at(-1)).toBe('');
    const isOfParts = kind === 'intents' || kind === 'usage';
    expect(lines).toHaveLength(isOfParts ? 2 : 4);
    if (!isOfParts) expect(lines[2]).toMatch(new RegExp(`^${daysAgo(0)},0`));
    const accepted = await team.asKey.with({ accept: 'text/csv' }).get(pathOf(botId, kind, { startDate: daysAgo(1) }));
    expect(accepted.body).toBe(asked.body);
    const insisted = await team.asKey.with({ accept: 'text/csv' }).get(pathOf(botId, kind, { format: 'json' }));
    expect(insisted.body.status).toBe('success');
  });

  test.each([
    [{ period: 'hourly' }, 'period'],
    [{ startDate: 'yesterday' }, 'startDate'],
    [{ endDate: '2026-02-30' }, 'endDate'],
    [{ timezone: 'Mars/Olympus' }, 'timezone'],
    [{ timezone: '+02:00' }, 'timezone'],
    [{ startDate: '2026-02-01', endDate: '2026-01-01' }, 'period'],
    [{ startDate: '2010-01-01', endDate: '2026-01-01' }, 'period'],
    [{ format: 'xlsx' }, 'format'],
  ])('refuse %j and say why', async (query, named) => {
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Strict' }), 201).body.data;
    for (const kind of KINDS) {
      const answer = await team.asKey.get(pathOf(bot.id, kind, query as Record<string, string>));
      expect(answer).toMatchObject({ status: 400, body: { status: 'error', code: 'VALIDATION_ERROR' } });
      expect(JSON.stringify(answer.body)).toContain(named);
    }
  });

  test.each(KINDS)('%s are for the team alone', async (kind) => {
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Ours' }), 201).body.data;
    const stranger = await registerTeam(wire, 'stranger');
    expect(await wire.get(pathOf(bot.id, kind))).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
    expect(await stranger.asKey.get(pathOf(bot.id, kind))).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await team.asKey.get(pathOf(UNKNOWN_ID, kind))).toMatchObject({ status: 404 });
    expect(await team.asUser.get(pathOf(bot.id, kind))).toMatchObject({ status: 200 });
  });

  test('of integrations say that there is nothing to compare before there are two', async () => {
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Alone' }), 201).body.data;
    const path = `/api/v1/chatbots/${bot.id}/integrations/report`;
    expect(must(await team.asKey.get(`${path}?from=2026-01-01&to=2026-01-31`), 200).body.data).toMatchObject({
      chatbotId: bot.id,
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
      integrations: [],
      controlId: null,
      comparisons: [],
      verdict: { verdict: 'insufficient_data', integrationId: null },
    });
    for (const query of ['from=yesterday', 'from=2026-02-01&to=2026-01-01', 'from=1969-12-31']) {
      expect(await team.asKey.get(`${path}?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'VALIDATION_ERROR' },
      });
    }
    const stranger = await registerTeam(wire, 'stranger');
    expect(await stranger.asKey.get(path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await wire.get(path)).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
  });
});
