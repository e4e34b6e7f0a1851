/** Budgets of a team, as callers of every API meet them. */
import OpenAI from 'openai';
import {
  CheckedFetch,
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';
import { connect } from '../mcp/mcp-clients';

const BUDGETS = '/api/v1/team/budgets';
const USAGE = '/api/v1/team/usage';
const LAMPS = { title: 'Lamps', content: 'The reading lamp costs 39 euros.' };

describe('budgets', () => {
  let wire: WireClient;
  let baseUrl: string;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    ({ baseUrl } = await sharedInstallation());
    wire = new WireClient(baseUrl);
  });
  beforeEach(async () => {
    team = await registerTeam(wire);
    ({ botId } = await createBotThatKnows(team.asKey, [LAMPS]));
  });

  const put = async (budget: object, status = 201) => {
    const given = { subject: 'team', measure: 'requests', period: 'month', ...budget };
    return must(await team.asUser.put(BUDGETS, given), status).body.data;
  };
  const ask = (body: object = {}, client = team.asKey) =>
    client.post(`/api/v1/chatbots/${botId}/conversation`, { message: 'What does the lamp cost?', ...body });
  const budgetIn = ({ headers }: Pick<WireAnswer, 'headers'>) =>
    ['name', 'limit', 'remaining'].map((name) => headers.get(`x-budget-${name}`));

  test('are set, told, replaced and deleted', async () => {
    const made = await put({ limit: 10 });
    expect(made).toMatchObject({ subject: 'team', subjectId: null, limit: 10, used: 0, remaining: 10, usedBy: null });
    expect(new Date(made.resetsAt).getTime()).toBeGreaterThan(Date.now());
    must(await ask(), 200);
    expect((await put({ limit: 20 }, 200)).id).toBe(made.id);
    const { data } = must(await team.asKey.get(BUDGETS), 200).body;
    expect(data).toEqual([expect.objectContaining({ id: made.id, limit: 20, used: 1, remaining: 19 })]);
    const stranger = await registerTeam(wire);
    expect((await stranger.asUser.delete(`${BUDGETS}/${made.id}`)).status).toBe(404);
    must(await team.asUser.delete(`${BUDGETS}/${made.id}`), 200);
    expect(must(await team.asKey.get(BUDGETS), 200).body.data).toEqual([]);
  });

  test('are for people and keys with the scope admin', async () => {
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', { scopes: ['chat:write'] }), 201).body.data;
    const key = wire.withKey(apiKey);
    const budget = { subject: 'team', measure: 'requests', period: 'day', limit: 1 };
    const statuses = [await key.get(BUDGETS), await key.put(BUDGETS, budget), await key.get(USAGE)];
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('say what is wrong with them, and are not set then', async () => {
    const wrong = await team.asUser.put(BUDGETS, { subject: 'all', measure: 'words', period: 'year', limit: -1 });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    const unknown = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
    await put({ subjectId: 'x', limit: 1 }, 400);
    await put({ subject: 'bot', subjectId: unknown, limit: 1 }, 404);
    await put({ subject: 'key', subjectId: 'x', limit: 1 }, 404);
    expect(must(await team.asUser.get(BUDGETS), 200).body.data).toEqual([]);
  });

  test('are told in headers, and refuse in the words of the main API until their period ends', async () => {
    await put({ limit: 2 });
    const first = must(await ask(), 200);
    expect(budgetIn(first)).toEqual(['team-requests-per-month', '2', '1']);
    expect(Number(first.headers.get('x-budget-reset'))).toBeGreaterThan(Date.now() / 1000);
    expect(budgetIn(must(await ask(), 200))[2]).toBe('0');
    for (let n = 0; n < 3; n += 1) {
      const refused = await ask();
      expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
      expect(refused.body.message).toContain('The budget of this team, 2 requests per month, is used up.');
      expect(budgetIn(refused)).toEqual(['team-requests-per-month', '2', '0']);
      const waitS = Number(refused.headers.get('x-budget-reset')) - Date.now() / 1000;
      expect(Math.abs(Number(refused.headers.get('retry-after')) - waitS)).toBeLessThan(3);
    }
    // Nothing else is bounded by it.
    expect(budgetIn(must(await team.asKey.get('/api/v1/chatbots'), 200))).toEqual([null, null, null]);
    const { data } = must(await team.asKey.get(`${USAGE}?period=month`), 200).body;
    expect(data).toMatchObject({
      subject: 'team',
      subjects: [{ subjectId: null, used: 2, limit: 2 }],
    });
  });

  test('are told before the first frame of a stream', async () => {
    await put({ limit: 1 });
    const headers = { authorization: `Bearer ${team.apiKey}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ message: 'What does the lamp cost?', stream: true });
    const url = `${baseUrl}/api/v1/chatbots/${botId}/conversation`;
    const stream = await fetch(url, { method: 'POST', headers, body });
    expect([stream.status, ...budgetIn(stream)]).toEqual([200, 'team-requests-per-month', '1', '0']);
    const frames = await stream.text();
    expect(frames).toContain('event: done');
    const lastId = /id: (\S+)/.exec(frames)?.[1] ?? '';
    const resumed = await fetch(url, { method: 'POST', headers: { ...headers, 'last-event-id': lastId }, body: '{}' });
    expect([resumed.status, await resumed.text()]).toEqual([200, expect.stringContaining('event: done')]);
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(429);
  });

  test('bound each end user by what is theirs', async () => {
    await put({ subject: 'end_user', limit: 1 });
    await put({ subject: 'end_user', subjectId: 'bea', limit: 2 });
    const statuses = [];
    for (const userId of ['ada', 'ada', 'bea', 'bea', 'bea']) statuses.push((await ask({ userId })).status);
    expect(statuses).toEqual([200, 429, 200, 200, 429]);
    const { data } = must(await team.asKey.get(`${USAGE}?subject=end_user&period=month`), 200).body;
    expect(data.subjects).toEqual([
      { subjectId: 'bea', used: 2, limit: 2 },
      { subjectId: 'ada', used: 1, limit: 1 },
    ]);
  });

  test('refuse in the words of every API', async () => {
    await put({ limit: 0 });
    const message = 'What does the lamp cost?';
    const { data: models } = must(await team.asKey.get('/openai/v1/models'), 200).body;
    const model = models[0].id;
    const refused: [string, WireAnswer, (body: WireAnswer['body']) => unknown][] = [
      ['assistant', await team.asKey.post('/api/chat', { message }), (body) => body.error.code],
      ['support', await team.asKey.post('/api/v1/conversations', { message }), (body) => body.error.code],
    ];
    expect(refused.map(([name, { status, body }, code]) => [name, status, code(body)])).toEqual([
      ['assistant', 429, 'RATE_LIMITED'],
      ['support', 429, 'rate_limit_exceeded'],
    ]);
    const checked = new CheckedFetch();
    const client = new OpenAI({
      apiKey: team.apiKey,
      baseURL: `${baseUrl}/openai/v1`,
      maxRetries: 0,
      fetch: checked.fetch,
    });
    const messages = [{ role: 'user' as const, content: message }];
    await expect(client.chat.completions.create({ model, messages })).rejects.toThrow(OpenAI.RateLimitError);
    await expect(client.responses.create({ model, input: message })).rejects.toThrow(OpenAI.RateLimitError);
    const mcp = await connect(baseUrl, team.apiKey);
    const told = await mcp.call('ask_bot', { bot: model, message });
    expect([told.isError, told.text]).toEqual([true, expect.stringContaining('is used up')]);
    await mcp.close();
    await checked.settle();
  });

  test('of tokens count what replies say that they have used, completions of tools included', async () => {
    await put({ measure: 'tokens', limit: 1_000_000 });
    const { data: models } = must(await team.asKey.get('/openai/v1/models'), 200).body;
    const messages = [{ role: 'user', content: 'What does the lamp cost?' }];
    const { usage } = must(
      await team.asKey.post('/openai/v1/chat/completions', { model: models[0].id, messages }),
      200,
    ).body;
    const { data } = must(await team.asKey.get(`${USAGE}?measure=tokens&period=month`), 200).body;
    expect(data.subjects).toEqual([{ subjectId: null, used: usage.total_tokens, limit: 1_000_000 }]);
  });

  test('let exactly as many through as they allow when all come at the same time', async () => {
    await put({ subject: 'key', limit: 7 });
    const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => ask({ userId: `u${n}` })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(18);
  });
});
