import { IntegerField } from '../fields/number-fields';

export const DEFAULT_PAGE_SIZE = 10;
export const MAX_PAGE_SIZE = 100;

/** Keeps an offset well inside 64 bits. */
const MAX_PAGE = 1_000_000_000;

/** Paging of the main API; a kernel `PageRequest` as it stands. */
export class PageQuery {
  @IntegerField('Which page, from 1.', { optional: true, min: 1, max: MAX_PAGE, default: 1 })
  page: number = 1;

  @IntegerField(`Items per page; more than ${MAX_PAGE_SIZE} count as ${MAX_PAGE_SIZE}.`, {
    optional: true,
    min: 1,
    clampTo: MAX_PAGE_SIZE,
    default: DEFAULT_PAGE_SIZE,
  })
  limit: number = DEFAULT_PAGE_SIZE;
}
