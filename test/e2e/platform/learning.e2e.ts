/** What chatbots learn from ratings, failures and people, from the first sign to the better answer and back. */
import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';

const QUERY = 'What are your opening hours?';
const RESPONSE = 'We are open 9 to 5.';
const MANUAL = { type: 'query_response', query: 'Do you ship abroad?', response: 'Yes, we ship to 40 countries.' };
const NOBODY = '00000000-0000-4000-8000-000000000000';
const TIME = expect.stringMatching(/Z$/);

describe('learning', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let botId: string;
  let path: string;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
  });
  beforeEach(async () => {
    team = await registerTeam(wire);
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Learner' }), 201).body.data.id;
    path = `/api/v1/chatbots/${botId}/learning`;
  });

  const say = async (message: string, more: object = {}) =>
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message, ...more }), 200).body.data;
  const rate = async (conversationId: string, judgement: object) =>
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/response-rating`, { conversationId, ...judgement }), 200);
  const add = async (item: object = MANUAL) => must(await team.asKey.post(path, item), 201).body.data;
  const list = async (query = '') => must(await team.asKey.get(`${path}${query}`), 200).body;
  const apply = async () => must(await team.asKey.post(`${path}/apply`), 200).body.data;
  const decide = (id: string, status: string) => team.asKey.put(`/api/v1/learning/${id}/status`, { status });
  const learned = (count: number) =>
    eventually(async () => {
      const { data } = await list();
      return data.length === count && data;
    });

  test('an item is added, listed, read, changed, decided about and deleted', async () => {
    const { body } = must(await team.asKey.post(path, MANUAL), 201);
    const item = body.data;
    expect(body).toEqual({ status: 'success', message: expect.any(String), data: item });
    expect(item).toEqual({
      id: expect.any(String),
      chatbotId: botId,
      type: 'query_response',
      source: 'manual',
      status: 'approved',
      data: { query: MANUAL.query, response: MANUAL.response, confidence: 1 },
      appliedAt: null,
      appliedTo: null,
      createdAt: TIME,
      updatedAt: item.createdAt,
    });
    expect(await list()).toEqual({
      status: 'success',
      data: [item],
      pagination: { total: 1, pages: 1, page: 1, limit: 10 },
    });
    const one = `/api/v1/learning/${item.id}`;
    expect(must(await team.asUser.get(one), 200).body.data).toEqual(item);
    const changed = must(await team.asKey.put(one, { response: 'To 41.' }), 200).body.data;
    expect(changed.data).toEqual({ query: MANUAL.query, response: 'To 41.', confidence: 1 });
    const rejected = must(await decide(item.id, 'rejected'), 200).body.data;
    expect(rejected).toMatchObject({ id: item.id, status: 'rejected' });
    expect((await list('?status=rejected&source=manual&type=query_response')).data).toEqual([rejected]);
    expect((await list('?status=approved')).data).toEqual([]);
    expect(must(await decide(item.id, 'approved'), 200).body.data.status).toBe('approved');
    must(await team.asKey.delete(one), 200);
    expect((await team.asKey.get(one)).status).toBe(404);
  });

  test('every type is accepted', async () => {
    await add({ type: 'intent_pattern', intent: 'shipping', pattern: 'where is my parcel' });
    await add({ type: 'entity_pattern', entity: { type: 'product', value: 'Trail Runner 2' } });
    await add({ type: 'fallback_response', query: 'Do you sell boats?', response: 'No, only shoes.' });
    const { data, pagination } = await list('?limit=2');
    expect(data.map(({ type }: { type: string }) => type)).toEqual(['fallback_response', 'entity_pattern']);
    expect(data[1].data).toEqual({ entity: { type: 'product', value: 'Trail Runner 2' }, confidence: 1 });
    expect(pagination).toEqual({ total: 3, pages: 2, page: 1, limit: 2 });
  });

  test('a good rating with question and answer is an approved item; applied, the chatbot answers with it', async () => {
    const before = await say(QUERY, { userId: 'ada' });
    expect(before.sources).toEqual([]);
    await rate(before.conversationId, { rating: 'positive', query: QUERY, response: RESPONSE });
    const [item] = await learned(1);
    expect(item).toMatchObject({
      chatbotId: botId,
      type: 'query_response',
      source: 'user_feedback',
      status: 'approved',
      data: { query: QUERY, response: RESPONSE, confidence: 0.9, count: 1 },
    });
    const applied = await apply();
    expect(applied).toEqual({
      applied: 1,
      results: {
        byType: { query_response: 1 },
        skipped: [],
        knowledgeBaseIds: [expect.any(String)],
        datasetIds: [],
        isMore: false,
      },
      message: '1 item was applied.',
    });
    const bases = must(await team.asKey.get(`/api/v1/chatbots/${botId}/knowledge-bases`), 200).body.data;
    expect(bases).toMatchObject([
      { id: applied.results.knowledgeBaseIds[0], name: 'Learned Responses', isActive: true, itemCount: 1 },
    ]);
    const after = await say(QUERY, { sessionId: before.sessionId });
    expect(after.text).toBe(RESPONSE);
    expect(after.sources).toMatchObject([{ knowledgeBaseId: bases[0].id, title: QUERY }]);
    expect(await apply()).toMatchObject({ applied: 0, message: '0 items were applied.' });
    expect(await list()).toMatchObject({
      data: [{ appliedAt: TIME, appliedTo: { knowledgeBaseId: bases[0].id, itemId: after.sources[0].itemId } }],
    });
  });

  test('what was applied can be taken back, and applied again', async () => {
    const item = await add();
    await apply();
    expect((await say(MANUAL.query)).text).toBe(MANUAL.response);
    expect((await team.asKey.put(`/api/v1/learning/${item.id}`, { response: 'No.' })).status).toBe(409);
    const revert = (query = '') => team.asKey.post(`${path}/${item.id}/revert${query}`);
    expect(must(await revert(), 200).body.data).toMatchObject({ status: 'approved', appliedAt: null, appliedTo: null });
    must(await revert(), 200);
    expect((await say(MANUAL.query)).sources).toEqual([]);
    expect(await apply()).toMatchObject({ applied: 1 });
    expect(must(await revert('?reject=true'), 200).body.data.status).toBe('rejected');
    expect(await apply()).toMatchObject({ applied: 0 });
    expect((await say(MANUAL.query)).sources).toEqual([]);
  });

  test('questions that fail again and again are found, previewed, answered and learned', async () => {
    const asked = ['Do you offer gift wrapping?', 'do you offer gift wraping', 'Is gift wrapping available?'];
    for (const [at, message] of asked.entries()) await say(message, { userId: `user-${at}` });
    const { data, message } = must(await team.asKey.post(`${path}/generate`), 200).body;
    expect(message).toBe('3 messages were looked at: 1 new item, 0 seen again.');
    expect(data).toEqual([
      expect.objectContaining({ type: 'fallback_response', source: 'analytics', status: 'pending', chatbotId: botId }),
    ]);
    const [item] = data;
    expect(item.data).toMatchObject({ count: 3, examples: expect.arrayContaining(asked) });
    expect(must(await team.asKey.post(`${path}/generate`), 200).body.data).toEqual([item]);
    must(await decide(item.id, 'approved'), 200);
    expect((await apply()).results.skipped).toEqual([
      { learningId: item.id, type: 'fallback_response', reason: 'It has no response yet.' },
    ]);
    const response = 'Yes, for 3 euros at checkout.';
    must(await team.asKey.put(`/api/v1/learning/${item.id}`, { response }), 200);
    expect(
      must(await team.asKey.send('POST', `${path}/preview`, { learningIds: undefined }), 200).body.data.items,
    ).toBe(1);
    const preview = must(await team.asKey.post(`${path}/preview`, { learningIds: [item.id] }), 200).body.data;
    expect(preview).toMatchObject({ questions: 3, items: 1, skipped: [], model: 'extractive' });
    expect(preview.changes).toHaveLength(3);
    expect(preview.changes[0]).toEqual({
      query: asked[2],
      before: { text: expect.any(String), confidence: expect.any(Number), grounded: false },
      after: { text: response, confidence: expect.any(Number), grounded: true },
      because: [item.id],
    });
    expect((await say('Can I have it gift wrapped?')).sources).toEqual([]);
    expect(await apply()).toMatchObject({ applied: 1, results: { byType: { fallback_response: 1 } } });
    for (const question of asked) expect((await say(question)).text).toBe(response);
    const bases = must(await team.asKey.get(`/api/v1/chatbots/${botId}/knowledge-bases`), 200).body.data;
    expect(bases).toMatchObject([{ name: 'Learned Fallbacks' }]);
  });

  test('a bad rating with a comment waits for somebody to say what is right', async () => {
    const { conversationId, messageId } = await say(QUERY);
    await rate(conversationId, { rating: 'negative', messageId, comment: 'You should know that.' });
    const [item] = await learned(1);
    expect(item).toMatchObject({
      type: 'query_response',
      source: 'user_feedback',
      status: 'pending',
      data: { query: QUERY, comments: ['You should know that.'], rejectedResponse: expect.any(String) },
    });
    must(await team.asKey.put(`/api/v1/learning/${item.id}`, { response: RESPONSE }), 200);
    must(await decide(item.id, 'approved'), 200);
    expect(await apply()).toMatchObject({ applied: 1 });
    expect((await say(QUERY)).text).toBe(RESPONSE);
  });

  test('what a person answered in place of the chatbot is learned from them', async () => {
    const question = 'Can I change my address after ordering?';
    must(await team.asUser.put('/api/v1/escalations/agents/me', { displayName: 'Jane' }), 200);
    const { conversationId } = await say(question);
    const asked = { conversationId, accept: true };
    const escalation = must(await team.asUser.post('/api/v1/escalations', asked), 201).body.data;
    const answer = { content: 'Yes, until the parcel leaves us.' };
    must(await team.asUser.post(`/api/v1/escalations/${escalation.id}/messages`, answer), 201);
    const [item] = must(await team.asKey.post(`${path}/generate`), 200).body.data;
    expect(item).toMatchObject({
      type: 'query_response',
      source: 'analytics',
      status: 'pending',
      data: { query: question, response: answer.content, agent: { id: expect.any(String), name: 'Jane' } },
    });
    must(await decide(item.id, 'approved'), 200);
    expect(await apply()).toMatchObject({ applied: 1 });
    expect((await say(question)).text).toBe(answer.content);
  });

  test('intents are trained with what was learned, and the chatbot tells them', async () => {
    const said = {
      shipping: ['where is my parcel', 'track my parcel', 'when does my parcel come', 'parcel tracking please'],
      refund: ['I want my money back', 'refund my money', 'give the money back', 'how do I get a refund'],
    };
    for (const [intent, patterns] of Object.entries(said)) {
      for (const pattern of patterns) await add({ type: 'intent_pattern', intent, pattern });
    }
    const { applied, results } = await apply();
    expect([applied, results.byType]).toEqual([8, { intent_pattern: 8 }]);
    const dataset = must(await team.asKey.get(`/api/v1/training/datasets/${results.datasetIds[0]}`), 200).body.data;
    expect(dataset).toMatchObject({ name: 'Learned Intents', chatbotId: botId });
    expect(dataset.examples).toHaveLength(8);
    const session = `/api/v1/training/sessions/${results.trainingSessionId}`;
    await eventually(async () => (await team.asKey.get(session)).body.data.status === 'completed');
    const { context } = await say('where is the parcel');
    expect(context.intent).toMatchObject({ name: 'shipping' });
  });

  test('bad input is refused by field and changes nothing', async () => {
    const { id } = await add();
    const refused: [string, string, object, string][] = [
      ['POST', path, { query: 'Why?' }, 'type'],
      ['POST', path, { type: 'answer' }, 'type'],
      ['POST', path, { type: 'query_response' }, 'query'],
      ['POST', path, { ...MANUAL, response: 5 }, 'response'],
      ['POST', path, { ...MANUAL, entity: { type: 'product' } }, 'entity.value'],
      ['PUT', `/api/v1/learning/${id}/status`, { status: 'pending' }, 'status'],
      ['PUT', `/api/v1/learning/${id}/status`, {}, 'status'],
      ['PUT', `/api/v1/learning/${id}`, { query: 'a'.repeat(2_001) }, 'query'],
      ['POST', `${path}/preview`, { learningIds: [] }, 'learningIds'],
    ];
    for (const [method, place, body, field] of refused) {
      const { status, body: answer } = await team.asKey.send(method, place, body);
      expect([place, status, answer.code]).toEqual([place, 400, 'VALIDATION_ERROR']);
      expect(answer.details.fields.map((one: { field: string }) => one.field)).toContain(field);
    }
    for (const query of ['?type=x', '?source=x', '?status=x', '?page=0']) {
      expect([query, (await team.asKey.get(`${path}${query}`)).status]).toEqual([query, 400]);
    }
    expect((await list()).data).toMatchObject([{ id, status: 'approved' }]);
  });

  test('strangers find nothing, and nobody unknown gets in', async () => {
    const { id } = await add();
    const stranger = (await registerTeam(wire)).asKey;
    const routes: [string, string, object?][] = [
      ['GET', path],
      ['POST', path, MANUAL],
      ['POST', `${path}/generate`],
      ['POST', `${path}/apply`],
      ['POST', `${path}/preview`, {}],
      ['POST', `${path}/${id}/revert`],
      ['GET', `/api/v1/learning/${id}`],
      ['PUT', `/api/v1/learning/${id}`, { response: 'No.' }],
      ['PUT', `/api/v1/learning/${id}/status`, { status: 'rejected' }],
      ['DELETE', `/api/v1/learning/${id}`],
    ];
    for (const [method, place, body] of routes) {
      expect([method, place, (await wire.send(method, place, body)).status]).toEqual([method, place, 401]);
      expect([method, place, (await stranger.send(method, place, body)).status]).toEqual([method, place, 404]);
      const nowhere = place.replace(id, NOBODY).replace(botId, place.includes(id) ? botId : NOBODY);
      expect([method, nowhere, (await team.asKey.send(method, nowhere, body)).status]).toEqual([method, nowhere, 404]);
    }
    expect((await list()).data).toMatchObject([{ id, status: 'approved', data: { response: MANUAL.response } }]);
  });

  test('words of an end user go with what they have taught', async () => {
    const { conversationId } = await say(QUERY, { userId: 'ada' });
    await rate(conversationId, { rating: 'positive', query: QUERY, response: RESPONSE, userId: 'ada' });
    await learned(1);
    await apply();
    const data = `/api/v1/chatbots/${botId}/users/ada/data`;
    expect(JSON.stringify(must(await team.asKey.get(data), 200).body)).toContain('"learningId"');
    must(await team.asKey.delete(data), 200);
    expect((await list()).data).toEqual([]);
    expect((await say(QUERY)).sources).toEqual([]);
  });

  test('items go with their chatbot', async () => {
    const { id } = await add();
    must(await team.asKey.delete(`/api/v1/chatbots/${botId}`), 200);
    expect((await team.asKey.get(path)).status).toBe(404);
    expect((await team.asKey.get(`/api/v1/learning/${id}`)).status).toBe(404);
  });
});
