/** Lists that come in pages: `await` gives one page, `for await` gives all items. */

export type PagingStyle =
  /** platform: `page` and `limit`; `pagination.pages` tells how many there are. */
  | 'page-limit'
  /** manager: `page` and `per_page`; `meta.total`. */
  | 'page-per-page'
  /** support: `page` and `limit`; `total`. */
  | 'page-total'
  /** assistant: `offset` and `limit`; `total`. */
  | 'offset'
  /** criabot: `page` and `page_size`; a page that is not full is the last one. */
  | 'page-size'
  /** All at once. */
  | 'whole';

export type Query = Readonly<Record<string, unknown>>;

export interface PageReading<Page> {
  style: PagingStyle;
  /** Where the items stand in a page. */
  itemsKey: string;
  query: Query;
  /** Asks for one page. */
  read: (query: Query) => Promise<Page>;
}

/** Asked for when whoever goes over all items has said nothing: the most that servers give. */
const ITEMS_AT_ONCE = 100;

const SIZE_PARAMETER: Partial<Record<PagingStyle, string>> = {
  'page-limit': 'limit',
  'page-per-page': 'per_page',
  'page-total': 'limit',
  offset: 'limit',
  'page-size': 'page_size',
};

/** A page to come, and all that follow it. Nothing is asked for until somebody waits for it. */
export class Listing<Page, Item> implements PromiseLike<Page>, AsyncIterable<Item> {
  private first: Promise<Page> | undefined;

  constructor(private readonly reading: PageReading<Page>) {}

  // biome-ignore lint/suspicious/noThenProperty: it is to be awaited, as the promise of one page.
  then<Result1 = Page, Result2 = never>(
    onPage?: ((page: Page) => Result1 | PromiseLike<Result1>) | null,
    onError?: ((error: unknown) => Result2 | PromiseLike<Result2>) | null,
  ): Promise<Result1 | Result2> {
    this.first ??= this.reading.read(this.reading.query);
    return this.first.then(onPage, onError);
  }

  catch<Result = never>(onError?: ((error: unknown) => Result | PromiseLike<Result>) | null): Promise<Page | Result> {
    return this.then(undefined, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<Page> {
    return this.then().finally(onEnd);
  }

  /** This page, and then the others. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const { style, itemsKey, read } = this.reading;
    const size = SIZE_PARAMETER[style];
    let query: Query | undefined =
      size === undefined
        ? this.reading.query
        : { ...this.reading.query, [size]: this.reading.query[size] ?? ITEMS_AT_ONCE };
    while (query) {
      const page: Page = await read(query);
      yield page;
      query = nextQuery(style, query, page as Query, itemsOf(page, itemsKey).length);
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* itemsOf(page, this.reading.itemsKey) as Item[];
  }

  /** All items. Mind how many there may be. */
  async all(): Promise<Item[]> {
    const items: Item[] = [];
    for await (const item of this) items.push(item);
    return items;
  }
}

function itemsOf(page: unknown, key: string): unknown[] {
  const items = (page as Record<string, unknown> | null)?.[key];
  return Array.isArray(items) ? items : [];
}

/** Undefined after the last page. An empty page is the last one whatever is said. */
function nextQuery(style: PagingStyle, query: Query, page: Query, count: number): Query | undefined {
  if (count === 0 || style === 'whole') return undefined;
  const at = numberOf(query.page) ?? 1;
  const next = { ...query, page: at + 1 };
  switch (style) {
    case 'page-limit':
      return at < (numberOf((page.pagination as Query).pages) ?? 0) ? next : undefined;
    case 'page-per-page': {
      const { per_page, total } = page.meta as Query;
      return at * (numberOf(per_page) ?? count) < (numberOf(total) ?? 0) ? next : undefined;
    }
    case 'page-total':
      return at * (numberOf(page.limit) ?? count) < (numberOf(page.total) ?? 0) ? next : undefined;
    case 'offset': {
      const offset = (numberOf(query.offset) ?? 0) + count;
      return offset < (numberOf(page.total) ?? 0) ? { ...query, offset } : undefined;
    }
    case 'page-size':
      return count >= (numberOf(query.page_size) ?? ITEMS_AT_ONCE) ? next : undefined;
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
