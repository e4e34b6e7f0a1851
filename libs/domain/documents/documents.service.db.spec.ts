import { KnowledgeBasesService } from '#domain/knowledge';
import { newId } from '#kernel';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { DocumentSearch } from './document-search.service';
import { DocumentsService } from './documents.service';

const HOURS = { title: 'Opening hours', content: 'The shop is open from nine to five.', tags: ['shop'] };
const PARKING = { title: 'Parking', content: 'You can park behind the building.', tags: ['shop', 'car'] };

describe('documents', () => {
  let fixture: DocumentsUnderTest;
  let documents: DocumentsService;
  let tenant: Tenant;
  let baseId: string;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    documents = fixture.get(DocumentsService);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    baseId = (await fixture.newBase(tenant)).id;
    fixture.outbox.events.length = 0;
  });

  const add = (input: Parameters<DocumentsService['addItem']>[2]) => documents.addItem(tenant.actor, baseId, input);
  const titles = async (query: string, tags?: string[]) => {
    const hits = await fixture
      .get(DocumentSearch)
      .search(tenant.actor, baseId, { query, limit: 10, ...(tags ? { tags } : {}) });
    return hits.map(({ document }) => document.title);
  };

  test('an item is read as it was written, and found at once', async () => {
    const item = await add({ ...HOURS, metadata: { lang: 'en', nested: [1, null] } });
    expect({ ...(await documents.getItem(tenant.actor, baseId, item.id)) }).toEqual(item);
    expect(item).toMatchObject({ ...HOURS, baseId, kind: 'item', metadata: { lang: 'en', nested: [1, null] } });
    expect(await titles('When are you open?')).toEqual(['Opening hours']);
    expect(fixture.outbox.events).toEqual([
      {
        name: 'document.added',
        teamId: tenant.actor.teamId,
        data: { documentId: item.id, baseId, kind: 'item', title: 'Opening hours', tags: item.tags },
      },
    ]);
  });

  test('an item of the same text as an older one tells of it, or is skipped', async () => {
    const first = await add(HOURS);
    const second = await add({ ...HOURS, title: 'Again' });
    expect(await documents.duplicatesOf([first, second])).toEqual(new Map([[second.id, first.id]]));
    const skipped = { ...HOURS, onDuplicate: 'skip' as const };
    expect((await add(skipped)).id).toBe(first.id);
    const [one, same, other] = await documents.addItems(tenant.actor, baseId, [
      { ...PARKING, onDuplicate: 'skip' },
      { ...PARKING, onDuplicate: 'skip' },
      skipped,
    ]);
    expect([same?.id, other?.id]).toEqual([one?.id, first.id]);
    await documents.updateItem(tenant.actor, baseId, second.id, { content: 'We never close.' });
    expect(await documents.duplicatesOf([first, second])).toEqual(new Map());
    expect((await documents.listItems(tenant.actor, baseId, { page: 1, limit: 10 })).total).toBe(3);
  });

  test('an item is in the language that its writer says', async () => {
    const item = await add({ title: 'Chat', content: 'Chat and chat and the chat.', language: 'fr' });
    const languages = () => fixture.db.database.query('select language from passage');
    expect(await languages()).toEqual([{ language: 'fr' }]);
    await documents.updateItem(tenant.actor, baseId, item.id, { language: null });
    expect(await documents.getItem(tenant.actor, baseId, item.id)).toMatchObject({ language: null });
    expect(await languages()).toEqual([{ language: 'en' }]);
  });

  test('many items are stored and indexed together', async () => {
    const inputs = Array.from({ length: 300 }, (_, number) => ({
      title: `Part ${number}`,
      content: `Spare part number${number} costs ${number} euros.`,
    }));
    const items = await documents.addItems(tenant.actor, baseId, inputs);
    expect(items.map(({ title }) => title)).toEqual(inputs.map(({ title }) => title));
    expect((await titles('number217'))[0]).toBe('Part 217');
    expect(await documents.listItems(tenant.actor, baseId, { page: 2, limit: 100 })).toMatchObject({
      total: 300,
      items: inputs.slice(100, 200),
    });
  });

  test('after an update the old text is no longer found, the new one is', async () => {
    const { id } = await add(HOURS);
    fixture.clock.advance(1_000);
    const changed = await documents.updateItem(tenant.actor, baseId, id, { content: 'We welcome you after lunch.' });
    expect(changed).toMatchObject({ title: HOURS.title, tags: HOURS.tags, updatedAt: fixture.clock.now() });
    expect({ ...(await documents.getItem(tenant.actor, baseId, id)) }).toEqual(changed);
    expect(await titles('nine to five')).toEqual([]);
    expect(await titles('lunch')).toEqual(['Opening hours']);
  });

  test('a new title is found, the old one is not', async () => {
    const { id } = await add(HOURS);
    await documents.updateItem(tenant.actor, baseId, id, { title: 'Visiting' });
    expect(await titles('visiting')).toEqual(['Visiting']);
    expect(await titles('hours')).toEqual([]);
  });

  test('new tags filter searches at once, also when nothing else has changed', async () => {
    const { id } = await add(HOURS);
    await add(PARKING);
    expect(await titles('shop building open', ['car'])).toEqual(['Parking']);
    await documents.updateItem(tenant.actor, baseId, id, { tags: ['car', 'clock'] });
    expect((await titles('shop building open', ['car'])).sort()).toEqual(['Opening hours', 'Parking']);
    expect(await titles('open', ['shop'])).toEqual([]);
    await documents.updateItem(tenant.actor, baseId, id, { tags: null });
    expect(await titles('open', ['clock'])).toEqual([]);
  });

  test('metadata are replaced as a whole', async () => {
    const { id } = await add({ ...HOURS, metadata: { a: 1 } });
    expect(await documents.updateItem(tenant.actor, baseId, id, { metadata: { b: 2 } })).toMatchObject({
      metadata: { b: 2 },
    });
    expect(await documents.getItem(tenant.actor, baseId, id)).toMatchObject({ metadata: { b: 2 } });
  });

  test('a deleted item is found no more, and only its base is left', async () => {
    const { id } = await add(HOURS);
    await documents.deleteItem(tenant.actor, baseId, id);
    expect(await titles('open')).toEqual([]);
    expect(await fixture.rowsLeft()).toEqual({
      knowledge_base: 1,
      lexical_index: 1,
      lexical_posting: expect.any(Number),
    });
    expect(fixture.outbox.names).toEqual(['document.added', 'document.removed']);
    await expect(documents.deleteItem(tenant.actor, baseId, id)).rejects.toMatchObject({
      code: 'documents.item_not_found',
    });
  });

  test('deleting a base leaves nothing of its items', async () => {
    await add(HOURS);
    await fixture.get(KnowledgeBasesService).delete(tenant.actor, baseId);
    expect(await fixture.rowsLeft()).toEqual({});
  });

  test('changes of one item at the same moment lose nothing of each other', async () => {
    const { id } = await add(HOURS);
    await Promise.all([
      documents.updateItem(tenant.actor, baseId, id, { title: 'Visiting' }),
      documents.updateItem(tenant.actor, baseId, id, { content: 'After lunch.' }),
      documents.updateItem(tenant.actor, baseId, id, { metadata: { a: 1 } }),
    ]);
    expect(await documents.getItem(tenant.actor, baseId, id)).toMatchObject({
      title: 'Visiting',
      content: 'After lunch.',
      metadata: { a: 1 },
    });
    expect(await titles('visiting lunch')).toEqual(['Visiting']);
  });

  test('a base deleted while items come in is gone with all of them', async () => {
    const adding = Array.from({ length: 8 }, () => add(HOURS).catch((error: { code: string }) => error.code));
    const outcomes = await Promise.all([...adding, fixture.get(KnowledgeBasesService).delete(tenant.actor, baseId)]);
    const refusals = outcomes.filter((outcome) => typeof outcome === 'string');
    expect(refusals.every((code) => code === 'knowledge.base_not_found')).toBe(true);
    expect(await fixture.rowsLeft()).toEqual({});
  });

  describe('of others', () => {
    test('are not there', async () => {
      const other = await fixture.newTenant();
      const item = await add(HOURS);
      const calls = [
        documents.addItem(other.actor, baseId, PARKING),
        documents.listItems(other.actor, baseId, { page: 1, limit: 10 }),
        documents.getItem(other.actor, baseId, item.id),
        documents.updateItem(other.actor, baseId, item.id, { title: 'Mine' }),
        documents.deleteItem(other.actor, baseId, item.id),
        fixture.get(DocumentSearch).search(other.actor, baseId, { query: 'open', limit: 10 }),
      ];
      for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'knowledge.base_not_found' });
      expect(await documents.getItem(tenant.actor, baseId, item.id)).toMatchObject(HOURS);
    });

    test('are not there under a base of our own either', async () => {
      const other = await fixture.newTenant();
      const otherBase = await fixture.newBase(other);
      const item = await add(HOURS);
      for (const [base, id] of [
        [otherBase.id, item.id],
        [otherBase.id, newId()],
        [otherBase.id, 'x'],
      ] as const) {
        const error = { code: 'documents.item_not_found' };
        await expect(documents.getItem(other.actor, base, id)).rejects.toMatchObject(error);
        await expect(documents.updateItem(other.actor, base, id, { title: 'Mine' })).rejects.toMatchObject(error);
        await expect(documents.deleteItem(other.actor, base, id)).rejects.toMatchObject(error);
      }
    });
  });
});
