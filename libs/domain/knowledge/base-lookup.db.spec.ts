import { BotsService } from '#domain/bots';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { BaseLookup } from './base-lookup';
import { KnowledgeBasesService } from './knowledge-bases.service';

describe('the base of a search', () => {
  let fixture: DocumentsUnderTest;
  let bases: KnowledgeBasesService;
  let tenant: Tenant;
  let baseId: string;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    bases = fixture.get(KnowledgeBasesService);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    baseId = (await bases.create(tenant.actor, tenant.bot.id, { name: 'first' })).id;
  });

  const base = (actor = tenant.actor) => fixture.get(BaseLookup).get(actor, baseId);
  const notFound = expect.objectContaining({ code: 'knowledge.base_not_found' });

  test('is read once', async () => {
    await base();
    await fixture.db.database.query(`update knowledge_base set name = 'unseen'`);
    expect((await base()).name).toBe('first');
  });

  test('follows every change at once', async () => {
    await base();
    await bases.update(tenant.actor, baseId, { name: 'second' });
    expect((await base()).name).toBe('second');
    await bases.delete(tenant.actor, baseId);
    await expect(base()).rejects.toEqual(notFound);
  });

  test('is gone with its bot', async () => {
    await base();
    await fixture.get(BotsService).delete(tenant.actor, tenant.bot.id);
    await expect(base()).rejects.toEqual(notFound);
  });

  test('is none for another team, and none by a name that is no id', async () => {
    await base();
    const other = await fixture.newTenant();
    await expect(base(other.actor)).rejects.toEqual(notFound);
    await expect(fixture.get(BaseLookup).get(tenant.actor, 'base')).rejects.toEqual(notFound);
  });
});
