/** Documents of the assistant dialect: texts that are worked on, every version kept. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { failure, id, NOT_FOUND, TIME, told, uuidOf } from './assistant-client';

const EXAMPLE = {
  title: 'My Document',
  content: '# Document Title\n\nThis is the document content.',
  type: 'markdown',
};
const SHOWN = { ...EXAMPLE, id: id('doc'), version: 1, created_at: TIME, updated_at: TIME };

describe('documents', () => {
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
  });

  const create = async (body: object = EXAMPLE) => must(await team.asKey.post('/api/documents', body), 201).body;

  test('are created, read and updated, as the document of the API shows it', async () => {
    const created = await team.asKey.post('/api/documents', EXAMPLE);
    expect(told(created)).toEqual([201, SHOWN]);
    const path = `/api/documents/${created.body.id}`;
    expect(told(await team.asUser.get(path))).toEqual([200, created.body]);

    const update = { content: '# Updated Document Title\n\nThis is the updated content.', title: 'Updated Document' };
    const updated = await team.asKey.put(path, update);
    expect(told(updated)).toEqual([
      200,
      { ...SHOWN, ...update, id: created.body.id, version: 2, created_at: created.body.created_at },
    ]);
    expect(Date.parse(updated.body.updated_at)).toBeGreaterThan(Date.parse(created.body.updated_at));
    expect(must(await team.asKey.get(path), 200).body).toEqual(updated.body);
    expect(must(await team.asKey.put(path, { type: 'code' }), 200).body).toMatchObject({
      ...update,
      type: 'code',
      version: 3,
    });
  });

  test('are markdown unless they say otherwise, and may be empty', async () => {
    expect(await create({ title: 'Empty', content: '' })).toMatchObject({ content: '', type: 'markdown', version: 1 });
  });

  test('keep every version, which the main API shows', async () => {
    const { id: documentId } = await create();
    must(await team.asKey.put(`/api/documents/${documentId}`, { content: 'Second.' }), 200);
    const path = `/api/v1/artifacts/${uuidOf(documentId)}`;
    expect(must(await team.asKey.get(`${path}/versions/1`), 200).body.data).toMatchObject(EXAMPLE);
    must(await team.asKey.post(`${path}/versions/1/restore`), 200);
    const restored = must(await team.asKey.get(`/api/documents/${documentId}`), 200).body;
    expect(restored).toMatchObject({ ...EXAMPLE, version: 3 });
  });

  test('are listed newest first, by type, by what they say and by slices', async () => {
    const mine = (await registerTeam(wire)).asKey;
    for (const [title, content, type] of [
      ['One', 'Tea is poured.', 'text'],
      ['Two', 'print("TEA")', 'code'],
      ['Three', '100% wool_', 'text'],
    ]) {
      must(await mine.post('/api/documents', { title, content, type }), 201);
    }
    const list = async (query = '') => {
      const { documents, ...rest } = must(await mine.get(`/api/documents${query}`), 200).body;
      return [documents.map(({ title }: { title: string }) => title), rest];
    };
    expect(await list()).toEqual([['Three', 'Two', 'One'], { total: 3, limit: 20, offset: 0 }]);
    expect(await list('?type=text&limit=1&offset=1')).toEqual([['One'], { total: 2, limit: 1, offset: 1 }]);
    expect(await list('?search=tea')).toEqual([['Two', 'One'], { total: 2, limit: 20, offset: 0 }]);
    expect(await list('?search=thr')).toEqual([['Three'], { total: 1, limit: 20, offset: 0 }]);
    expect(await list('?search=%25%20wool_')).toEqual([['Three'], { total: 1, limit: 20, offset: 0 }]);
    expect(await list('?limit=500')).toEqual([['Three', 'Two', 'One'], { total: 3, limit: 100, offset: 0 }]);
    expect(await list('?offset=7')).toEqual([[], { total: 3, limit: 20, offset: 7 }]);
    expect(must(await mine.get('/api/documents?limit=1'), 200).body.documents[0]).toEqual({
      ...SHOWN,
      title: 'Three',
      content: '100% wool_',
      type: 'text',
    });
  });

  test.each(['limit=ten', 'limit=0', 'offset=-1', 'offset=x', 'type=poem'])('are not listed by %s', async (query) => {
    const details = { fields: [{ field: query.split('=')[0], message: expect.any(String) }] };
    expect(told(await team.asKey.get(`/api/documents?${query}`))).toEqual([400, failure('INVALID_REQUEST', details)]);
  });

  test.each([
    ['nothing', {}, ['title', 'content']],
    ['no content', { title: 'T' }, ['content']],
    ['no title', { content: 'C', type: 'text' }, ['title']],
  ])('with %s are refused; each missing field is named', async (_, body, missing) => {
    const details = expect.objectContaining({ missing_fields: missing });
    expect(told(await team.asKey.post('/api/documents', body))).toEqual([400, failure('INVALID_REQUEST', details)]);
  });

  test.each([
    ['a blank title', { title: ' ', content: 'C' }, 'title'],
    ['a title of 256 characters', { title: 'x'.repeat(256), content: 'C' }, 'title'],
    ['content that is no text', { title: 'T', content: 5 }, 'content'],
    ['an unknown type', { title: 'T', content: 'C', type: 'poem' }, 'type'],
    ['a NUL character', { title: 'T\0', content: 'C' }, 'title'],
  ])('with %s are refused', async (_, body, field) => {
    const details = { fields: [{ field, message: expect.stringContaining(field) }] };
    expect(told(await team.asKey.post('/api/documents', body))).toEqual([400, failure('INVALID_REQUEST', details)]);
  });

  test('are updated with at least one field, and a refused update makes no version', async () => {
    const path = `/api/documents/${(await create()).id}`;
    for (const body of [{}, { other: 1 }, { title: '' }, { type: 'poem' }]) {
      expect((await team.asKey.put(path, body)).body).toEqual(failure('INVALID_REQUEST', expect.any(Object)));
    }
    expect(must(await team.asKey.get(path), 200).body.version).toBe(1);
  });

  test('of another team, and ids that are none, are not found', async () => {
    const { id: documentId } = await create();
    const others = (await registerTeam(wire)).asKey;
    expect(told(await others.get(`/api/documents/${documentId}`))).toEqual(NOT_FOUND);
    expect(told(await others.put(`/api/documents/${documentId}`, { title: 'Mine' }))).toEqual(NOT_FOUND);
    expect(must(await others.get('/api/documents'), 200).body).toMatchObject({ documents: [], total: 0 });
    for (const strange of ['doc_1', documentId.replace('doc_', 'chat_'), uuidOf(documentId), 'x']) {
      expect(told(await team.asKey.get(`/api/documents/${strange}`))).toEqual(NOT_FOUND);
      expect(told(await team.asKey.put(`/api/documents/${strange}`, { title: 'T' }))).toEqual(NOT_FOUND);
    }
  });
});
