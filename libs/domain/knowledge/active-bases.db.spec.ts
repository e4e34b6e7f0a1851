import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { ActiveBases } from './active-bases';
import { KnowledgeBasesService } from './knowledge-bases.service';

describe('the bases that take part in replies', () => {
  let fixture: DocumentsUnderTest;
  let bases: KnowledgeBasesService;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    bases = fixture.get(KnowledgeBasesService);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });

  const names = async (teamId = tenant.actor.teamId) =>
    (await fixture.get(ActiveBases).of(teamId, tenant.bot.id)).map(({ name }) => name);

  test('follow every change at once', async () => {
    expect(await names()).toEqual([]);
    const first = await bases.create(tenant.actor, tenant.bot.id, { name: 'first' });
    const second = await bases.create(tenant.actor, tenant.bot.id, { name: 'second' });
    expect(await names()).toEqual(['first', 'second']);
    await bases.update(tenant.actor, first.id, { isActive: false });
    expect(await names()).toEqual(['second']);
    await bases.delete(tenant.actor, second.id);
    expect(await names()).toEqual([]);
  });

  test('are read once', async () => {
    await bases.create(tenant.actor, tenant.bot.id, { name: 'first' });
    await names();
    await fixture.db.database.query(`update knowledge_base set name = 'unseen'`);
    expect(await names()).toEqual(['first']);
  });

  test('are none for another team', async () => {
    await bases.create(tenant.actor, tenant.bot.id, { name: 'first' });
    const other = await fixture.newTenant();
    expect(await names(other.actor.teamId)).toEqual([]);
  });
});
