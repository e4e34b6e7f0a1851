/** Files of the assistant dialect: uploaded as they come, processed by a job, found, downloaded and deleted. */
import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { AssistantClient, FILE, failure, NOT_FOUND, TIME, told, uuidOf } from './assistant-client';

const TEXT = 'To integrate with Microsoft Teams, install the connector and paste the address of the webhook.';

describe('files', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let client: AssistantClient;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    client = new AssistantClient(team.asKey);
  });

  test('are uploaded as the document shows it, processed and found', async () => {
    const uploaded = await client.upload('teams.txt', TEXT, [
      ['description', 'Optional file description'],
      ['tags', 'tag1'],
      ['tags', 'integration'],
    ]);
    const shown = {
      ...FILE,
      filename: 'teams.txt',
      size: TEXT.length,
      type: expect.stringMatching(/^text\/plain/),
      status: 'processing',
      description: 'Optional file description',
      tags: ['tag1', 'integration'],
    };
    expect(told(uploaded)).toEqual([201, shown]);
    const { id: fileId } = uploaded.body;
    const completed = await eventually(async () => {
      const status = await client.status(fileId);
      return status.status === 'completed' && status;
    });
    expect(completed).toEqual({ id: fileId, status: 'completed', processed_at: TIME, chunks_created: 1, error: null });
    const example = {
      query: 'How to integrate with Microsoft Teams?',
      type: 'semantic',
      limit: 5,
      filters: { source_type: 'document', tags: ['integration'] },
    };
    const { results } = must(await team.asKey.post('/api/knowledge/search', example), 200).body;
    expect(results).toMatchObject([
      { content: TEXT, source: { id: fileId, filename: 'teams.txt', type: 'document' }, metadata: {} },
    ]);
    expect(told(await team.asKey.get(`/api/files/${fileId}`))).toEqual([
      200,
      { ...uploaded.body, status: 'completed' },
    ]);
  });

  test('are downloaded as they were sent, from the address that was told', async () => {
    const bytes = new Uint8Array(Buffer.from('<html><body><script>alert(1)</script><p>Grüße</p></body></html>'));
    const { upload_url } = must(await client.upload('grüße.html', bytes), 201).body;
    const path = new URL(upload_url, wire.baseUrl).pathname;
    const answer = await team.asKey.open('GET', path);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await wire.get(path)).status).toBe(401);
    expect((await registerTeam(wire)).asKey.get(path).then(told)).resolves.toEqual(NOT_FOUND);
  });

  test.each([
    ['a list with commas', [['tags', 'tag1, tag2']]],
    ['a JSON array', [['tags', '["tag1","tag2"]']]],
    [
      'a field that is repeated',
      [
        ['tags', 'tag1'],
        ['tags', 'tag2'],
      ],
    ],
    [
      'a field with brackets',
      [
        ['tags[]', 'tag1'],
        ['tags[]', 'tag2'],
      ],
    ],
  ] as Array<[string, Array<[string, string]>]>)('take their tags from %s', async (_, fields) => {
    expect(must(await client.upload('a.md', '# A\n\nB.', fields), 201).body.tags).toEqual(['tag1', 'tag2']);
  });

  test.each([
    ['a.txt', 'The tower is 40 metres high.'],
    ['a.md', '# Tower\n\nThe tower is 40 metres high.'],
    ['a.html', '<p>The tower is 40 metres high.</p>'],
    ['a.csv', 'thing,height\ntower,40 metres\n'],
    ['a.json', '{"tower": "40 metres"}'],
  ])('are read from %s', async (name, content) => {
    const fileId = await client.uploaded(name, content);
    expect(await client.status(fileId)).toMatchObject({ status: 'completed', error: null });
    const found = await client.found('How many metres is the tower?', {
      limit: 50,
      filters: { source_type: 'document' },
    });
    expect(found.find(({ source }) => source.id === fileId)?.content).toContain('40 metres');
  });

  test('that cannot be read fail and say why', async () => {
    const fileId = await client.uploaded('broken.json', '{"tower": ');
    expect(await client.status(fileId)).toEqual({
      id: fileId,
      status: 'failed',
      processed_at: TIME,
      chunks_created: 0,
      error: expect.stringMatching(/\S/),
    });
  });

  test('are listed newest first, and gone when they are deleted', async () => {
    const mine = new AssistantClient((await registerTeam(wire)).asKey);
    const ids: string[] = [];
    for (const name of ['one.txt', 'two.txt', 'three.txt'])
      ids.push(await mine.uploaded(name, `This is ${name}, a lighthouse.`));
    const list = async (query = '') => {
      const { files, ...rest } = must(await mine.wire.get(`/api/files${query}`), 200).body;
      return [files.map(({ filename }: { filename: string }) => filename), rest];
    };
    expect(await list()).toEqual([['three.txt', 'two.txt', 'one.txt'], { total: 3, limit: 20, offset: 0 }]);
    expect(await list('?limit=2&offset=1')).toEqual([['two.txt', 'one.txt'], { total: 3, limit: 2, offset: 1 }]);
    expect(await list('?status=failed')).toEqual([[], { total: 0, limit: 20, offset: 0 }]);
    expect(told(await mine.wire.delete(`/api/files/${ids[1]}`))).toEqual([204, '']);
    expect(told(await mine.wire.delete(`/api/files/${ids[1]}`))).toEqual(NOT_FOUND);
    expect(told(await mine.wire.get(`/api/files/${ids[1]}/status`))).toEqual(NOT_FOUND);
    expect((await list())[0]).toEqual(['three.txt', 'one.txt']);
    const found = await mine.found('Which one is a lighthouse?', { limit: 50 });
    expect(found.map(({ source }) => source.filename).sort()).toEqual(['one.txt', 'three.txt']);
  });

  test('are documents of the default bot in the main API', async () => {
    const fileId = await client.uploaded('cellar.txt', 'The wine stands in the cellar.');
    const [bot] = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    const path = `/api/v1/chatbots/${bot.id}/documents/${uuidOf(fileId)}`;
    expect(must(await team.asKey.get(path), 200).body.data).toMatchObject({ title: 'cellar.txt', status: 'ready' });
  });

  test('whose new content cannot be read stay completed as they were, and tell why', async () => {
    const fileId = await client.uploaded('shelf.txt', 'The shelf holds nine books.');
    const [bot] = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    const path = `/api/v1/chatbots/${bot.id}/documents/${uuidOf(fileId)}`;
    const replace = async (name: string, content: string) => {
      const form = new FormData();
      form.append('file', new Blob([content]), name);
      must(await team.asKey.put(`${path}/content`, form), 202);
    };
    await replace('shelf.json', '{"shelf": ');
    await eventually(async () => must(await team.asKey.get(path), 200).body.data.status === 'failed');
    expect(await client.status(fileId)).toEqual({
      ...{ id: fileId, status: 'completed', processed_at: TIME, chunks_created: 1, error: null },
      replacement_error: expect.stringMatching(/\S/),
    });
    const listed = async (status: string) =>
      must(await team.asKey.get(`/api/files?status=${status}&limit=100`), 200).body.files.map(
        (file: { id: string }) => file.id,
      );
    expect(await listed('completed')).toContain(fileId);
    expect(await listed('failed')).not.toContain(fileId);
    const found = await client.found('How many books does the shelf hold?');
    expect(found[0]).toMatchObject({ content: 'The shelf holds nine books.', source: { id: fileId } });
    await replace('shelf.txt', 'The shelf holds ten books.');
    const mended = await eventually(async () => {
      const { status, ...rest } = await client.status(fileId);
      return status === 'completed' && rest;
    });
    expect(mended).not.toHaveProperty('replacement_error');
  });

  test('of another team are not found', async () => {
    const fileId = await client.uploaded('ours.txt', 'Ours.');
    const others = (await registerTeam(wire)).asKey;
    for (const path of [`/api/files/${fileId}`, `/api/files/${fileId}/status`, `/api/files/${fileId}/content`]) {
      expect(told(await others.get(path))).toEqual(NOT_FOUND);
    }
    expect(told(await others.delete(`/api/files/${fileId}`))).toEqual(NOT_FOUND);
    expect(must(await others.get('/api/files'), 200).body.total).toBe(0);
    expect(await client.status(fileId)).toMatchObject({ status: 'completed' });
  });

  test('are refused without a file part, empty, of another type, and with tags that are none', async () => {
    const invalid = [400, failure('INVALID_REQUEST', expect.any(Object))];
    const form = new FormData();
    form.append('description', 'Nothing');
    const missing = await team.asKey.send('POST', '/api/files/upload', form);
    expect(told(missing)).toEqual(invalid);
    expect(missing.body.error.details.missing_fields).toEqual(['file']);
    const before = must(await team.asKey.get('/api/files'), 200).body.total;
    expect((await client.upload('empty.txt', '')).status).toBe(400);
    expect((await client.upload('program.exe', new Uint8Array([0x4d, 0x5a, 0, 0, 1, 2, 3, 0]))).status).toBe(400);
    expect(told(await client.upload('a.txt', 'A', [['tags', '[1]']]))).toEqual(invalid);
    const json = await team.asKey.post('/api/files/upload', { file: 'x' });
    expect(told(json)).toEqual([400, failure('INVALID_REQUEST')]);
    expect(must(await team.asKey.get('/api/files'), 200).body.total).toBe(before);
  });
});
