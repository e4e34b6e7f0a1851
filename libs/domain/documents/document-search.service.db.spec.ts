import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { DocumentSearch } from './document-search.service';
import { DocumentsService } from './documents.service';
import type { DocumentSearchRequest } from './documents.types';

const ITEMS = [
  { title: 'Opening hours', content: 'The shop is open Monday to Friday from 9:00 to 17:00.', tags: ['shop'] },
  { title: 'Parking', content: 'You can park behind the building while the shop is open.', tags: ['shop', 'car'] },
  { title: 'Refunds', content: 'We refund the price within 14 days.', tags: ['money'] },
  { title: 'Vouchers', content: 'A voucher of 100% lasts for a year.', tags: ['money'] },
];

describe('searching a base', () => {
  let fixture: DocumentsUnderTest;
  let tenant: Tenant;
  let baseId: string;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    tenant = await fixture.newTenant();
    baseId = (await fixture.newBase(tenant)).id;
    await fixture.get(DocumentsService).addItems(tenant.actor, baseId, ITEMS);
    const decoy = await fixture.newBase(tenant);
    await fixture.get(DocumentsService).addItems(tenant.actor, decoy.id, ITEMS);
  });
  afterAll(() => fixture.close());

  const search = (query: string, more: Partial<DocumentSearchRequest> = {}) =>
    fixture.get(DocumentSearch).search(tenant.actor, baseId, { query, limit: 10, ...more });
  const titles = async (query: string, more: Partial<DocumentSearchRequest> = {}) =>
    (await search(query, more)).map(({ document }) => document.title);

  test.each(['semantic', 'hybrid', 'keyword'] as const)(
    '%s shows what fits best first, with its passage',
    async (method) => {
      const [best, ...others] = await search('refund price', { method });
      expect(best).toMatchObject({ document: ITEMS[2], passage: ITEMS[2]?.content });
      expect(best?.score).toBeGreaterThan(0);
      expect(best?.score).toBeLessThanOrEqual(1);
      for (const { score } of others) expect(score).toBeLessThanOrEqual(best?.score ?? 0);
    },
  );

  test('semantic also finds what has only some of the words', async () => {
    expect(await titles('When is the shop open on Monday?')).toEqual(['Opening hours', 'Parking']);
  });

  test('keyword finds only what has every word, whatever the case and also within longer words', async () => {
    expect(await titles('SHOP monday', { method: 'keyword' })).toEqual(['Opening hours']);
    expect(await titles('vouch', { method: 'keyword' })).toEqual(['Vouchers']);
    expect(await titles('shop refund', { method: 'keyword' })).toEqual([]);
  });

  test('keyword takes every character as it is', async () => {
    expect(await titles('100%', { method: 'keyword' })).toEqual(['Vouchers']);
    expect(await titles('1_0', { method: 'keyword' })).toEqual([]);
  });

  test('keyword finds a title', async () => {
    expect(await titles('parking', { method: 'keyword' })).toEqual(['Parking']);
  });

  test('the base says how it is searched unless the caller does', async () => {
    const base = await fixture.newBase(tenant, { settings: { retrievalMethod: 'keyword' } });
    await fixture.get(DocumentsService).addItems(tenant.actor, base.id, ITEMS);
    const found = (method?: 'semantic') =>
      fixture
        .get(DocumentSearch)
        .search(tenant.actor, base.id, { query: 'shop refund', limit: 10, ...(method ? { method } : {}) });
    expect(await found()).toEqual([]);
    expect((await found('semantic')).length).toBeGreaterThan(1);
  });

  test.each(['semantic', 'keyword'] as const)('%s shows only items with one of the tags', async (method) => {
    expect(await titles('shop open', { method, tags: ['car', 'boat'] })).toEqual(['Parking']);
    expect(await titles('shop open', { method, tags: ['boat'] })).toEqual([]);
  });

  test.each(['semantic', 'keyword'] as const)('%s shows no more items than wanted', async (method) => {
    expect(await titles('shop open', { method, limit: 1 })).toHaveLength(1);
  });

  test.each(['semantic', 'keyword'] as const)(
    '%s shows a long item once, and leaves room for others',
    async (method) => {
      const base = await fixture.newBase(tenant);
      const long = Array.from({ length: 60 }, (_, number) => `## Zebra ${number}\nA zebra has stripes.`).join('\n');
      await fixture.get(DocumentsService).addItems(tenant.actor, base.id, [
        { title: 'Zebra', content: long },
        { title: 'Animals', content: 'Somewhere in this long list of animals there is a zebra, too, it is said.' },
      ]);
      const hits = await fixture
        .get(DocumentSearch)
        .search(tenant.actor, base.id, { query: 'zebra', limit: 2, method });
      expect(hits.map(({ document }) => document.title)).toEqual(['Zebra', 'Animals']);
    },
  );

  describe('where a few long documents hold the best passages', () => {
    const LONG = 4;
    const titlesOf = async (limit: number, more: Partial<DocumentSearchRequest> = {}) => {
      const base = await fixture.newBase(tenant);
      const long = Array.from({ length: 40 }, (_, number) => `## Zebra ${number}\nA zebra has stripes.`).join('\n');
      const short = Array.from({ length: 3 }, (_, number) => ({
        title: `Animals ${number}`,
        content: `Somewhere in list ${number} of animals there is a zebra, too, it is said by those who have read it.`,
        tags: ['short'],
      }));
      await fixture
        .get(DocumentsService)
        .addItems(tenant.actor, base.id, [
          ...Array.from({ length: LONG }, (_, number) => ({ title: `Zebras ${number}`, content: long })),
          ...short,
          { title: 'Lions', content: 'A lion has a mane.', tags: ['short'] },
        ]);
      return fixture.get(DocumentSearch).find(tenant.actor, base.id, { query: 'zebra', limit, ...more });
    };

    test('others are found beside them, each document once', async () => {
      const { hits } = await titlesOf(10);
      const titles = hits.map(({ document }) => document.title);
      expect(new Set(titles)).toEqual(
        new Set(['Zebras 0', 'Zebras 1', 'Zebras 2', 'Zebras 3', 'Animals 0', 'Animals 1', 'Animals 2']),
      );
      expect(titles).toHaveLength(LONG + 3);
    });

    test('tags narrow what is found', async () => {
      const { hits } = await titlesOf(10, { tags: ['short'] });
      expect(hits.map(({ document }) => document.title).sort()).toEqual(['Animals 0', 'Animals 1', 'Animals 2']);
    });

    test('an explanation tells which passages were left for a better one of their document', async () => {
      const { hits, explain } = await titlesOf(2, { explain: true });
      const passages = explain.scoring?.passages ?? [];
      expect(passages.slice(0, 2).map(({ documentId }) => documentId)).toEqual(hits.map(({ document }) => document.id));
      expect(passages[2]?.leftOut).toBe('same_document');
    });
  });

  test('a query without a word finds nothing', async () => {
    expect(await titles('?!')).toEqual([]);
  });
});
