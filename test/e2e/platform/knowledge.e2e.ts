import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ITEMS = [
  { title: 'Opening hours', content: 'The shop is open Monday to Friday from 9:00 to 17:00.', tags: ['shop'] },
  { title: 'Parking', content: 'You can park behind the building while the shop is open.', tags: ['shop', 'car'] },
  { title: 'Refunds', content: 'We refund the price within 14 days.', metadata: { lang: 'en' } },
];

describe('chatbots and knowledge bases', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire);
  });
  const newBot = async (body: object = { name: 'Shop help' }) =>
    must(await team.asKey.post('/api/v1/chatbots', body), 201).body.data;
  const newBase = async (body: object) => {
    const bot = await newBot();
    return must(await team.asKey.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, body), 201).body.data;
  };
  const titles = async (baseId: string, query: string) => {
    const answer = must(await team.asKey.get(`/api/v1/knowledge-bases/${baseId}/search?${query}`), 200);
    return answer.body.data.map(({ title }: { title: string }) => title);
  };

  test('a chatbot has a slug of its own and keeps fields of its configuration that nobody here knows', async () => {
    const configuration = { temperature: 0.2, theme: { colour: 'red' } };
    const first = await newBot({ name: 'Käse & Co', configuration });
    expect(first).toMatchObject({
      name: 'Käse & Co',
      slug: 'kase-co',
      description: null,
      status: 'active',
      configuration,
    });
    expect((await newBot({ name: 'Käse & Co' })).slug).toBe('kase-co-2');
    const changed = must(
      await team.asUser.put(`/api/v1/chatbots/${first.id}`, { configuration: { temperature: null, model: 'm' } }),
      200,
    ).body.data;
    expect(changed).toMatchObject({ name: 'Käse & Co', configuration: { model: 'm', theme: { colour: 'red' } } });
    expect(changed.configuration).not.toHaveProperty('temperature');
  });

  test('chatbots are listed page by page and found by a part of their name', async () => {
    for (const name of ['Alpha one', 'Alpha two', 'Alpha three']) await newBot({ name });
    const page = must(await team.asKey.get('/api/v1/chatbots?search=ALPHA&limit=2&page=2'), 200).body;
    expect(page.pagination).toEqual({ total: 3, pages: 2, page: 2, limit: 2 });
    expect(page.data.map(({ name }: { name: string }) => name)).toEqual(['Alpha one']);
  });

  test('a base is made with its items, shows them and counts them', async () => {
    const base = await newBase({ name: 'FAQ', items: ITEMS, settings: { maxResults: 9 } });
    expect(base).toMatchObject({
      name: 'FAQ',
      description: null,
      isActive: true,
      settings: { retrievalMethod: 'semantic', relevanceThreshold: 0.7, maxResults: 9 },
      itemCount: 3,
      items: ITEMS,
    });
    expect(must(await team.asKey.get(`/api/v1/knowledge-bases/${base.id}`), 200).body.data).toEqual(base);
    const list = must(await team.asKey.get(`/api/v1/chatbots/${base.chatbotId}/knowledge-bases`), 200).body;
    expect(list.data).toEqual([expect.objectContaining({ id: base.id, itemCount: 3 })]);
    const items = must(await team.asKey.get(`/api/v1/knowledge-bases/${base.id}/items?limit=1&page=3`), 200).body;
    expect(items).toMatchObject({ data: [{ title: 'Refunds', metadata: { lang: 'en' } }], pagination: { total: 3 } });
  });

  test('an update of a base merges settings and leaves items and chatbot alone', async () => {
    const base = await newBase({ name: 'FAQ', items: ITEMS });
    const patch = { isActive: false, settings: { relevanceThreshold: 0 }, items: [], chatbotId: 'another' };
    const changed = must(await team.asKey.put(`/api/v1/knowledge-bases/${base.id}`, patch), 200).body.data;
    expect(changed).toMatchObject({
      chatbotId: base.chatbotId,
      isActive: false,
      settings: { ...base.settings, relevanceThreshold: 0 },
      itemCount: 3,
    });
  });

  test('searches take query or q, filter by tags, and follow the method', async () => {
    const { id } = await newBase({ name: 'FAQ', isActive: false, items: ITEMS });
    const [best] = must(await team.asKey.get(`/api/v1/knowledge-bases/${id}/search?query=refund`), 200).body.data;
    expect(best).toEqual({
      id: expect.any(String),
      title: 'Refunds',
      content: ITEMS[2]?.content,
      tags: [],
      score: expect.any(Number),
      passage: ITEMS[2]?.content,
    });
    expect(await titles(id, 'q=parking')).toEqual(['Parking']);
    expect(await titles(id, 'q=shop+open&tags=car,boat')).toEqual(['Parking']);
    expect(await titles(id, 'q=shop+open&limit=1')).toHaveLength(1);
    expect(await titles(id, 'q=SHOP+monday&method=keyword')).toEqual(['Opening hours']);
    expect(await titles(id, 'q=shop+refund&method=keyword')).toEqual([]);
    expect((await titles(id, 'q=shop+refund&limit=5000')).length).toBeGreaterThan(1);
  });

  test('a changed item is found by its new text and tags only', async () => {
    const base = await newBase({ name: 'FAQ', items: ITEMS });
    const item = `/api/v1/knowledge-bases/${base.id}/items/${base.items[1].id}`;
    const changed = { content: 'The garage is in the cellar.', tags: [' cellar ', 'cellar'] };
    expect(must(await team.asKey.put(item, changed), 200).body.data).toMatchObject({
      title: 'Parking',
      content: 'The garage is in the cellar.',
      tags: ['cellar'],
    });
    expect(await titles(base.id, 'q=building&method=keyword')).toEqual([]);
    expect(await titles(base.id, 'q=garage&tags=cellar')).toEqual(['Parking']);
    must(await team.asKey.delete(item), 200);
    expect(await titles(base.id, 'q=garage')).toEqual([]);
    expect((await team.asKey.get(item)).status).toBe(404);
  });

  test('a key without the scope is refused, before anything is looked up', async () => {
    const body = { name: 'reader', scopes: ['chatbots:read', 'knowledge:read'] };
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', body), 201).body.data;
    const reader = wire.withKey(apiKey);
    must(await reader.get('/api/v1/chatbots'), 200);
    for (const [method, path] of [
      ['POST', '/api/v1/chatbots'],
      ['DELETE', '/api/v1/chatbots/unknown'],
      ['PUT', '/api/v1/knowledge-bases/unknown'],
      ['POST', '/api/v1/knowledge-bases/unknown/items'],
    ] as const) {
      const answer = await reader.send(method, path, {});
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, 'FORBIDDEN']);
    }
  });
});
