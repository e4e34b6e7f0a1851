import { eventually } from '#testing';
import {
  allFrames,
  createBotThatKnows,
  must,
  type RegisteredTeam,
  readFrames,
  registerTeam,
  type SseFrame,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ITEMS = [
  {
    title: 'Delivery',
    content: 'Standard delivery takes 2 to 3 working days and costs 3.90 euros.',
  },
];
const HAND_OFF = { isEnabled: true, confidenceBelow: 0.5, noContextTurns: 2 };
const UNKNOWN_ID = '0190f000-0000-7000-8000-000000000001';

describe('escalations', () => {
  let team: RegisteredTeam;
  let botId: string;
  let userId: string;
  const streams: AbortController[] = [];

  beforeAll(async () => {
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl), 'handoff');
    ({ botId } = await createBotThatKnows(team.asKey, ITEMS));
    must(await team.asKey.put(`/api/v1/chatbots/${botId}`, { configuration: { handOff: HAND_OFF } }), 200);
    const me = { displayName: 'Ada', capacity: 50, isAvailable: true };
    userId = must(await team.asUser.put('/api/v1/escalations/agents/me', me), 200).body.data.userId;
  });
  afterAll(() => {
    for (const stream of streams) stream.abort();
  });

  const say = async (message: string, sessionId?: string) =>
    must(
      await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message, ...(sessionId ? { sessionId } : {}) }),
      200,
    ).body.data;
  const call = (path: string, body?: object) => team.asUser.post(`/api/v1/escalations/${path}`, body);
  const history = async (sessionId: string) =>
    must(
      await team.asKey.get(`/api/v1/chatbots/${botId}/conversation/history?sessionId=${sessionId}&limit=100`),
      200,
    ).body.data.map(({ role, content }: { role: string; content: string }) => [role, content]);
  const waiting = async () => {
    const { conversationId, sessionId } = await say('How long does delivery take?');
    const { id } = must(await team.asUser.post('/api/v1/escalations', { conversationId }), 201).body.data;
    return { id, conversationId, sessionId };
  };

  async function follow(path: string): Promise<SseFrame[]> {
    const leaving = new AbortController();
    streams.push(leaving);
    const answer = await team.asUser.open('GET', path, undefined, leaving.signal);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const frames: SseFrame[] = [];
    void (async () => {
      for await (const frame of readFrames(answer)) frames.push(frame);
    })().catch(() => undefined);
    await eventually(() => frames.length > 0);
    return frames;
  }

  test('a wish for a person calls one, who answers, is seen live, and gives the conversation back', async () => {
    const live = await follow('/api/v1/escalations/stream');
    expect(live[0]?.event).toBe('escalations.open');
    const first = await say('I would like to speak to a human please');
    expect(first).toMatchObject({
      handling: 'waiting',
      isNotice: false,
      escalation: { reason: 'user_request', agentId: userId },
      sources: [],
      confidence: 0,
    });
    const { id } = first.escalation;
    const known = await say('How long does standard delivery take?', first.sessionId);
    expect(known).toMatchObject({ handling: 'waiting', text: expect.stringContaining('2 to 3 working days') });
    const unknown = await say('Who won the chess match in 1972?', first.sessionId);
    expect(unknown.text).toMatch(/person/);
    const reply = must(await call(`${id}/messages`, { content: 'Hello, this is Ada.' }), 201).body.data;
    expect(reply).toMatchObject({ role: 'agent', author: { id: userId, name: 'Ada' } });
    const notice = await say('Great, my order is lost.', first.sessionId);
    expect(notice).toMatchObject({ handling: 'human', isNotice: true, text: expect.stringMatching(/person/) });
    must(await call(`${id}/return`, { message: 'It is on its way now.' }), 200);
    const last = await say('How much is standard delivery?', first.sessionId);
    expect(last).toMatchObject({ handling: 'bot', isNotice: false, text: expect.stringContaining('3.90') });
    expect((await history(first.sessionId)).map(([role]: [string]) => role)).toEqual([
      ...['user', 'bot', 'system', 'user', 'bot', 'user', 'bot'],
      ...['system', 'agent', 'user', 'agent', 'system', 'user', 'bot'],
    ]);
    const mine = () => live.filter(({ data }) => (data.escalation ?? data).id === id).map(({ event }) => event);
    await eventually(() => mine().includes('escalation.ended'));
    expect(mine()[0]).toBe('escalation.created');
    expect(mine()).toContain('escalation.accepted');
    expect(mine()).toContain('escalation.message');
    const details = must(await team.asUser.get(`/api/v1/escalations/${id}`), 200).body.data;
    expect(details).toMatchObject({ state: 'returned', replyCount: 2, agent: { name: 'Ada' } });
    expect(details.conversation).toMatchObject({ handling: 'bot', status: 'active' });
    expect(details.conversation.messages).toHaveLength(14);
  });

  test('a streamed answer that is not known ends with what follows from it', async () => {
    const answer = await team.asKey.open('POST', `/api/v1/chatbots/${botId}/conversation`, {
      message: 'Who won the chess match in 1972?',
      stream: true,
    });
    const frames = await allFrames(answer);
    const { data } = frames.at(-1)!;
    expect(data).toMatchObject({ handling: 'waiting', escalation: { reason: 'low_confidence' } });
    const text = frames.map(({ event, data: { text = '' } }) => (event === 'delta' ? text : '')).join('');
    expect(text).toBe(data.text);
  });

  test('are listed by state, by who has them and by chatbot', async () => {
    const { id } = await waiting();
    must(await call(`${id}/accept`), 200);
    const list = async (query: string) => {
      const { body } = must(await team.asUser.get(`/api/v1/escalations?limit=100${query}`), 200);
      expect(body.pagination.total).toBe(body.data.length);
      return body.data.map((one: { id: string }) => one.id);
    };
    expect(await list('&state=active')).toContain(id);
    expect(await list(`&mine=true&botId=${botId}`)).toContain(id);
    expect(await list('&state=waiting')).not.toContain(id);
    expect(await list(`&botId=${UNKNOWN_ID}`)).toEqual([]);
    must(await call(`${id}/resolve`), 200);
  });

  test('a person may take over unasked', async () => {
    const { conversationId, sessionId } = await say('How long does delivery take?');
    const taken = must(await team.asUser.post('/api/v1/escalations', { conversationId, accept: true }), 201).body.data;
    expect(taken).toMatchObject({ state: 'active', reason: 'taken_over', agent: { id: userId } });
    expect((await say('Hello?', sessionId)).isNotice).toBe(true);
    must(await call(`${taken.id}/resolve`), 200);
    expect((await say('How long does delivery take?', sessionId)).handling).toBe('bot');
  });

  test('what does not fit the state is a conflict that says what it is', async () => {
    const { id } = await waiting();
    const early = must(await call(`${id}/transfer`), 409).body;
    expect(early).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('waiting for Ada to accept it') });
    must(await call(`${id}/accept`), 200);
    must(await call(`${id}/transfer`), 409);
    must(await call(`${id}/assign`, { agentId: userId }), 409);
    must(await call(`${id}/resolve`), 200);
    for (const action of ['accept', 'return', 'resolve'])
      expect(must(await call(`${id}/${action}`), 409).body.message).toContain('was resolved');
    must(await call(`${id}/messages`, { content: 'Late.' }), 409);
  });

  test('bad input is refused, and names the field', async () => {
    const { id } = await waiting();
    const fieldsOf = async (path: string, body: object) =>
      must(await call(path, body), 400).body.details.fields.map(({ field }: { field: string }) => field);
    expect(await fieldsOf(`${id}/messages`, { content: '  ' })).toEqual(['content']);
    expect(await fieldsOf(`${id}/assign`, {})).toEqual(['agentId']);
    expect(await fieldsOf(`${id}/return`, { message: 7 })).toEqual(['message']);
    must(await team.asUser.post('/api/v1/escalations', { accept: 'yes' }), 400);
    must(await team.asUser.get('/api/v1/escalations?state=lost'), 400);
    must(await team.asUser.get('/api/v1/escalations/statistics?from=yesterday'), 400);
    must(await team.asUser.get('/api/v1/escalations/statistics?from=2030-01-02&to=2030-01-01'), 400);
    must(await team.asUser.put('/api/v1/escalations/agents/me', { capacity: -1 }), 400);
    must(await call(`${id}/resolve`), 200);
  });

  test('what is not there is not found, also for another team', async () => {
    const { id, conversationId } = await waiting();
    const stranger = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    must(await stranger.asUser.get(`/api/v1/escalations/${id}`), 404);
    must(await stranger.asUser.post(`/api/v1/escalations/${id}/accept`), 404);
    must(await stranger.asUser.post('/api/v1/escalations', { conversationId }), 404);
    must(await stranger.asUser.put(`/api/v1/escalations/agents/${userId}`, {}), 404);
    must(await call(`${UNKNOWN_ID}/accept`), 404);
    must(await call('nonsense/accept'), 404);
    must(await call(`${id}/assign`, { agentId: UNKNOWN_ID }), 404);
    must(await team.asUser.delete(`/api/v1/escalations/agents/${UNKNOWN_ID}`), 404);
    must(await call(`${id}/resolve`), 200);
  });

  test('agents are listed with what they have, and a full one takes no more', async () => {
    const small = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    const bot = await createBotThatKnows(small.asKey, ITEMS);
    const ask = async () => {
      const path = `/api/v1/chatbots/${bot.botId}/conversation`;
      const { conversationId } = must(await small.asKey.post(path, { message: 'Hello' }), 200).body.data;
      return must(await small.asKey.post('/api/v1/escalations', { conversationId }), 201).body.data;
    };
    must(await small.asKey.put('/api/v1/escalations/agents/me', { capacity: 1 }), 200);
    const [first, second] = [await ask(), await ask()];
    expect([first.agent === null, second.agent]).toEqual([false, null]);
    const { data } = must(await small.asKey.get('/api/v1/escalations/agents'), 200).body;
    expect(data).toEqual([expect.objectContaining({ capacity: 1, openCount: 1, isAvailable: true })]);
    const full = must(await small.asKey.post(`/api/v1/escalations/${second.id}/accept`), 409).body;
    expect(full.message).toContain('1 of at most 1');
    must(await small.asKey.delete('/api/v1/escalations/agents/me'), 200);
    expect(must(await small.asKey.get('/api/v1/escalations/agents'), 200).body.data).toEqual([]);
  });

  test('who is refused is not made an agent by trying', async () => {
    const { asKey } = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    for (const action of ['accept', 'resolve', 'transfer']) {
      must(await asKey.post(`/api/v1/escalations/${UNKNOWN_ID}/${action}`), 404);
    }
    expect(must(await asKey.get('/api/v1/escalations/agents'), 200).body.data).toEqual([]);
  });

  test('statistics count by reason, and tell waiting and handling times', async () => {
    const { data } = must(await team.asUser.get('/api/v1/escalations/statistics'), 200).body;
    expect(data.total).toBeGreaterThan(0);
    expect(data.byReason.user_request).toBe(1);
    expect(data.byState.returned).toBe(1);
    expect(data.waiting.count).toBeGreaterThan(0);
    expect(data.waiting.p95Ms).toBeGreaterThanOrEqual(data.waiting.p50Ms);
    expect(data.handling.meanMs).toBeGreaterThan(0);
  });

  test('a key without the scope may not', async () => {
    const key = must(
      await team.asUser.post('/api/v1/auth/api-key', { name: 'reader', scopes: ['conversations:read'] }),
      201,
    ).body.data.apiKey;
    const reader = team.asKey.withKey(key);
    must(await reader.get('/api/v1/escalations'), 200);
    must(await reader.post('/api/v1/escalations', { conversationId: UNKNOWN_ID }), 403);
  });
});
