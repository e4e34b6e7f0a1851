import { type RangeRequest, rangeOf } from './range';

const NOW = new Date('2026-03-15T23:30:00Z');
const range = (request: Partial<RangeRequest> = {}) => rangeOf({ period: 'daily', timezone: 'UTC', ...request }, NOW);
const iso = ({ from, to }: { from: Date; to: Date }) => [from.toISOString(), to.toISOString()];
const lengths = (request: Partial<RangeRequest>) =>
  range(request).buckets.map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000);

describe('a range', () => {
  test('is the last 30 days, of which today is one, unless it is said', () => {
    expect(iso(range())).toEqual(['2026-02-14T00:00:00.000Z', '2026-03-16T00:00:00.000Z']);
    expect(range().buckets).toHaveLength(30);
    const inAuckland = range({ timezone: 'Pacific/Auckland' });
    expect(inAuckland.buckets.at(-1)).toMatchObject({ date: '2026-03-16' });
  });

  test('ends 30 days after it begins to count back, when its end alone is said', () => {
    expect(iso(range({ endDate: '2026-01-30' }))).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-31T00:00:00.000Z']);
  });

  test('of days has its last one as a whole, of times ends at its end', () => {
    const one = { startDate: '2026-01-01', endDate: '2026-01-01' };
    expect(iso(range(one))).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']);
    const times = { startDate: '2026-01-01T10:07:00Z', endDate: '2026-01-01T12:01:00+01:00' };
    expect(iso(range(times))).toEqual(['2026-01-01T10:00:00.000Z', '2026-01-01T11:15:00.000Z']);
  });

  test('reads times without an offset by the clocks of its zone', () => {
    const morning = { startDate: '2026-01-01T06:00', endDate: '2026-01-01T07:00', timezone: 'Asia/Kolkata' };
    expect(iso(range(morning))).toEqual(['2026-01-01T00:30:00.000Z', '2026-01-01T01:30:00.000Z']);
  });

  test('has days of 23 and 25 hours when clocks are changed', () => {
    const timezone = 'Europe/Berlin';
    expect(lengths({ startDate: '2026-03-28', endDate: '2026-03-30', timezone })).toEqual([24, 23, 24]);
    expect(lengths({ startDate: '2026-10-24', endDate: '2026-10-26', timezone })).toEqual([24, 25, 24]);
  });

  test('has ISO weeks and months that are cut to it', () => {
    const weeks = range({ startDate: '2026-01-01', endDate: '2026-01-12', period: 'weekly' });
    expect(weeks.buckets.map(({ date }) => date)).toEqual(['2025-12-29', '2026-01-05', '2026-01-12']);
    expect(iso(weeks.buckets[0]!)).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-05T00:00:00.000Z']);
    const months = range({ startDate: '2025-12-31', endDate: '2026-02-01', period: 'monthly' });
    expect(months.buckets.map(({ date }) => date)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
  });

  test('has no bucket for a day that its zone has left out', () => {
    const samoa = { startDate: '2011-12-29', endDate: '2011-12-31', timezone: 'Pacific/Apia' };
    expect(range(samoa).buckets.map(({ date }) => date)).toEqual(['2011-12-29', '2011-12-31']);
  });

  test.each([
    [{ timezone: 'Mars/Olympus' }, 'analytics.unknown_time_zone'],
    [{ startDate: '2026-01-02', endDate: '2026-01-01' }, 'analytics.period_reversed'],
    [{ startDate: '2026-04-01' }, 'analytics.period_reversed'],
    [{ startDate: '2020-01-01' }, 'analytics.period_too_long'],
    [{ startDate: '0001-01-01', endDate: '0001-01-02T00:00:00Z' }, 'analytics.period_too_early'],
  ])('%j is refused', (request, code) => {
    expect(() => range(request)).toThrow(expect.objectContaining({ code }));
  });
});
