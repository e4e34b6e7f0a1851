import type { Grain } from '../counting/counters';
import { type Segment, segmentsOf, segmentsOfWhole } from './segments';

const ms = (text: string) => Date.parse(text);
const tell = ({ place, sign, grain, fromMs, toMs }: Segment) => [
  place,
  sign * grain,
  new Date(fromMs).toISOString().slice(8, 16),
  new Date(toMs).toISOString().slice(8, 16),
];

describe('the cells of times', () => {
  test('are days, and at each edge what lies between it and the nearest day', () => {
    const bounds = ['2026-01-01T22:45:00Z', '2026-01-03T01:30:00Z', '2026-01-05T00:00:00Z'].map(ms);
    expect(segmentsOf(bounds).map(tell)).toEqual([
      [0, 1_440, '02T00:00', '03T00:00'],
      [2, -60, '01T23:00', '02T00:00'],
      [2, -15, '01T22:45', '01T23:00'],
      [1, 1_440, '03T00:00', '05T00:00'],
      [3, 60, '03T00:00', '03T01:00'],
      [3, 15, '03T01:00', '03T01:30'],
    ]);
  });

  test('are counted down from an hour that is nearer', () => {
    const bounds = ['2026-01-01T00:00:00Z', '2026-01-02T10:45:00Z'].map(ms);
    expect(segmentsOf(bounds).map(tell)).toEqual([
      [0, 1_440, '01T00:00', '02T00:00'],
      [2, 60, '02T00:00', '02T11:00'],
      [2, -15, '02T10:45', '02T11:00'],
    ]);
  });
});

describe('the cells of one time', () => {
  const whole = (from: string, to: string, grains: readonly Grain[]) =>
    segmentsOfWhole({ fromMs: ms(from), toMs: ms(to) }, grains).map(tell);

  test('are all in one sum, without the edge at its beginning', () => {
    expect(whole('2026-01-01T04:00:00Z', '2026-01-03T23:45:00Z', [15, 1_440])).toEqual([
      [0, -15, '01T00:00', '01T04:00'],
      [0, 1_440, '01T00:00', '04T00:00'],
      [0, -15, '03T23:45', '04T00:00'],
    ]);
  });

  test('of no coarse cell are those of its edges', () => {
    expect(whole('2026-01-01T10:15:00Z', '2026-01-01T11:00:00Z', [15, 1_440])).toEqual([
      [0, -15, '01T00:00', '01T10:15'],
      [0, 15, '01T00:00', '01T11:00'],
    ]);
  });
});
