import { KnowledgeBasesService, PassageSearch } from '#domain/knowledge';
import { type Actor, newId } from '#kernel';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { DocumentsService } from '../documents.service';
import { DocumentUploads } from '../ingestion/uploads.service';
import { NamedDocuments } from './named-documents.service';
import type { NodesDocument } from './named-documents.types';

const PAGE = { page: 1, limit: 50 };
const documentOf = (name: string, ...texts: string[]): NodesDocument => ({
  name,
  nodes: texts.map((text) => ({ text, type: 'UncategorizedText', metadata: {} })),
  assets: [],
  metadata: {},
});

describe('documents of nodes', () => {
  let fixture: DocumentsUnderTest;
  let named: NamedDocuments;
  let items: DocumentsService;
  let uploads: DocumentUploads;
  let tenant: Tenant;
  let actor: Actor;
  let botId: string;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    named = fixture.get(NamedDocuments);
    items = fixture.get(DocumentsService);
    uploads = fixture.get(DocumentUploads);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    actor = tenant.actor;
    botId = tenant.bot.id;
    fixture.outbox.events.length = 0;
  });

  const found = async (query: string) => {
    const bases = await fixture.get(KnowledgeBasesService).list(actor, botId, PAGE);
    const passages = await fixture
      .get(PassageSearch)
      .search({ baseIds: bases.items.map(({ id }) => id), query, limit: 10 });
    return passages.map(({ title, body }) => `${title}: ${body}`);
  };
  const told = () =>
    fixture.outbox.events
      .filter(({ name }) => name.startsWith('document.'))
      .map(({ name, data }) => [name, (data as { kind: string }).kind, (data as { title: string }).title]);
  const NAME_TAKEN = { code: 'documents.name_taken', kind: 'conflict' };
  const NOT_FOUND = { code: 'documents.not_found', kind: 'not_found' };

  test('are found as soon as they are uploaded, in the base of the bot', async () => {
    const stored = await named.upload(actor, botId, documentOf('parking.json', 'You can park behind the building.'));
    expect(stored).toEqual({ documentId: expect.any(String), name: 'parking.json', embeddingTokens: 0 });
    expect(await found('where to park')).toEqual(['parking: You can park behind the building.']);
    expect(told()).toEqual([['document.added', 'nodes', 'parking']]);
    expect(await named.listNames(actor, botId)).toEqual(['parking.json']);
  });

  test('stand among the uploads, ready, and are read and deleted there', async () => {
    const document = { ...documentOf('a.json', 'One.', 'Two.'), metadata: { city: 'York' } };
    const { documentId } = await named.upload(actor, botId, document);
    const { items: listed } = await uploads.list(actor, botId, PAGE);
    expect(listed).toMatchObject([
      { id: documentId, kind: 'nodes', title: 'a', format: 'nodes', state: 'ready', progress: 100, passageCount: 2 },
    ]);
    expect(await uploads.get(actor, botId, documentId)).toMatchObject({ metadata: { city: 'York' }, error: null });
    await expect(uploads.retry(actor, botId, documentId)).rejects.toMatchObject({ code: 'documents.not_ended' });
    await expect(uploads.cancel(actor, botId, documentId)).rejects.toMatchObject({ code: 'documents.not_under_way' });
    await uploads.delete(actor, botId, documentId);
    expect(await named.listNames(actor, botId)).toEqual([]);
    expect(await found('One Two')).toEqual([]);
  });

  test('an update replaces all of one', async () => {
    await named.upload(actor, botId, documentOf('a.json', 'The door is red.', 'The roof is new.'));
    await named.update(actor, botId, documentOf('a.json', 'The gate is green.'));
    expect(await found('door roof')).toEqual([]);
    expect(await found('gate')).toEqual(['a: The gate is green.']);
    expect(await named.listNames(actor, botId)).toEqual(['a.json']);
    expect(told().map(([name]) => name)).toEqual(['document.added', 'document.updated']);
  });

  test('a delete leaves nothing', async () => {
    await named.upload(actor, botId, documentOf('a.json', 'The door is red.'));
    await named.delete(actor, botId, 'a.json');
    const { lexical_posting: _, ...left } = await fixture.rowsLeft();
    expect(left).toEqual({ knowledge_base: 1, lexical_index: 1 });
    expect(told().at(-1)).toEqual(['document.removed', 'nodes', 'a']);
    await expect(named.delete(actor, botId, 'a.json')).rejects.toMatchObject(NOT_FOUND);
    await named.upload(actor, botId, documentOf('a.json', 'The door is blue.'));
    expect(await found('door')).toEqual(['a: The door is blue.']);
  });

  test('no name is given twice, and nothing of the second is stored', async () => {
    await named.upload(actor, botId, documentOf('a.json', 'First.'));
    await expect(named.upload(actor, botId, documentOf('a.json', 'Second.'))).rejects.toMatchObject(NAME_TAKEN);
    expect(await found('Second')).toEqual([]);
    await named.upload(actor, botId, documentOf('A.json', 'Another case is another name.'));
  });

  test('of many that come with one name at once, one is stored', async () => {
    const texts = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
    const outcomes = await Promise.allSettled(
      texts.map((text) => named.upload(actor, botId, documentOf('a.json', text))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toMatchObject(NAME_TAKEN);
    expect((await uploads.list(actor, botId, PAGE)).total).toBe(1);
  });

  describe('and documents that people have made', () => {
    let baseId: string;

    beforeEach(async () => {
      baseId = (await fixture.newBase(tenant)).id;
      fixture.clock.advance(1_000);
    });
    const addItem = (title: string, content: string) => items.addItem(actor, baseId, { title, content });
    const addText = (title: string, text: string) =>
      uploads.add(actor, botId, { title, bytes: Buffer.from(text), format: 'text' });

    test('are listed by name or title, each once, oldest first, page by page', async () => {
      await addItem('Hours', 'From 9 to 5.');
      await addText('Prices', 'One euro.');
      await named.upload(actor, botId, documentOf('z.json', 'Last.'));
      await addItem('Hours', 'On Sundays closed.');
      await named.upload(actor, botId, documentOf('b.json', 'Really last.'));
      expect(await named.listNames(actor, botId)).toEqual(['Hours', 'Prices', 'z.json', 'b.json']);
      expect(await named.listNames(actor, botId, { page: 2, limit: 2 })).toEqual(['z.json', 'b.json']);
      expect(await named.listNames(actor, botId, { page: 3, limit: 2 })).toEqual([]);
    });

    test('do not share a name', async () => {
      await addItem('Hours', 'From 9 to 5.');
      await expect(named.upload(actor, botId, documentOf('Hours', 'x'))).rejects.toMatchObject(NAME_TAKEN);
    });

    test('are deleted by their title, the oldest first', async () => {
      await addItem('Hours', 'From 9 to 5.');
      await addItem('Hours', 'On Sundays closed.');
      await named.delete(actor, botId, 'Hours');
      expect(told().at(-1)).toEqual(['document.removed', 'item', 'Hours']);
      expect((await items.listItems(actor, baseId, PAGE)).items.map(({ content }) => content)).toEqual([
        'On Sundays closed.',
      ]);
    });

    test('become documents of nodes when they are updated, where they stand', async () => {
      const item = await addItem('Hours', 'From 9 to 5.');
      await named.update(actor, botId, documentOf('Hours', 'From 10 to 4.'));
      expect(await items.listItems(actor, baseId, PAGE)).toMatchObject({ total: 0 });
      expect(await uploads.get(actor, botId, item.id)).toMatchObject({ kind: 'nodes', baseId, title: 'Hours' });
      expect(await found('hours from 10')).toEqual(['Hours: From 10 to 4.']);
      await named.update(actor, botId, documentOf('Hours', 'Always.'));
      expect(await found('hours from 9 to 5')).toEqual(['Hours: Always.']);
      expect(await named.listNames(actor, botId)).toEqual(['Hours']);
    });

    test('an upload that waits becomes one, too, and its job finds nothing to do', async () => {
      const { id } = await addText('Prices', 'One euro.');
      await named.update(actor, botId, documentOf('Prices', 'Two euros.'));
      expect(await uploads.get(actor, botId, id)).toMatchObject({ kind: 'nodes', state: 'ready', passageCount: 1 });
      expect(told()).toEqual([['document.added', 'nodes', 'Prices']]);
      expect(await fixture.rowsLeft()).not.toHaveProperty('document_source');
    });

    test('one that never was ready is deleted without a word', async () => {
      await addText('Prices', 'One euro.');
      await named.delete(actor, botId, 'Prices');
      expect(told()).toEqual([]);
    });
  });

  test('other bots and teams see none of them', async () => {
    await named.upload(actor, botId, documentOf('a.json', 'First.'));
    const stranger = await fixture.newTenant();
    expect(await named.listNames(stranger.actor, stranger.bot.id)).toEqual([]);
    const GONE = { code: 'bots.not_found' };
    await expect(named.listNames(stranger.actor, botId)).rejects.toMatchObject(GONE);
    await expect(named.upload(stranger.actor, botId, documentOf('b', 'x'))).rejects.toMatchObject(GONE);
    await expect(named.update(stranger.actor, botId, documentOf('a.json', 'x'))).rejects.toMatchObject(GONE);
    await expect(named.delete(stranger.actor, botId, 'a.json')).rejects.toMatchObject(GONE);
    await expect(named.delete(stranger.actor, stranger.bot.id, 'a.json')).rejects.toMatchObject(NOT_FOUND);
    await expect(named.listNames(actor, newId())).rejects.toMatchObject(GONE);
    await named.upload(stranger.actor, stranger.bot.id, documentOf('a.json', 'Theirs.'));
  });

  test('a thousand nodes are one document', async () => {
    const texts = Array.from({ length: 1_000 }, (_, at) => `Rule ${at} is about case${at}.`);
    const { documentId } = await named.upload(actor, botId, documentOf('rules.json', ...texts));
    expect(await uploads.get(actor, botId, documentId)).toMatchObject({ passageCount: 1_000 });
    expect((await found('case777'))[0]).toBe('rules: Rule 777 is about case777.');
  });

  test('metadata of nodes and of the document reach the index', async () => {
    await named.upload(actor, botId, {
      name: 'a.json',
      nodes: [{ text: 'A door.', type: 'NarrativeText', metadata: { page: 2 } }],
      assets: [{ uuid: 'u1', mediaType: 'image/png', dataBase64: 'AAAA', description: 'A picture of a gate.' }],
      metadata: { city: 'York' },
    });
    const rows = await fixture.db.database.query<{ body: string; own: unknown; shared: unknown }>(
      `select p.body, p.metadata as own, s.metadata as shared
       from passage p join passage_source s on s.document_id = p.document_id order by p.position`,
    );
    expect(rows).toEqual([
      { body: 'A door.', own: { page: 2 }, shared: { city: 'York' } },
      { body: 'A picture of a gate.', own: { asset: 'u1' }, shared: { city: 'York' } },
    ]);
  });
});
