import { ManualClock } from '#testing';
import { lastTime, nextTime, scheduleFault } from './cron';

const BERLIN = 'Europe/Berlin';
const timesOf = (cron: string, timeZone: string, from: string, count: number) => {
  const clock = new ManualClock(from);
  return Array.from({ length: count }, () => {
    const next = nextTime(cron, timeZone, clock.now());
    if (next) clock.set(next);
    return next?.toISOString();
  });
};

describe('the times of a schedule', () => {
  test('are meant in its time zone, whatever the season', () => {
    expect(timesOf('0 9 * * *', BERLIN, '2026-03-27T12:00:00Z', 3)).toEqual([
      '2026-03-28T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
  });

  test('within the hour that is left out in spring come once, behind it', () => {
    expect(timesOf('30 2 * * *', BERLIN, '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  test('within the hour that comes twice in autumn come once', () => {
    expect(timesOf('30 2 * * *', BERLIN, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
    expect(timesOf('0,30 2 * * *', BERLIN, '2026-10-24T12:00:00Z', 3)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:00:00.000Z',
    ]);
  });

  test('that are intervals go on by the elapsed time', () => {
    expect(timesOf('0 * * * *', BERLIN, '2026-10-24T23:30:00Z', 3)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
    ]);
  });

  test('may be told to the second', () => {
    expect(timesOf('*/20 * * * * *', 'UTC', '2026-01-01T00:00:00Z', 2)).toEqual([
      '2026-01-01T00:00:20.000Z',
      '2026-01-01T00:00:40.000Z',
    ]);
  });

  test('may come to an end', () => {
    expect(nextTime('0 0 30 2 *', 'UTC', new Date('2026-01-01T00:00:00Z'))).toBeNull();
  });
});

test('of times that were missed the last one counts', () => {
  const due = new Date('2026-01-01T09:00:00Z');
  const last = (now: string) => lastTime('0 9 * * *', 'UTC', due, new Date(now)).toISOString();
  expect(last('2026-01-01T09:00:00.000Z')).toBe('2026-01-01T09:00:00.000Z');
  expect(last('2026-01-01T09:00:03.500Z')).toBe('2026-01-01T09:00:00.000Z');
  expect(last('2026-01-04T08:59:59.999Z')).toBe('2026-01-03T09:00:00.000Z');
  expect(last('2026-01-04T09:00:00.000Z')).toBe('2026-01-04T09:00:00.000Z');
});

test.each([
  ['0 9 * * 1-5', 'Europe/Berlin', undefined],
  ['*/5 0 9 * * *', 'UTC', undefined],
  ['every day', 'UTC', 'cron'],
  ['2026-01-01T00:00:00', 'UTC', 'cron'],
  ['61 * * * *', 'UTC', 'cron'],
  ['0 9 * * *', 'Mars/Olympus', 'timeZone'],
])('a schedule %s in %s: fault %s', (cron, timeZone, field) => {
  expect(scheduleFault(cron, timeZone)?.field).toBe(field);
});
