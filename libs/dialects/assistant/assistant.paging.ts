import { IntegerField } from '#infra/http';

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;
/** Keeps an offset well inside 64 bits. */
const MAX_OFFSET = 1_000_000_000;

/** A slice of a list, newest first. */
export class SliceQuery {
  @IntegerField(`Entries at most; more than ${MAX_LIMIT} count as ${MAX_LIMIT}.`, {
    optional: true,
    min: 1,
    clampTo: MAX_LIMIT,
    default: DEFAULT_LIMIT,
  })
  limit: number = DEFAULT_LIMIT;

  @IntegerField('Entries to leave out before the first.', { optional: true, min: 0, max: MAX_OFFSET, default: 0 })
  offset: number = 0;
}

/** What every list says beside its entries. */
export class SliceAnswer {
  @IntegerField('Entries of all slices together.', { min: 0 })
  total: number;

  @IntegerField('Entries at most, as it was applied.', { min: 1, max: MAX_LIMIT })
  limit: number;

  @IntegerField('Entries that were left out before the first.', { min: 0 })
  offset: number;
}
