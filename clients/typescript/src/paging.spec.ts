import { Listing, type PagingStyle, type Query } from './paging';

const ITEMS = Array.from({ length: 7 }, (_, at) => at);

/** How servers of each style answer. */
const SERVERS: Record<Exclude<PagingStyle, 'whole'>, (query: Query) => Record<string, unknown>> = {
  'page-limit': ({ page = 1, limit = 10 }) => ({
    data: sliced(page, limit),
    pagination: { total: 7, pages: Math.ceil(7 / Number(limit)), page, limit },
  }),
  'page-per-page': ({ page = 1, per_page = 20 }) => ({
    data: sliced(page, per_page),
    meta: { page, per_page, total: 7 },
  }),
  'page-total': ({ page = 1, limit = 20 }) => ({ data: sliced(page, limit), total: 7, page, limit }),
  offset: ({ offset = 0, limit = 20 }) => ({
    data: ITEMS.slice(Number(offset), Number(offset) + Number(limit)),
    total: 7,
    limit,
    offset,
  }),
  'page-size': ({ page = 1, page_size }) => ({ data: page_size === undefined ? ITEMS : sliced(page, page_size) }),
};

function sliced(page: unknown, size: unknown): number[] {
  return ITEMS.slice((Number(page) - 1) * Number(size), Number(page) * Number(size));
}

function listing(style: keyof typeof SERVERS, query: Query = {}) {
  const asked: Query[] = [];
  const read = async (given: Query) => {
    asked.push(given);
    return SERVERS[style](given);
  };
  return { asked, list: new Listing<Record<string, unknown>, number>({ style, itemsKey: 'data', query, read }) };
}

describe.each(Object.keys(SERVERS) as Array<keyof typeof SERVERS>)('a list with %s', (style) => {
  const size = { 'page-per-page': 'per_page', 'page-size': 'page_size' }[style as string] ?? 'limit';

  test('gives all items once, from pages of any size', async () => {
    for (const count of [1, 2, 3, 7, 100]) {
      const { asked, list } = listing(style, { [size]: count });
      expect(await list.all()).toEqual(ITEMS);
      expect(asked.length).toBeLessThanOrEqual(Math.ceil(8 / count));
    }
    const { asked, list } = listing(style);
    expect(await list.all()).toEqual(ITEMS);
    expect(asked).toHaveLength(1);
  });

  test('goes on from where it was begun', async () => {
    const begin = style === 'offset' ? { offset: 3 } : { page: 2 };
    expect(await listing(style, { ...begin, [size]: 3 }).list.all()).toEqual(ITEMS.slice(3));
  });

  test('gives one page when it is awaited, and asks for nothing before', async () => {
    const { asked, list } = listing(style, { [size]: 3 });
    expect(asked).toHaveLength(0);
    expect((await list).data).toEqual([0, 1, 2]);
    expect((await list).data).toEqual([0, 1, 2]);
    expect(asked).toHaveLength(1);
  });

  test('asks for no more pages than are gone over', async () => {
    const { asked, list } = listing(style, { [size]: 2 });
    for await (const item of list) if (item === 2) break;
    expect(asked).toHaveLength(2);
  });
});

test('a list that fails tells so when it is awaited', async () => {
  const read = () => Promise.reject(new Error('No.'));
  const list = new Listing({ style: 'whole', itemsKey: 'data', query: {}, read });
  await expect(list).rejects.toThrow('No.');
  expect(await list.catch(() => 'caught')).toBe('caught');
});
