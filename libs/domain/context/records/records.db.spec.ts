import { ContextModule } from '#domain/context';
import { newId } from '#kernel';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { EntityLists } from '../lists/entity-lists.service';
import { LIST_LIMITS } from '../lists/entity-lists.types';
import { References } from '../references/references.service';
import { CONTEXT_LIMITS } from './records.types';
import { UserContexts } from './user-contexts.service';
import { UserEntities } from './user-entities.service';
import { UserTopics } from './user-topics.service';

const FIRST_PAGE = { page: 1, limit: 10 };

describe('what is known of end users', () => {
  let fixture: DocumentsUnderTest;
  let tenant: Tenant;
  let stranger: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [ContextModule] });
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    stranger = await fixture.newTenant();
  });

  describe('as context', () => {
    const merge = (change: Record<string, unknown>, userRef = 'ada') =>
      fixture.get(UserContexts).merge(tenant.actor, tenant.bot.id, userRef, change);
    const get = (userRef = 'ada', { actor, bot } = tenant) => fixture.get(UserContexts).get(actor, bot.id, userRef);

    test('is merged field by field; null takes a field away, and so does deleting all', async () => {
      const { createdAt } = await merge({ plan: 'gold', tags: ['a', 'b'], nothing: null });
      fixture.clock.advance(1_000);
      const merged = await merge({ tags: ['c'], plan: null, language: 'en' });
      expect(merged.context).toEqual({ tags: ['c'], language: 'en' });
      expect(merged).toMatchObject({ createdAt, updatedAt: fixture.clock.now() });
      expect(await get()).toEqual(merged);
      await fixture.get(UserContexts).delete(tenant.actor, tenant.bot.id, 'ada');
      await expect(get()).rejects.toMatchObject({ code: 'context.not_found' });
    });

    test('is bounded once merged, and what would be too large changes nothing', async () => {
      await merge({ a: 'x'.repeat(60_000) });
      await expect(merge({ b: 'x'.repeat(6_000) })).rejects.toMatchObject({ code: 'context.too_large' });
      expect(Object.keys((await get()).context)).toEqual(['a']);
    });

    test('is that of one user of one bot of one team', async () => {
      await merge({ plan: 'gold' });
      await expect(get('bob')).rejects.toMatchObject({ code: 'context.not_found' });
      await expect(get('ada', stranger)).rejects.toMatchObject({ code: 'context.not_found' });
      await expect(get('ada', { ...stranger, bot: tenant.bot })).rejects.toMatchObject({ code: 'bots.not_found' });
    });

    test('of a bot that has just been deleted is not stored', async () => {
      await merge({ plan: 'gold' });
      await fixture.db.database.query('delete from bot where id = $1', [tenant.bot.id]);
      await expect(merge({ plan: 'tin' })).rejects.toMatchObject({ code: 'bots.not_found' });
    });
  });

  describe('as topics', () => {
    const put = (topic: Parameters<UserTopics['put']>[3]) =>
      fixture.get(UserTopics).put(tenant.actor, tenant.bot.id, 'ada', topic);
    const list = () => fixture.get(UserTopics).list(tenant.actor, tenant.bot.id, 'ada', FIRST_PAGE);

    test('has one of each name, whatever the case, and what is not said stays', async () => {
      const first = await put({ name: 'Billing', confidence: 0.8, keywords: ['invoice'] });
      expect(first).toMatchObject({ isNew: true, topic: { name: 'Billing', confidence: 0.8, isActive: true } });
      const second = await put({ name: 'billing', isActive: false });
      expect(second.isNew).toBe(false);
      expect(second.topic).toMatchObject({
        id: first.topic.id,
        confidence: 0.8,
        keywords: ['invoice'],
        isActive: false,
      });
      expect(await list()).toMatchObject({ total: 1, items: [{ name: 'billing' }] });
    });

    test('is bounded: the oldest goes', async () => {
      for (let at = 0; at <= CONTEXT_LIMITS.topicsPerUser; at += 1) {
        await put({ name: `topic ${at}` });
        fixture.clock.advance(1_000);
      }
      const { total, items } = await list();
      expect(total).toBe(CONTEXT_LIMITS.topicsPerUser);
      expect(items[0]).toMatchObject({ name: `topic ${CONTEXT_LIMITS.topicsPerUser}` });
    });

    test('is deleted by its id, by its user alone', async () => {
      const { topic } = await put({ name: 'billing' });
      const topics = fixture.get(UserTopics);
      for (const [userRef, id] of [
        ['bob', topic.id],
        ['ada', newId()],
        ['ada', 'none'],
      ] as const) {
        const deleted = topics.delete(tenant.actor, tenant.bot.id, userRef, id);
        await expect(deleted).rejects.toMatchObject({ code: 'context.topic_not_found' });
      }
      await topics.delete(tenant.actor, tenant.bot.id, 'ada', topic.id);
      expect((await list()).total).toBe(0);
    });
  });

  describe('as entities', () => {
    const put = (type: string, value: string) =>
      fixture.get(UserEntities).put(tenant.actor, tenant.bot.id, 'ada', { type, value, confidence: 0.95 });

    test('is listed by type and page, what was named last first', async () => {
      for (const value of ['iPhone 15', 'Galaxy S24']) {
        await put('product', value);
        fixture.clock.advance(1_000);
      }
      await put('code', 'A-1234');
      const entities = fixture.get(UserEntities);
      const listed = await entities.list(tenant.actor, tenant.bot.id, 'ada', { page: 2, limit: 1, type: 'product' });
      expect(listed).toMatchObject({ total: 2, items: [{ value: 'iPhone 15', confidence: 0.95, source: 'given' }] });
    });

    test('has one of each type and value, however long they are', async () => {
      const long = '頭'.repeat(1_000);
      const [first, second] = [await put('product', long), await put('product', `${long} `)];
      expect(second.id).toBe(first.id);
      expect((await put('thing', long)).id).not.toBe(first.id);
    });

    test('names what texts refer to', async () => {
      const product = await put('product', 'iPhone 15');
      const text = 'How much does it cost?';
      expect(await fixture.get(References).resolve(tenant.actor, tenant.bot.id, 'ada', text)).toEqual({
        resolvedText: 'How much does iPhone 15 cost?',
        references: [
          {
            reference: 'it',
            resolvedTo: 'iPhone 15',
            entityId: product.id,
            type: 'product',
            confidence: expect.any(Number),
          },
        ],
      });
      const nobody = await fixture.get(References).resolve(tenant.actor, tenant.bot.id, 'bob', text);
      expect(nobody).toEqual({ resolvedText: text, references: [] });
    });
  });

  describe('as lists of the team', () => {
    const lists = () => fixture.get(EntityLists);
    const products = { type: 'product', values: [{ value: 'iPhone 15', synonyms: ['Apple phone'] }] };

    test('is made, read, changed and deleted by its team alone', async () => {
      const made = await lists().create(tenant.actor, products);
      expect(made).toMatchObject({ type: 'product', entries: products.values });
      expect(await lists().get(tenant.actor, made.id)).toEqual(made);
      expect(await lists().list(tenant.actor, FIRST_PAGE)).toMatchObject({ total: 1, items: [{ valueCount: 1 }] });
      const changed = await lists().update(tenant.actor, made.id, { type: 'phone' });
      expect(changed).toMatchObject({ type: 'phone', entries: products.values });
      for (const refused of [
        lists().get(stranger.actor, made.id),
        lists().update(stranger.actor, made.id, { type: 'x' }),
        lists().delete(stranger.actor, made.id),
        lists().get(tenant.actor, 'none'),
      ])
        await expect(refused).rejects.toMatchObject({ code: 'context.list_not_found' });
      await lists().delete(tenant.actor, made.id);
      expect((await lists().list(tenant.actor, FIRST_PAGE)).total).toBe(0);
    });

    test('has one entry of each value, with the synonyms of all', async () => {
      const values = [{ value: 'Café' }, { value: ' cafe ', synonyms: ['bar', 'bar'] }];
      const { entries } = await lists().create(tenant.actor, { type: 'place', values });
      expect(entries).toEqual([{ value: 'Café', synonyms: ['bar'] }]);
    });

    test('is bounded in size and number', async () => {
      const values = Array.from({ length: 5_000 }, (_, at) => ({
        value: `${at} ${'x'.repeat(195)}`,
        synonyms: [`y${at}`],
      }));
      await expect(lists().create(tenant.actor, { type: 'x', values })).rejects.toMatchObject({
        code: 'input.invalid',
      });
      for (let at = 0; at < LIST_LIMITS.listsPerTeam; at += 1) await lists().create(tenant.actor, products);
      await expect(lists().create(tenant.actor, products)).rejects.toMatchObject({ code: 'context.too_many_lists' });
    });
  });
});
