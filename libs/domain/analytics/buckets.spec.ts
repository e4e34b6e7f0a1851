import { bucketsOf } from './buckets';

const at = (text: string) => new Date(text);

describe('the buckets of a period', () => {
  test('are its days, the last one exclusive', () => {
    expect(bucketsOf(at('2028-02-28T00:00:00Z'), at('2028-03-02T00:00:00Z'), 'day')).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
  });

  test('are ISO weeks, which begin on Monday, also when the period begins on a Sunday', () => {
    expect(bucketsOf(at('2026-03-01T00:00:00Z'), at('2026-03-10T00:00:00Z'), 'week')).toEqual([
      '2026-02-23',
      '2026-03-02',
      '2026-03-09',
    ]);
    expect(bucketsOf(at('2026-03-02T00:00:00Z'), at('2026-03-09T00:00:00Z'), 'week')).toEqual(['2026-03-02']);
  });

  test('are months across the turn of a year', () => {
    expect(bucketsOf(at('2025-11-30T00:00:00Z'), at('2026-02-01T00:00:00Z'), 'month')).toEqual([
      '2025-11-01',
      '2025-12-01',
      '2026-01-01',
    ]);
  });

  test('of five years of days are not too many to be told', () => {
    expect(bucketsOf(at('2021-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'), 'day')).toHaveLength(1_826);
  });
});
