import { IntegerField } from '#infra/http';
import type { PageRequest } from '#kernel';

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;
/** Keeps an offset well inside 64 bits. */
const MAX_PAGE = 1_000_000_000;

export class ListQuery {
  @IntegerField('Which page, from 1.', { optional: true, min: 1, max: MAX_PAGE, default: 1 })
  page: number = 1;

  @IntegerField(`Items per page; more than ${MAX_PAGE_SIZE} count as ${MAX_PAGE_SIZE}.`, {
    optional: true,
    min: 1,
    clampTo: MAX_PAGE_SIZE,
    default: DEFAULT_PAGE_SIZE,
  })
  per_page: number = DEFAULT_PAGE_SIZE;
}

export function pageOf({ page, per_page }: ListQuery): PageRequest {
  return { page, limit: per_page };
}
