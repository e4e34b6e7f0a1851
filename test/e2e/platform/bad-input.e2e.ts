import { createBotThatKnows, Installation, must, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';

const NOBODY = '0190f000-0000-7000-8000-000000000000';

describe('bad input', () => {
  let parley: Installation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let botId: string;
  let baseId: string;

  beforeAll(async () => {
    parley = await Installation.start({ MAX_UPLOAD_MB: '1' });
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire);
    ({ botId, baseId } = await createBotThatKnows(team.asKey, [
      { title: 'Vault', content: 'The vault opens at noon.' },
    ]));
  });

  afterAll(() => parley.remove());

  test.each([
    ['no name', {}, 'name'],
    ['a name that is a number', { name: 5 }, 'name'],
    ['a blank name', { name: '   ' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(129) }, '128'],
    ['a name with a NUL character', { name: 'a\u0000b' }, 'name'],
    ['a configuration that is a list', { name: 'Bot', configuration: [] }, 'configuration'],
    ['a temperature out of range', { name: 'Bot', configuration: { temperature: 3 } }, 'configuration.temperature'],
    ['a threshold out of range', { name: 'Bot', configuration: { confidenceThreshold: -0.1 } }, 'confidenceThreshold'],
  ])('for a chatbot, %s, names the field and stores nothing', async (_, body, named) => {
    const before = must(await team.asKey.get('/api/v1/chatbots'), 200).body.pagination.total;
    const answer = await team.asKey.post('/api/v1/chatbots', body);
    expect([answer.status, answer.body.status, answer.body.code]).toEqual([400, 'error', 'VALIDATION_ERROR']);
    expect(answer.body.message).toContain(named);
    expect(must(await team.asKey.get('/api/v1/chatbots'), 200).body.pagination.total).toBe(before);
  });

  test.each([
    [
      'an item without content',
      { name: 'Base', items: [{ title: 'A', content: 'B' }, { title: 'C' }] },
      'items.1.content',
    ],
    ['a threshold out of range', { name: 'Base', settings: { relevanceThreshold: 2 } }, 'settings.relevanceThreshold'],
    ['an unknown method', { name: 'Base', settings: { retrievalMethod: 'magic' } }, 'semantic'],
    ['no results at all', { name: 'Base', settings: { maxResults: 0 } }, 'settings.maxResults'],
  ])('for a knowledge base, %s, stores nothing', async (_, body, named) => {
    const bases = `/api/v1/chatbots/${botId}/knowledge-bases`;
    const answer = await team.asKey.post(bases, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.body.message).toContain(named);
    expect(must(await team.asKey.get(bases), 200).body.pagination.total).toBe(1);
  });

  test.each([
    ['nothing', {}],
    ['an empty text', { message: '' }],
    ['32,001 characters', { message: 'x'.repeat(32_001) }],
    ['a list', { message: ['hello'] }],
    ['a lone surrogate', '{"message": "\\ud800"}'],
  ])('for a message, %s is refused', async (_, body) => {
    const answer = await team.asKey.send('POST', `/api/v1/chatbots/${botId}/conversation`, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
  });

  test('32,000 characters are still a message', async () => {
    const answer = await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: 'vault '.repeat(5_333) });
    expect(answer.status).toBe(200);
  });

  test.each(['{"message": ', '[', 'null', '"text"', '[]', '{"__proto__": {"admin": true}, "message": 5}'])(
    'the body %s is refused in words',
    async (body) => {
      const answer = await team.asKey.send('POST', `/api/v1/chatbots/${botId}/conversation`, body);
      expect([answer.status, answer.body.status, answer.body.code]).toEqual([400, 'error', 'VALIDATION_ERROR']);
    },
  );

  test("a wrong content type, a body that is too large and invalid bytes get the dialect's errors", async () => {
    const path = '/api/v1/chatbots';
    const form = team.asKey.with({ 'content-type': 'application/x-www-form-urlencoded' });
    const typed = await form.send('POST', path, 'name=Bot');
    expect([typed.status, typed.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    const large = await team.asKey.post(path, { name: 'x'.repeat(1_100_000) });
    expect([large.status, large.body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const invalid = await fetch(parley.baseUrl + path, {
      method: 'POST',
      body: new Uint8Array([0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
      headers: { 'x-api-key': team.apiKey, 'content-type': 'application/json' },
    });
    expect(invalid.status).toBeLessThan(500);
  });

  test.each([
    ['GET', `/api/v1/chatbots/${NOBODY}`],
    ['GET', '/api/v1/chatbots/not-an-id'],
    ['GET', "/api/v1/chatbots/'%20or%201=1"],
    ['PUT', `/api/v1/chatbots/${NOBODY}`],
    ['DELETE', `/api/v1/chatbots/${NOBODY}`],
    ['GET', `/api/v1/chatbots/${NOBODY}/knowledge-bases`],
    ['GET', `/api/v1/knowledge-bases/${NOBODY}`],
    ['GET', `/api/v1/knowledge-bases/${NOBODY}/search?query=x`],
    ['GET', '/api/v1/nothing/here'],
    ['PATCH', '/api/v1/chatbots'],
    ['GET', '/api/v1/chatbots/%ff'],
  ])("%s %s is not found, in the dialect's words", async (method, path) => {
    const answer = await team.asKey.send(method, path, method === 'PUT' ? {} : undefined);
    expect([answer.status, answer.body.status, answer.body.code]).toEqual([404, 'error', 'NOT_FOUND']);
  });

  test('an unknown session and an unknown conversation are not found', async () => {
    const chatbot = `/api/v1/chatbots/${botId}`;
    expect((await team.asKey.get(`${chatbot}/conversation/history?sessionId=unknown`)).status).toBe(404);
    expect((await team.asKey.get(`${chatbot}/conversation/history`)).status).toBe(400);
    const rating = { conversationId: NOBODY, rating: 'positive' };
    expect((await team.asKey.post(`${chatbot}/response-rating`, rating)).status).toBe(404);
    expect((await team.asKey.post(`${chatbot}/response-rating`, { ...rating, rating: 'great' })).status).toBe(400);
  });

  test('searching without a query, or with a page below 1, is refused; a limit above 100 is lowered', async () => {
    expect((await team.asKey.get(`/api/v1/knowledge-bases/${baseId}/search`)).status).toBe(400);
    expect((await team.asKey.get('/api/v1/chatbots?page=0')).status).toBe(400);
    expect((await team.asKey.get('/api/v1/chatbots?limit=ten')).status).toBe(400);
    expect(must(await team.asKey.get('/api/v1/chatbots?limit=5000'), 200).body.pagination.limit).toBe(100);
  });

  test('without a credential, or with a wrong one, nothing is done', async () => {
    for (const stranger of [wire, wire.withKey('sk_live_wrong'), wire.withToken('a.b.c'), wire.withToken('wrong')]) {
      const answer = await stranger.post('/api/v1/chatbots', { name: 'Bot' });
      expect([answer.status, answer.body.code]).toEqual([401, 'UNAUTHORIZED']);
      expect(answer.headers.get('x-ratelimit-remaining')).not.toBeNull();
    }
  });

  test('no input so far has caused an error line in the log', () => {
    expect(parley.printed).not.toMatch(/"level":(50|60|"error"|"fatal")/);
  });
});
