import { eventually } from '#testing';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';

const ITEMS = [
  { title: 'iPhone 15', content: 'The iPhone 15 costs 799 EUR. It has 128 GB and comes in five colours.' },
  { title: 'Opening hours', content: 'We are open from Monday to Friday, from nine to five.' },
];
const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe('context', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let stranger: RegisteredTeam;
  let bot: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
    [team, stranger] = [await registerTeam(wire), await registerTeam(wire)];
  });
  beforeEach(async () => {
    const { botId } = await createBotThatKnows(team.asKey, ITEMS);
    bot = `/api/v1/chatbots/${botId}`;
  });

  const problemOf = ({ status, body }: WireAnswer) => ({ status, code: body.code });
  const NOT_FOUND = { status: 404, code: 'NOT_FOUND' };
  const REFUSED = { status: 400, code: 'VALIDATION_ERROR' };
  const UNAUTHORIZED = { status: 401, code: 'UNAUTHORIZED' };

  test('is made, read, merged and deleted as the contract says', async () => {
    const path = `${bot}/context/user_42`;
    expect(problemOf(await team.asKey.get(path))).toEqual(NOT_FOUND);
    const made = must(await team.asKey.post(path, { context: { plan: 'gold', language: 'en' } }), 200).body;
    expect(made).toMatchObject({
      status: 'success',
      data: { chatbotId: bot.split('/').at(-1), userId: 'user_42', context: { plan: 'gold', language: 'en' } },
    });
    const merged = must(
      await team.asUser.post(path, { context: { plan: 'tin', tags: ['a'] }, conversationId: 'c' }),
      200,
    );
    expect(merged.body.data).toMatchObject({
      context: { plan: 'tin', language: 'en', tags: ['a'] },
      createdAt: made.data.createdAt,
    });
    expect(must(await team.asKey.get(path), 200).body.data).toEqual(merged.body.data);
    expect(must(await team.asKey.delete(path), 200).body).toMatchObject({
      status: 'success',
      message: expect.any(String),
    });
    expect(problemOf(await team.asKey.delete(path))).toEqual(NOT_FOUND);
  });

  test.each([
    ['no object', { context: 'gold' }],
    ['a list', { context: ['gold'] }],
    ['nothing', {}],
    ['too much', { context: { text: 'x'.repeat(70_000) } }],
  ])('is refused when it is %s', async (_what, body) => {
    expect(problemOf(await team.asKey.post(`${bot}/context/user_42`, body))).toEqual(REFUSED);
  });

  test('takes any text as a user', async () => {
    for (const userId of ['jane@example.com', 'a/b c?d=%', '用户 42', 'x'.repeat(128)]) {
      const path = `${bot}/context/${encodeURIComponent(userId)}`;
      expect(must(await team.asKey.post(path, { context: { a: 1 } }), 200).body.data.userId).toBe(userId);
      expect(must(await team.asKey.get(path), 200).body.data.userId).toBe(userId);
    }
    expect(problemOf(await team.asKey.get(`${bot}/context/${'x'.repeat(129)}`))).toEqual(REFUSED);
    expect(problemOf(await team.asKey.get(`${bot}/context/a%00b`))).toEqual(REFUSED);
  });

  test('has topics as the contract says', async () => {
    const path = `${bot}/topics/user_42`;
    const body = { name: 'billing', confidence: 0.8, keywords: ['invoice'] };
    const made = must(await team.asKey.post(path, body), 201).body.data;
    expect(made).toEqual({
      ...body,
      id: expect.any(String),
      active: true,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const changed = must(await team.asKey.post(path, { name: 'billing', active: false }), 200).body.data;
    expect(changed).toMatchObject({ ...body, id: made.id, active: false });
    expect(must(await team.asKey.get(path), 200).body).toMatchObject({
      status: 'success',
      data: [changed],
      pagination: { total: 1, pages: 1, page: 1, limit: 10 },
    });
    must(await team.asKey.delete(`${path}/${made.id}`), 200);
    expect(problemOf(await team.asKey.delete(`${path}/${made.id}`))).toEqual(NOT_FOUND);
    for (const refused of [{}, { name: '' }, { name: 'a', confidence: 2 }, { name: 'a', keywords: 'b' }])
      expect(problemOf(await team.asKey.post(path, refused))).toEqual(REFUSED);
  });

  test('has entities as the contract says', async () => {
    const path = `${bot}/entities/user_42`;
    const body = { type: 'product', value: 'iPhone 15', confidence: 0.95 };
    const made = must(await team.asKey.post(path, body), 201).body.data;
    expect(made).toMatchObject({ ...body, id: expect.any(String), metadata: {} });
    must(await team.asKey.post(path, { type: 'color', value: 'red', metadata: { hex: '#f00' } }), 201);
    expect(must(await team.asKey.post(path, body), 201).body.data.id).toBe(made.id);
    const listed = must(await team.asKey.get(`${path}?type=product&limit=1`), 200).body;
    expect(listed).toMatchObject({ data: [{ id: made.id }], pagination: { total: 1, limit: 1 } });
    expect(must(await team.asKey.get(path), 200).body.pagination.total).toBe(2);
    must(await team.asKey.delete(`${path}/${made.id}`), 200);
    expect(problemOf(await team.asKey.delete(`${path}/${made.id}`))).toEqual(NOT_FOUND);
    for (const refused of [{}, { type: 'a' }, { value: 'a' }, { ...body, confidence: -1 }, { ...body, metadata: [] }])
      expect(problemOf(await team.asKey.post(path, refused))).toEqual(REFUSED);
  });

  test('resolves references as the contract says', async () => {
    const entity = { type: 'product', value: 'iPhone 15', confidence: 0.95 };
    const { id } = must(await team.asKey.post(`${bot}/entities/user_42`, entity), 201).body.data;
    const path = `${bot}/references/resolve`;
    const body = { text: 'How much does it cost?', userId: 'user_42' };
    expect(must(await team.asKey.post(path, body), 200).body).toMatchObject({
      status: 'success',
      data: {
        originalText: body.text,
        resolvedText: 'How much does iPhone 15 cost?',
        references: [{ reference: 'it', resolvedTo: 'iPhone 15', entityId: id, type: 'product' }],
      },
    });
    const unknown = must(await team.asKey.post(path, { ...body, userId: 'nobody' }), 200).body.data;
    expect(unknown).toEqual({ originalText: body.text, resolvedText: body.text, references: [] });
    for (const refused of [{ text: 'it' }, { userId: 'a' }, { text: 5, userId: 'a' }])
      expect(problemOf(await team.asKey.post(path, refused))).toEqual(REFUSED);
  });

  test('has lists of the team', async () => {
    const path = '/api/v1/entity-lists';
    const body = { type: 'branch', values: [{ value: 'Bonn', synonyms: ['Bonn City'] }, { value: 'Köln' }] };
    const made = must(await team.asKey.post(path, body), 201).body.data;
    expect(made).toMatchObject({
      type: 'branch',
      valueCount: 2,
      values: [body.values[0], { value: 'Köln', synonyms: [] }],
    });
    expect(must(await team.asKey.get(`${path}/${made.id}`), 200).body.data).toEqual(made);
    const listed = must(await team.asKey.get(`${path}?limit=100`), 200).body.data;
    expect(listed).toContainEqual(expect.objectContaining({ id: made.id, valueCount: 2 }));
    const changed = must(await team.asKey.put(`${path}/${made.id}`, { values: [{ value: 'Ulm' }] }), 200).body.data;
    expect(changed).toMatchObject({ type: 'branch', values: [{ value: 'Ulm' }] });
    for (const refused of [{}, { type: 'a' }, { type: 'a', values: [] }, { type: 'a', values: ['b'] }])
      expect(problemOf(await team.asKey.post(path, refused))).toEqual(REFUSED);
    expect(problemOf(await stranger.asKey.get(`${path}/${made.id}`))).toEqual(NOT_FOUND);
    expect(problemOf(await stranger.asKey.put(`${path}/${made.id}`, body))).toEqual(NOT_FOUND);
    expect(problemOf(await stranger.asKey.delete(`${path}/${made.id}`))).toEqual(NOT_FOUND);
    must(await team.asKey.delete(`${path}/${made.id}`), 200);
    expect(problemOf(await team.asKey.get(`${path}/${made.id}`))).toEqual(NOT_FOUND);
  });

  test('is asked for with a credential, and is that of one team', async () => {
    const user = 'user_42';
    const paths = [`context/${user}`, `topics/${user}`, `entities/${user}`, `users/${user}/data`];
    for (const path of paths) {
      expect(problemOf(await wire.get(`${bot}/${path}`))).toEqual(UNAUTHORIZED);
      expect(problemOf(await stranger.asKey.get(`${bot}/${path}`))).toEqual(NOT_FOUND);
      expect(problemOf(await team.asKey.get(`/api/v1/chatbots/${NOWHERE}/${path}`))).toEqual(NOT_FOUND);
    }
    const bodies = {
      [`context/${user}`]: { context: {} },
      [`topics/${user}`]: { name: 'a' },
      [`entities/${user}`]: { type: 'a', value: 'b' },
      'references/resolve': { text: 'it', userId: user },
    };
    for (const [path, body] of Object.entries(bodies)) {
      expect(problemOf(await wire.post(`${bot}/${path}`, body))).toEqual(UNAUTHORIZED);
      expect(problemOf(await stranger.asKey.post(`${bot}/${path}`, body))).toEqual(NOT_FOUND);
    }
    expect(problemOf(await wire.get('/api/v1/end-users/user_42/data'))).toEqual(UNAUTHORIZED);
    expect(problemOf(await stranger.asKey.delete(`${bot}/users/${user}/data`))).toEqual(NOT_FOUND);
  });

  test('makes a conversation understand what is meant, and can be read, taken away and erased', async () => {
    const products = { type: 'product', values: [{ value: 'iPhone 15' }] };
    const list = must(await team.asKey.post('/api/v1/entity-lists', products), 201).body.data;
    const userId = 'jane@example.com';
    const user = encodeURIComponent(userId);
    const say = async (message: string, sessionId?: string) =>
      must(await team.asKey.post(`${bot}/conversation`, { message, userId, ...(sessionId && { sessionId }) }), 200).body
        .data;
    const first = await say('Do you have the iPhone 15? My order is A-1234.');
    expect(first.context.entities).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'product', value: 'iPhone 15' })]),
    );
    await eventually(async () => (await team.asKey.get(`${bot}/entities/${user}`)).body.data.length >= 2);
    const second = await say('How much does it cost?', first.sessionId);
    expect(second.context.resolvedText).toBe('How much does iPhone 15 cost?');
    expect(second.text).toContain('799 EUR');

    const entities = must(await team.asKey.get(`${bot}/entities/${user}?limit=100`), 200).body.data;
    expect(entities).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'code', value: 'A-1234' })]));
    const topics = must(await team.asKey.get(`${bot}/topics/${user}`), 200).body.data;
    expect(topics[0]).toMatchObject({ name: 'iPhone 15', active: true });
    must(await team.asKey.post(`${bot}/context/${user}`, { context: { plan: 'gold' } }), 200);

    const exported = must(await team.asKey.get(`${bot}/users/${user}/data`), 200);
    expect(exported.headers.get('content-disposition')).toContain('attachment');
    expect(exported.body.data).toMatchObject({
      userId,
      records: { conversations: [{ messages: expect.any(Array) }], context: expect.any(Array) },
    });
    for (const words of ['A-1234', 'How much does it cost?', 'gold'])
      expect(JSON.stringify(exported.body)).toContain(words);
    expect(JSON.stringify((await team.asKey.get(`/api/v1/end-users/${user}/data`)).body)).toContain('A-1234');
    expect(JSON.stringify((await stranger.asKey.get(`/api/v1/end-users/${user}/data`)).body)).not.toContain('A-1234');

    must(await stranger.asKey.delete(`/api/v1/end-users/${user}/data`), 200);
    expect(must(await team.asKey.get(`${bot}/context/${user}`), 200).body.data.context).toEqual({ plan: 'gold' });
    const { erased } = must(await team.asKey.delete(`${bot}/users/${user}/data`), 200).body.data;
    expect(erased).toMatchObject({ conversations: expect.any(Number), context: expect.any(Number) });
    expect(erased.conversations).toBeGreaterThan(0);
    const { records } = must(await team.asKey.get(`${bot}/users/${user}/data`), 200).body.data;
    expect(Object.values(records).flat()).toEqual([]);
    expect(problemOf(await team.asKey.get(`${bot}/context/${user}`))).toEqual(NOT_FOUND);
    must(await team.asKey.delete(`/api/v1/entity-lists/${list.id}`), 200);
  });
});
