import type { Page, PageRequest } from '#kernel';

const PAGE_ROWS = 200;

/** Page after page, until one is not full. */
export async function* allPages<Row>(list: (request: PageRequest) => Promise<Page<Row>>): AsyncGenerator<Row[]> {
  for (let page = 1; ; page++) {
    const { items } = await list({ page, limit: PAGE_ROWS });
    if (items.length > 0) yield items;
    if (items.length < PAGE_ROWS) return;
  }
}

/** For what a bot has few of. */
export async function allRows<Row>(list: (request: PageRequest) => Promise<Page<Row>>): Promise<Row[]> {
  return (await Array.fromAsync(allPages(list))).flat();
}
