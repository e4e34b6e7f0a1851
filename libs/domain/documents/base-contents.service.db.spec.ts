import type { Pool } from 'pg';
import { BotsService } from '#domain/bots';
import { ActiveBases, KnowledgeBasesService } from '#domain/knowledge';
import { newId } from '#kernel';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { BaseContents } from './base-contents.service';
import { DocumentSearch } from './document-search.service';
import { DocumentsService } from './documents.service';

const ITEMS = [
  { title: 'Opening hours', content: 'The shop is open from nine to five.', tags: ['shop'] },
  { title: 'Parking', content: 'You can park behind the building.' },
];
const CHUNKING = { maxTokens: 300, overlapTokens: 0 };
const PAGE = { page: 1, limit: 10 };

describe('knowledge bases', () => {
  let fixture: DocumentsUnderTest;
  let contents: BaseContents;
  let bases: KnowledgeBasesService;
  let activeBases: ActiveBases;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    contents = fixture.get(BaseContents);
    bases = fixture.get(KnowledgeBasesService);
    activeBases = fixture.get(ActiveBases);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    fixture.outbox.events.length = 0;
  });

  test('a base has the documented settings unless others are given', async () => {
    const { base } = await contents.create(tenant.actor, tenant.bot.id, { name: ' FAQ ' });
    expect(base).toEqual({
      id: expect.any(String),
      teamId: tenant.actor.teamId,
      embeddingModelId: null,
      botId: tenant.bot.id,
      name: 'FAQ',
      description: null,
      isActive: true,
      settings: { retrievalMethod: 'semantic', relevanceThreshold: 0.7, maxResults: 5, chunking: CHUNKING },
      createdAt: fixture.clock.now(),
      updatedAt: fixture.clock.now(),
    });
    const settings = { relevanceThreshold: 0.31 };
    expect((await contents.create(tenant.actor, tenant.bot.id, { name: 'Own', settings })).base.settings).toEqual({
      retrievalMethod: 'semantic',
      relevanceThreshold: 0.31,
      maxResults: 5,
      chunking: CHUNKING,
    });
  });

  test('a base is made together with its items, which are found at once', async () => {
    const made = await contents.create(tenant.actor, tenant.bot.id, { name: 'FAQ', items: ITEMS });
    expect(made).toMatchObject({ itemCount: 2, items: ITEMS });
    expect(await contents.get(tenant.actor, made.base.id)).toEqual(made);
    const hits = await fixture.get(DocumentSearch).search(tenant.actor, made.base.id, { query: 'park', limit: 10 });
    expect(hits.map(({ document }) => document.title)).toEqual(['Parking']);
    expect(fixture.outbox.names).toEqual(['knowledge-base.created', 'document.added', 'document.added']);
  });

  test('an item that cannot be stored leaves neither base nor items', async () => {
    const items = [...ITEMS, { title: 'Broken', content: 'NUL \u0000' }];
    await expect(contents.create(tenant.actor, tenant.bot.id, { name: 'FAQ', items })).rejects.toThrow();
    expect(await fixture.rowsLeft()).toEqual({});
  });

  test('lists show the newest first with the number of items in each', async () => {
    await contents.create(tenant.actor, tenant.bot.id, { name: 'one', items: ITEMS });
    await contents.create(tenant.actor, tenant.bot.id, { name: 'two' });
    const page = await contents.list(tenant.actor, tenant.bot.id, PAGE);
    expect(page.items.map(({ base, itemCount }) => [base.name, itemCount])).toEqual([
      ['two', 0],
      ['one', 2],
    ]);
    expect(page.total).toBe(2);
  });

  test('a list takes as many statements for many bases as for one', async () => {
    const statements = async () => {
      // Every statement outside a transaction takes a connection, whichever way it goes.
      const { master: pool } = fixture.db.dataSource.driver as unknown as { master: Pool };
      const connect = jest.spyOn(pool, 'connect');
      await contents.list(tenant.actor, tenant.bot.id, PAGE);
      const { length } = connect.mock.calls;
      connect.mockRestore();
      expect(length).toBeGreaterThan(1);
      return length;
    };
    await contents.create(tenant.actor, tenant.bot.id, { name: 'one', items: ITEMS });
    const forOne = await statements();
    for (const name of ['two', 'three']) await contents.create(tenant.actor, tenant.bot.id, { name, items: ITEMS });
    expect(await statements()).toBe(forOne);
  });

  test('an update changes what it names, merges settings, and null sets the default', async () => {
    const { base } = await contents.create(tenant.actor, tenant.bot.id, { name: 'FAQ', items: ITEMS });
    fixture.clock.advance(1_000);
    const patch = { description: 'Questions', isActive: false, settings: { maxResults: 9 } };
    const changed = await contents.update(tenant.actor, base.id, patch);
    const updatedAt = fixture.clock.now();
    const settings = { ...base.settings, maxResults: 9 };
    const vectors = { state: 'none', passages: 2, embedded: 0, modelId: null, error: null };
    expect(changed).toEqual({ base: { ...base, ...patch, settings, updatedAt }, itemCount: 2, vectors });
    expect({ ...(await bases.get(tenant.actor, base.id)) }).toEqual(changed.base);
    const cleared = await contents.update(tenant.actor, base.id, { description: null, settings: null });
    expect(cleared.base).toEqual({ ...base, isActive: false, updatedAt });
  });

  test('an inactive base takes no part in replies but is searched all the same', async () => {
    const { base } = await contents.create(tenant.actor, tenant.bot.id, { name: 'FAQ', isActive: false, items: ITEMS });
    const active = await fixture.newBase(tenant, { name: 'Live' });
    const listed = await activeBases.of(tenant.actor.teamId, tenant.bot.id);
    expect(listed.map(({ id }) => id)).toEqual([active.id]);
    const hits = await fixture.get(DocumentSearch).search(tenant.actor, base.id, { query: 'park', limit: 10 });
    expect(hits).toHaveLength(1);
  });

  test('deleting the bot leaves nothing of its bases', async () => {
    await contents.create(tenant.actor, tenant.bot.id, { name: 'FAQ', items: ITEMS });
    await fixture.get(BotsService).delete(tenant.actor, tenant.bot.id);
    expect(await fixture.rowsLeft()).toEqual({});
  });

  test('an answer with the items of a base stops before it grows too large', async () => {
    const { base } = await contents.create(tenant.actor, tenant.bot.id, { name: 'FAQ' });
    await fixture.db.database.query(
      `insert into document (id, team_id, base_id, kind, title, content)
       select gen_random_uuid(), $1, $2, 'item', n::text, repeat('x', 900000) from generate_series(1, 7) n`,
      [tenant.actor.teamId, base.id],
    );
    expect(await contents.get(tenant.actor, base.id)).toMatchObject({ itemCount: 7, items: { length: 5 } });
  });

  test('bots and bases of others are not there', async () => {
    const other = await fixture.newTenant();
    const { base } = await contents.create(tenant.actor, tenant.bot.id, { name: 'FAQ', items: ITEMS });
    const noBot = { code: 'bots.not_found' };
    const noBase = { code: 'knowledge.base_not_found' };
    await expect(contents.create(other.actor, tenant.bot.id, { name: 'Mine' })).rejects.toMatchObject(noBot);
    await expect(contents.list(other.actor, tenant.bot.id, PAGE)).rejects.toMatchObject(noBot);
    for (const id of [base.id, newId(), 'x']) {
      await expect(contents.get(other.actor, id)).rejects.toMatchObject(noBase);
      await expect(contents.update(other.actor, id, { name: 'Mine' })).rejects.toMatchObject(noBase);
      await expect(bases.delete(other.actor, id)).rejects.toMatchObject(noBase);
    }
    expect(await activeBases.of(other.actor.teamId, tenant.bot.id)).toEqual([]);
    expect(await fixture.get(DocumentsService).listItems(tenant.actor, base.id, PAGE)).toMatchObject({ total: 2 });
  });
});
