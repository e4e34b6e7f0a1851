/** A page by number, as the page/limit dialects ask for it. `page` counts from 1. */
export interface PageRequest {
  page: number;
  limit: number;
}

export interface Page<Item> {
  items: Item[];
  /** Of all pages together. */
  total: number;
  page: number;
  limit: number;
}

export function offsetOf(request: PageRequest): number {
  return (request.page - 1) * request.limit;
}

export function mapPage<From, To>(page: Page<From>, map: (item: From) => To): Page<To> {
  return { ...page, items: page.items.map(map) };
}
