import { filterOf, hashOf, spanOf } from './filter';

const TODAY = new Date('2030-03-10T02:30:00Z');

describe('the filter', () => {
  test('is the last 30 days unless the address says otherwise', () => {
    expect(filterOf('', 'UTC', TODAY)).toMatchObject({ tab: 'overview', range: '30d', timezone: 'UTC' });
    expect(spanOf(filterOf('', 'UTC', TODAY), TODAY)).toEqual({
      startDate: '2030-02-09',
      endDate: '2030-03-10',
      period: 'daily',
    });
  });

  test('is the same after a way through the address', () => {
    const hash =
      '#tab=intents&chatbot=b1&range=custom&from=2029-01-01&to=2029-12-31&period=weekly&timezone=Asia%2FTokyo';
    const filter = filterOf(hash, 'UTC', TODAY);
    expect(hashOf(filter)).toBe(hash);
    expect(spanOf(filter, TODAY)).toEqual({ startDate: '2029-01-01', endDate: '2029-12-31', period: 'weekly' });
  });

  test('ends with the day that it is in the zone', () => {
    const there = filterOf('#range=7d&timezone=America%2FNew_York', 'UTC', TODAY);
    expect(spanOf(there, TODAY)).toMatchObject({ startDate: '2030-03-03', endDate: '2030-03-09' });
  });

  test.each([
    ['7d', 'daily'],
    ['90d', 'weekly'],
    ['365d', 'weekly'],
  ])('takes steps that fit %s', (range, period) => {
    expect(spanOf(filterOf(`#range=${range}`, 'UTC', TODAY), TODAY).period).toBe(period);
  });

  test('does without what nobody can read', () => {
    const filter = filterOf('#range=9y&from=yesterday&period=hourly&timezone=Nowhere', 'UTC', TODAY);
    expect(filter).toMatchObject({ range: '30d', from: '2030-02-09', period: undefined });
    expect(spanOf({ ...filter, range: '7d' }, TODAY).endDate).toBe('2030-03-10');
  });
});
