/** Content that changes: documents and items that are replaced, duplicates, languages, and what a model has to embed again. */
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ENDED = ['ready', 'failed', 'cancelled'];
const lines = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => `## Locker ${at}\n\nLocker ${at} holds the ${word} of guest number ${at}.`);

describe('content that changes', () => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
  });
  beforeEach(async () => {
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
  });

  const documents = () => `/api/v1/chatbots/${botId}/documents`;
  const get = async (id: string) => must(await team.asKey.get(`${documents()}/${id}`), 200).body.data;
  const ended = (id: string) =>
    eventually(async () => {
      const document = await get(id);
      return ENDED.includes(document.status) ? document : undefined;
    });
  const add = async (content: string, more: object = {}) => {
    const { id } = must(await team.asKey.post(documents(), { title: 'Guide', content, type: 'markdown', ...more }), 202)
      .body.data;
    return ended(id);
  };
  const replace = async (id: string, body: object | FormData) =>
    must(await team.asKey.put(`${documents()}/${id}/content`, body), 202).body;
  const formOf = (name: string, content: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([content]), name);
    return form;
  };
  const search = async (baseId: string, query: string) => {
    const path = `/api/v1/knowledge-bases/${baseId}/search?q=${encodeURIComponent(query)}`;
    return must(await team.asKey.get(path), 200).body.data.map(({ passage }: { passage: string }) => passage);
  };

  test('is found as it was until the new content is ready, and from then on as it is', async () => {
    const { id, knowledgeBaseId } = await add(lines('umbrella', 300).join('\n\n'));
    const { data, message } = await replace(id, { content: lines('violin', 1_200).join('\n\n'), tags: ['b'] });
    expect(message).toBe('The content was accepted and will be indexed.');
    expect(data).toMatchObject({ id, version: 1, passages: 300, tags: [], type: 'markdown' });
    const seen: boolean[] = [];
    const done = await eventually(async () => {
      const found: string[] = await search(knowledgeBaseId, 'umbrella violin');
      expect(found.length).toBeGreaterThan(0);
      const violins = found.filter((passage) => passage.includes('violin'));
      expect([0, found.length]).toContain(violins.length);
      seen.push(violins.length > 0);
      const document = await get(id);
      return ENDED.includes(document.status) && violins.length > 0 ? document : undefined;
    });
    expect(done).toMatchObject({ status: 'ready', version: 2, passages: 1_200, tags: ['b'], progress: 100 });
    expect(seen).toEqual(seen.toSorted());
  });

  test('by a file keeps its address, title and the rest; the same content changes nothing', async () => {
    const { id, knowledgeBaseId } = await add('The lamp is red.', { title: 'Lamps', metadata: { a: 1 } });
    await replace(id, formOf('lamps.txt', 'The lamp is blue.', { language: 'en' }));
    expect(await ended(id)).toMatchObject({
      version: 2,
      title: 'Lamps',
      metadata: { a: 1 },
      type: 'text',
      language: 'en',
    });
    expect(await search(knowledgeBaseId, 'lamp')).toEqual(['The lamp is blue.']);
    const again = await replace(id, formOf('lamps.txt', 'The lamp is blue.'));
    expect(again.message).toBe('The document has this content already.');
    expect(again.data).toMatchObject({ status: 'ready', version: 2 });
  });

  test('into something that cannot be read leaves what was there, and tells why', async () => {
    const { id, knowledgeBaseId } = await add('The lamp is red.');
    await replace(id, formOf('lamps.pdf', '%PDF-1.7 broken'));
    expect(await ended(id)).toMatchObject({
      ...{ status: 'failed', stage: 'reading', version: 1, passages: 1 },
      error: { code: expect.stringMatching(/^text_extraction\./), message: expect.any(String) },
    });
    expect(await search(knowledgeBaseId, 'lamp')).toEqual(['The lamp is red.']);
  });

  test('is refused where there is no such document, and without content', async () => {
    const { id } = await add('The lamp is red.');
    const other = await registerTeam(new WireClient(parley.baseUrl), 'other');
    expect((await other.asKey.put(`${documents()}/${id}/content`, { content: 'x' })).status).toBe(404);
    expect((await team.asKey.put(`${documents()}/nothing/content`, { content: 'x' })).status).toBe(404);
    expect((await team.asKey.put(`${documents()}/nothing/content`, formOf('a.txt', 'x'))).status).toBe(404);
    for (const [body, field] of [
      [{}, 'content'],
      [{ content: 'x', language: 'english' }, 'language'],
    ] as const) {
      const answer = await team.asKey.put(`${documents()}/${id}/content`, body);
      expect([answer.status, answer.body.details.fields[0].field]).toEqual([400, field]);
    }
  });

  test('and duplicates are noticed, and skipped if wanted', async () => {
    const first = await add('The lamp is red.');
    expect(first.duplicateOf).toBeNull();
    expect(await add('The lamp is red.', { title: 'Again' })).toMatchObject({ duplicateOf: first.id, status: 'ready' });
    const skipped = must(
      await team.asKey.post(documents(), formOf('a.txt', 'The lamp is red.', { onDuplicate: 'skip' })),
      202,
    ).body;
    expect([skipped.data.id, skipped.message]).toEqual([
      first.id,
      'There is a document with this content already; nothing was added.',
    ]);
    const items = `/api/v1/knowledge-bases/${first.knowledgeBaseId}/items`;
    const item = { title: 'Lamp', content: 'The lamp is red.' };
    const { id } = must(await team.asKey.post(items, item), 201).body.data;
    expect(must(await team.asKey.post(items, item), 201).body.data).toMatchObject({ duplicateOf: id });
    expect(must(await team.asKey.post(items, { ...item, onDuplicate: 'skip' }), 201).body.data.id).toBe(id);
    expect(must(await team.asKey.get(items), 200).body.pagination.total).toBe(2);
  });

  test('is not embedded again where it stays', async () => {
    const provider = await OpenAiServer.start({ concepts: {} });
    try {
      const model = { kind: 'embedding', provider: 'openai-compatible', name: 'Embedder', model: 'embed' };
      const settings = { baseUrl: provider.baseUrl, settings: { dimensions: 64 } };
      const embeddingModelId = must(await team.asKey.post('/api/v1/models', { ...model, ...settings }), 201).body.data
        .id;
      const bases = `/api/v1/chatbots/${botId}/knowledge-bases`;
      const base = must(await team.asKey.post(bases, { name: 'Lockers', embeddingModelId }), 201).body.data;
      const embedded = () =>
        eventually(async () => {
          const { vectors } = must(await team.asKey.get(`/api/v1/knowledge-bases/${base.id}`), 200).body.data;
          return vectors.state === 'ready' && vectors.embedded === vectors.passages ? vectors.passages : undefined;
        });
      const texts = () =>
        provider.requests
          .filter(({ path }) => path === '/v1/embeddings')
          .flatMap(({ body }) => (body as { input: string[] }).input)
          .filter((text) => text.includes('Locker'));
      const { id } = await add(lines('umbrella', 40).join('\n\n'), { knowledgeBaseId: base.id });
      expect(await embedded()).toBe(40);
      expect(texts()).toHaveLength(40);
      await replace(id, { content: [...lines('umbrella', 39), ...lines('violin', 1)].join('\n\n') });
      await ended(id);
      expect(await embedded()).toBe(40);
      expect(texts()).toHaveLength(41);
      const items = `/api/v1/knowledge-bases/${base.id}/items`;
      const part = (word: string) => `# ${word}\n\nLocker talk about ${word}.`;
      const item = { title: 'Lockers', content: `${part('keys')}\n\n${part('rents')}` };
      const added = must(await team.asKey.post(items, item), 201).body.data;
      await embedded();
      const before = texts().length;
      must(await team.asKey.put(`${items}/${added.id}`, { content: `${part('keys')}\n\n${part('fees')}` }), 200);
      await embedded();
      expect(texts().slice(before)).toEqual([expect.stringContaining('fees')]);
    } finally {
      await provider.stop();
    }
  });
});
