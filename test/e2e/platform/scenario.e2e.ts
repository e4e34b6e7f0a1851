import {
  allFrames,
  createBotThatKnows,
  must,
  readFrames,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

/** The main job, as one newcomer lives it: from registering to a bot that answers, and back to nothing. */
describe('a newcomer', () => {
  let parley: SharedInstallation;
  let wire: WireClient;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
  });

  test('registers, builds a bot, gives it knowledge, talks to it, rates it and removes it all', async () => {
    // A person registers, logs in and makes a key for the program they write.
    const account = { username: 'jane_doe', email: 'jane@example.com', password: 'Sup3rSecret!' };
    const user = must(await wire.post('/api/v1/auth/register', account), 201).body.data.user;
    expect(user).toMatchObject({ username: 'jane_doe', email: 'jane@example.com', role: 'user' });
    const tokens = must(await wire.post('/api/v1/auth/login', account), 200).body.data;
    const person = wire.withToken(tokens.accessToken);
    const key = must(await person.post('/api/v1/auth/api-key', { name: 'My shop' }), 201).body.data;
    expect(key.apiKey).toMatch(/^sk_live_[\w-]{32,}$/);
    const program = wire.withKey(key.apiKey);

    // The program makes a bot, a knowledge base and two items.
    const bot = must(await program.post('/api/v1/chatbots', { name: 'Shop help' }), 201).body.data;
    const base = must(await program.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'FAQ' }), 201).body.data;
    expect(base.settings).toMatchObject({ retrievalMethod: 'semantic', relevanceThreshold: 0.7, maxResults: 5 });
    const items = `/api/v1/knowledge-bases/${base.id}/items`;
    const hours = must(
      await program.post(items, {
        title: 'Opening hours',
        content: 'Our shop is open Monday to Friday from 9:00 to 17:00.',
        tags: ['hours'],
      }),
      201,
    ).body.data;
    must(
      await program.post(items, {
        title: 'Returns',
        content: 'You can return anything within 30 days. Refunds take 5 working days.',
        tags: ['returns'],
      }),
      201,
    );

    // What was added is found when the call returns.
    const search = `/api/v1/knowledge-bases/${base.id}/search`;
    const found = must(await program.get(`${search}?query=opening%20hours`), 200).body.data;
    expect(found[0]).toMatchObject({ id: hours.id, title: 'Opening hours', tags: ['hours'] });
    expect(found[0].score).toBeGreaterThanOrEqual(0.7);
    expect(must(await program.get(`${search}?q=refund&tags=hours`), 200).body.data).toEqual([]);

    // The bot answers from it and cites it.
    const conversation = `/api/v1/chatbots/${bot.id}/conversation`;
    const answer = must(await program.post(conversation, { message: 'When are you open?', userId: 'u1' }), 200).body
      .data;
    expect(answer.text).toContain('9:00 to 17:00');
    expect(answer.sources[0]).toMatchObject({ title: 'Opening hours', itemId: hours.id, knowledgeBaseId: base.id });
    expect(answer.confidence).toBeGreaterThan(0.7);

    // It refuses what it does not know.
    const { sessionId, conversationId } = answer;
    const refusal = must(await program.post(conversation, { message: 'Who won the 1998 world cup?', sessionId }), 200)
      .body.data;
    expect(refusal).toMatchObject({ sessionId, conversationId, sources: [] });
    expect(refusal.confidence).toBeLessThan(0.5);

    // A streamed answer that the reader drops is read on, to the same text.
    const leaving = new AbortController();
    const question = { message: 'When are you open?', stream: true };
    let lastEventId = '';
    for await (const frame of readFrames(await program.open('POST', conversation, question, leaving.signal))) {
      lastEventId = frame.id!;
      break;
    }
    leaving.abort();
    const rest = await allFrames(await program.with({ 'last-event-id': lastEventId }).open('GET', conversation));
    const deltas = rest.filter((frame) => frame.event === 'delta').map((frame) => frame.data.text);
    expect(deltas.join('')).toBe(answer.text);
    expect(rest.at(-1)).toMatchObject({ event: 'done', data: { text: answer.text } });

    // Changed knowledge changes the answer.
    must(await program.put(`${items}/${hours.id}`, { content: 'Our shop is open every day from 7:00 to 22:00.' }), 200);
    const changed = must(await program.post(conversation, { message: 'When are you open?' }), 200).body.data;
    expect(changed.text).toContain('7:00 to 22:00');
    expect(changed.text).not.toContain('17:00');

    // The conversation can be read and judged.
    const history = must(await program.get(`${conversation}/history?sessionId=${sessionId}`), 200).body;
    expect(history.data.map((entry: { role: string }) => entry.role)).toEqual(['user', 'bot', 'user', 'bot']);
    expect(history.data[1]).toMatchObject({ id: answer.messageId, content: answer.text });
    expect(history.pagination).toEqual({ total: 4, pages: 1, page: 1, limit: 10 });
    const rating = { conversationId, messageId: answer.messageId, rating: 'positive' };
    must(await program.post(`/api/v1/chatbots/${bot.id}/response-rating`, rating), 200);

    // Deleted is gone.
    must(await program.delete(`${items}/${hours.id}`), 200);
    expect(must(await program.get(`${search}?query=opening%20hours`), 200).body.data).toEqual([]);
    must(await program.delete(`/api/v1/chatbots/${bot.id}`), 200);
    for (const path of [`/api/v1/chatbots/${bot.id}`, `/api/v1/knowledge-bases/${base.id}`, search.concat('?q=x')]) {
      expect((await program.get(path)).status).toBe(404);
    }
    expect((await program.post(conversation, { message: 'Anyone there?' })).status).toBe(404);
  });

  test('of another team sees nothing of the first and changes nothing', async () => {
    const mine = await registerTeam(wire, 'mine');
    const other = await registerTeam(wire, 'other');
    const content = 'The vault opens at noon.';
    const { botId, baseId } = await createBotThatKnows(mine.asKey, [{ title: 'Vault', content }]);
    const item = must(await mine.asKey.get(`/api/v1/knowledge-bases/${baseId}`), 200).body.data.items[0];
    const said = must(await mine.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: 'vault?' }), 200).body
      .data;

    expect(must(await other.asKey.get('/api/v1/chatbots'), 200).body.data).toEqual([]);
    const attempts: Array<[string, string, object?]> = [
      ['GET', `/api/v1/chatbots/${botId}`],
      ['PUT', `/api/v1/chatbots/${botId}`, { name: 'Stolen' }],
      ['DELETE', `/api/v1/chatbots/${botId}`],
      ['GET', `/api/v1/chatbots/${botId}/knowledge-bases`],
      ['POST', `/api/v1/chatbots/${botId}/knowledge-bases`, { name: 'Mine now' }],
      ['POST', `/api/v1/chatbots/${botId}/conversation`, { message: 'vault?', sessionId: said.sessionId }],
      ['GET', `/api/v1/chatbots/${botId}/conversation/history?sessionId=${said.sessionId}`],
      [
        'POST',
        `/api/v1/chatbots/${botId}/response-rating`,
        { conversationId: said.conversationId, rating: 'negative' },
      ],
      ['GET', `/api/v1/knowledge-bases/${baseId}`],
      ['PUT', `/api/v1/knowledge-bases/${baseId}`, { name: 'Stolen' }],
      ['DELETE', `/api/v1/knowledge-bases/${baseId}`],
      ['GET', `/api/v1/knowledge-bases/${baseId}/search?query=vault`],
      ['POST', `/api/v1/knowledge-bases/${baseId}/items`, { title: 'Lie', content: 'The vault never opens.' }],
      ['PUT', `/api/v1/knowledge-bases/${baseId}/items/${item.id}`, { content: 'Lies.' }],
      ['DELETE', `/api/v1/knowledge-bases/${baseId}/items/${item.id}`],
    ];
    for (const [method, path, body] of attempts) {
      const answer = await other.asKey.send(method, path, body);
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'NOT_FOUND']);
      expect(JSON.stringify(answer.body)).not.toContain('noon');
    }
    const unchanged = must(await mine.asKey.get(`/api/v1/knowledge-bases/${baseId}`), 200).body.data;
    expect(unchanged.items).toEqual([expect.objectContaining({ title: 'Vault', content })]);
  });
});
