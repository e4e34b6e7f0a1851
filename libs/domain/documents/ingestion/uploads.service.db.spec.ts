import { KnowledgeBasesService } from '#domain/knowledge';
import { newId } from '#kernel';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { DocumentUploads } from './uploads.service';
import type { NewUpload } from './uploads.types';

describe('uploads', () => {
  let fixture: DocumentsUnderTest;
  let uploads: DocumentUploads;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    uploads = fixture.get(DocumentUploads);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });

  const add = (content: string, input: Partial<NewUpload> = {}) =>
    uploads.add(tenant.actor, tenant.bot.id, { title: 'Guide', bytes: Buffer.from(content), ...input });

  test('go to one base of the bot, made at first use, however many come at the same time', async () => {
    const added = await Promise.all(Array.from({ length: 6 }, () => add('Text.')));
    expect(new Set(added.map(({ baseId }) => baseId)).size).toBe(1);
    const bases = await fixture.get(KnowledgeBasesService).list(tenant.actor, tenant.bot.id, { page: 1, limit: 10 });
    expect(bases.items.map(({ name }) => name)).toEqual(['Documents']);
    const named = await fixture.newBase(tenant);
    expect((await add('Text.', { baseId: named.id })).baseId).toBe(named.id);
  });

  test('have no place in a base or bot that is not there', async () => {
    const other = await fixture.newTenant();
    const foreign = await fixture.newBase(other);
    await expect(add('Text.', { baseId: foreign.id })).rejects.toMatchObject({ code: 'documents.base_not_found' });
    const input = { bytes: Buffer.from('Text.') };
    await expect(uploads.add(other.actor, tenant.bot.id, input)).rejects.toMatchObject({ code: 'bots.not_found' });
    const { id } = await add('Text.');
    for (const call of [
      () => uploads.get(other.actor, tenant.bot.id, id),
      () => uploads.delete(other.actor, tenant.bot.id, id),
      () => uploads.cancel(other.actor, tenant.bot.id, id),
      () => uploads.retry(other.actor, tenant.bot.id, id),
      () => uploads.get(tenant.actor, other.bot.id, id),
      () => uploads.get(tenant.actor, tenant.bot.id, newId()),
      () => uploads.get(tenant.actor, tenant.bot.id, 'x'),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'documents.not_found' });
    }
  });

  test('are listed newest first, by state, page by page', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) ids.push((await add('Text.')).id);
    await uploads.cancel(tenant.actor, tenant.bot.id, ids[2]!);
    const list = (request: object) => uploads.list(tenant.actor, tenant.bot.id, { page: 1, limit: 2, ...request });
    expect((await list({ page: 2 })).items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(await list({ state: 'cancelled' })).toMatchObject({ total: 1, items: [{ id: ids[2] }] });
    expect(await list({ page: 3 })).toMatchObject({ total: 5, items: [{ id: ids[0] }] });
  });
});
