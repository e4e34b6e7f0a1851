/** Knowledge of the assistant dialect: added, uploaded, and made elsewhere; searched with and without filters. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { AssistantClient, failure, id, SEARCH_RESULT, TIME, told, uuidOf } from './assistant-client';

const NOTE = {
  content: 'This is important information to remember.',
  title: 'Important Note',
  source_type: 'manual',
  tags: ['important', 'note'],
  metadata: { category: 'general' },
};

const contents = (results: Array<{ content: string }>) => results.map(({ content }) => content);

describe('knowledge', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let client: AssistantClient;

  beforeEach(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    client = new AssistantClient(team.asKey);
  });

  test('is added as the document shows it, and found at once', async () => {
    const added = await team.asKey.post('/api/knowledge', NOTE);
    expect(told(added)).toEqual([201, { ...NOTE, id: id('know'), chunks_created: 1, created_at: TIME }]);
    const found = await team.asKey.post('/api/knowledge/search', { query: 'important information' });
    const source = { id: added.body.id, filename: 'Important Note', type: 'manual' };
    expect(told(found)).toEqual([
      200,
      {
        results: [{ ...SEARCH_RESULT, content: NOTE.content, source, metadata: { category: 'general' } }],
        total: 1,
        query_time: expect.any(Number),
      },
    ]);
    expect(found.body.query_time).toBeGreaterThanOrEqual(0);
    expect(found.body.query_time).toBeLessThan(60);
  });

  test('has a title from its beginning, is manual, and is cut into as many pieces as searches find', async () => {
    expect(await client.add('# Opening hours\n\nNine to five.')).toMatchObject({
      title: 'Opening hours',
      source_type: 'manual',
      tags: [],
      metadata: {},
      chunks_created: 1,
    });
    const paragraphs = Array.from({ length: 12 }, (_, at) => `Locker ${at}. ${'It stands in the cellar. '.repeat(30)}`);
    const { id: lockers, chunks_created: count } = await client.add(paragraphs.join('\n\n'), { title: 'Lockers' });
    expect(count).toBeGreaterThan(5);
    const found = await client.found('In which room does the locker stand?', { limit: 50 });
    const ids = found.filter(({ source }) => source.id === lockers).map((result) => result.id);
    expect(new Set(ids).size).toBe(count);
    const again = await client.found('In which room does the locker stand?', { limit: 50 });
    expect(again.map((result) => result.id)).toEqual(found.map((result) => result.id));
  });

  test('is searched by what probably answers, best first, or by every word', async () => {
    await client.add('The library is open on Sunday from ten to two.', { title: 'Library' });
    await client.add('The museum is open from Tuesday to Sunday.', { title: 'Museum' });
    await client.add('The pool is closed in August.', { title: 'Pool' });
    const found = await client.found('When is the library open?', { type: 'semantic', limit: 3 });
    expect(found[0].content).toContain('library');
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
    expect(contents(await client.found('open sunday', { type: 'text' })).sort()).toEqual([
      'The library is open on Sunday from ten to two.',
      'The museum is open from Tuesday to Sunday.',
    ]);
    expect(await client.found('open sunday pool', { type: 'text' })).toEqual([]);
    expect(await client.found('open sunday', { type: 'text', limit: 1 })).toHaveLength(1);
  });

  test('is narrowed by where it comes from and by labels, also where that leaves one of many', async () => {
    for (let at = 0; at < 150; at++) await client.add(`Parcel ${at} waits at the desk.`, { title: `Parcel ${at}` });
    await client.add('The last parcel waits in the cellar.', { source_type: 'wiki', tags: ['cellar', 'parcels'] });
    const only = async (filters: object, type = 'semantic') =>
      contents(await client.found('Where does the parcel wait?', { filters, type, limit: 50 }));
    const wiki = ['The last parcel waits in the cellar.'];
    expect(await only({ source_type: 'wiki' })).toEqual(wiki);
    expect(await only({ tags: ['cellar'] })).toEqual(wiki);
    expect(await only({ tags: ['attic', 'parcels'] })).toEqual(wiki);
    expect(await only({ source_type: 'wiki', tags: ['attic'] })).toEqual([]);
    expect(await only({ source_type: 'manual', tags: ['cellar'] })).toEqual([]);
    expect(await only({ source_type: 'item' })).toEqual([]);
    expect(await only({ source_type: 'manual' })).toHaveLength(50);
    const byWord = { query: 'parcel', type: 'text', filters: { source_type: 'wiki' } };
    expect(contents(must(await team.asKey.post('/api/knowledge/search', byWord), 200).body.results)).toEqual(wiki);
    expect(await only({})).toHaveLength(50);
  });

  test('that came by other dialects is found, as manual; questions as such', async () => {
    await client.chat('Hello');
    const [bot] = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    const items = [{ title: 'Boat', content: 'The boat leaves at seven.', tags: ['boat'], metadata: { pier: 4 } }];
    const path = `/api/v1/chatbots/${bot.id}/knowledge-bases`;
    const base = must(await team.asKey.post(path, { name: 'Boats', items }), 201).body.data;
    const source = { id: id('know'), filename: 'Boat', type: 'manual' };
    const boat = { ...SEARCH_RESULT, content: 'The boat leaves at seven.', source, metadata: { pier: 4 } };
    for (const filters of [{}, { source_type: 'manual' }, { tags: ['boat'] }]) {
      expect(await client.found('When does the boat leave?', { filters })).toEqual([boat]);
    }
    expect(await client.found('When does the boat leave?', { filters: { source_type: 'document' } })).toEqual([]);
    const question = { phrasings: ['Who steers the boat?'], answer: 'Captain Brown steers it.' };
    must(await team.asKey.post(`/api/v1/knowledge-bases/${base.id}/questions`, question), 201);
    const asked = { filters: { source_type: 'question' } };
    const [answered, ...others] = await client.found('Who steers the boat?', asked);
    expect([answered.content, answered.source.type, others]).toEqual([
      expect.stringContaining('Captain Brown'),
      'question',
      [],
    ]);
    must(await team.asKey.put(`/api/v1/knowledge-bases/${base.id}`, { isActive: false }), 200);
    expect(await client.found('When does the boat leave?')).toEqual([]);
  });

  test('that was uploaded through criabot, in nodes, is a document', async () => {
    await client.chat('Hello');
    const [bot] = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    const contents = { nodes: [{ text: 'The ferry needs twenty minutes.', metadata: { page: 3 } }] };
    const body = { file_name: 'ferry.json', file_contents: contents, file_metadata: { source: 'port' } };
    const path = `/bots/${bot.slug ?? 'assistant'}/documents/upload`;
    must(await team.asKey.post(path, body), 200);
    const [found] = await client.found('How long does the ferry need?', { filters: { source_type: 'document' } });
    expect(found).toEqual({
      ...SEARCH_RESULT,
      content: 'The ferry needs twenty minutes.',
      source: { id: id('know'), filename: expect.any(String), type: 'document' },
      metadata: { page: 3, source: 'port' },
    });
  });

  test('that was added here is an item of the default bot, without what we keep among its metadata', async () => {
    const { id: noteId } = await client.add('The gate closes at ten.', { source_type: 'wiki', metadata: { a: 1 } });
    const [bot] = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    const [base] = must(await team.asKey.get(`/api/v1/chatbots/${bot.id}/knowledge-bases`), 200).body.data;
    const path = `/api/v1/knowledge-bases/${base.id}/items/${uuidOf(noteId)}`;
    expect(must(await team.asKey.get(path), 200).body.data).toMatchObject({
      content: 'The gate closes at ten.',
      metadata: { a: 1 },
    });
    must(await team.asKey.put(path, { metadata: { b: 2 } }), 200);
    const [found] = await client.found('When does the gate close?', { filters: { source_type: 'wiki' } });
    expect(found).toMatchObject({ source: { id: noteId, type: 'wiki' }, metadata: { b: 2 } });
    must(await team.asKey.delete(path), 200);
    expect(await client.found('When does the gate close?')).toEqual([]);
  });

  test('of another team is not found, and of a new one there is none', async () => {
    await client.add('The gate closes at ten.');
    const others = new AssistantClient((await registerTeam(wire)).asKey);
    expect(await others.search('When does the gate close?')).toEqual({
      results: [],
      total: 0,
      query_time: expect.any(Number),
    });
  });

  test.each([
    ['/api/knowledge', {}, ['content'], ['content']],
    ['/api/knowledge', { content: ' ' }, undefined, ['content']],
    ['/api/knowledge', { content: 'C', tags: 'a' }, undefined, ['tags']],
    ['/api/knowledge', { content: 'C', metadata: [] }, undefined, ['metadata']],
    ['/api/knowledge', { content: 'C', title: 7, source_type: '' }, undefined, ['title', 'source_type']],
    ['/api/knowledge/search', {}, ['query'], ['query']],
    ['/api/knowledge/search', { query: 'x', limit: 0 }, undefined, ['limit']],
    ['/api/knowledge/search', { query: 'x', limit: 51 }, undefined, ['limit']],
    ['/api/knowledge/search', { query: 'x', limit: '5' }, undefined, ['limit']],
    ['/api/knowledge/search', { query: 'x', type: 'magic' }, undefined, ['type']],
    ['/api/knowledge/search', { query: 'x', filters: [] }, undefined, ['filters']],
    ['/api/knowledge/search', { query: 'x', filters: { tags: [1] } }, undefined, ['filters.tags']],
  ])('%s refuses %j', async (path, body, missing, fields) => {
    const { status, body: refusal } = await team.asKey.post(path, body);
    expect([status, refusal]).toEqual([400, failure('INVALID_REQUEST', expect.any(Object))]);
    const { details } = refusal.error;
    expect(details.missing_fields).toEqual(missing);
    expect(details.fields.map(({ field }: { field: string }) => field)).toEqual(fields);
  });
});
