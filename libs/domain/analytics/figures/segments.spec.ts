import { segmentsOf } from './segments';

const ms = (text: string) => Date.parse(text);
const tell = (from: string, to: string, grains?: [15, 1440]) =>
  segmentsOf([{ fromMs: ms(from), toMs: ms(to) }], grains).map(({ grain, fromMs, toMs }) => [
    grain,
    new Date(fromMs).toISOString().slice(8, 16),
    new Date(toMs).toISOString().slice(8, 16),
  ]);

describe('the cells of a time', () => {
  test('are days, with hours and quarters at its edges', () => {
    expect(tell('2026-01-01T22:45:00Z', '2026-01-04T01:30:00Z')).toEqual([
      [15, '01T22:45', '01T23:00'],
      [60, '01T23:00', '02T00:00'],
      [1440, '02T00:00', '04T00:00'],
      [60, '04T00:00', '04T01:00'],
      [15, '04T01:00', '04T01:30'],
    ]);
  });

  test('are of the finest grain alone when it is short', () => {
    expect(tell('2026-01-01T10:15:00Z', '2026-01-01T11:00:00Z')).toEqual([[15, '01T10:15', '01T11:00']]);
    expect(tell('2026-01-01T10:15:00Z', '2026-01-01T10:15:00Z')).toEqual([]);
  });

  test('leave out grains that are not kept', () => {
    expect(tell('2026-01-01T20:00:00Z', '2026-01-03T04:00:00Z', [15, 1440])).toEqual([
      [15, '01T20:00', '02T00:00'],
      [1440, '02T00:00', '03T00:00'],
      [15, '03T00:00', '03T04:00'],
    ]);
  });
});
