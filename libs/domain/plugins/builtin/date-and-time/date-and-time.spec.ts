import { ManualClock } from '#testing';
import { dateAndTime } from './date-and-time';

describe('dates and times', () => {
  const clock = new ManualClock();
  const called = async (name: string, args: Record<string, unknown>, config = {}) => {
    const { tools } = await dateAndTime(clock).start(config);
    const call = { turn: { teamId: 't', botId: 'b' }, signal: new AbortController().signal };
    return tools!.find((tool) => tool.name === name)!.call(args, call);
  };

  test('the time is told in the zone of the plugin, or the one that is asked for', async () => {
    const time = clock.now().toISOString().slice(0, 19);
    expect(await called('current_time', {})).toMatchObject({ time: `${time}+00:00`, timeZone: 'UTC' });
    const tokyo = (await called('current_time', { timeZone: 'Asia/Tokyo' })) as { time: string };
    expect(tokyo.time).toMatch(/\+09:00$/);
    expect(await called('current_time', {}, { timeZone: 'Nowhere/Land' })).toMatchObject({ timeZone: 'UTC' });
  });

  test.each([
    ['2026-07-01T09:00', 'Europe/Berlin', 'America/New_York', '2026-07-01T03:00:00-04:00', 'Wednesday'],
    ['2026-01-01T00:30', 'America/New_York', 'Asia/Kolkata', '2026-01-01T11:00:00+05:30', 'Thursday'],
    ['2026-07-01T09:00:00Z', 'America/New_York', 'UTC', '2026-07-01T09:00:00+00:00', 'Wednesday'],
    // Clocks jump from two to three at that night.
    ['2026-03-29T02:30', 'Europe/Berlin', 'Europe/Berlin', '2026-03-29T03:30:00+02:00', 'Sunday'],
  ])('%s in %s is known in %s', async (time, fromTimeZone, toTimeZone, expected, weekday) => {
    expect(await called('convert_time', { time, fromTimeZone, toTimeZone })).toMatchObject({ time: expected, weekday });
  });

  test('the time between two dates counts days as calendars do, and hours as clocks do', async () => {
    expect(await called('time_between', { from: '2026-01-31', to: '2026-03-01T12:30' })).toMatchObject({
      calendarDays: 29,
      days: 29,
      hours: 12,
      minutes: 30,
      isNegative: false,
    });
    // A night with an hour less.
    expect(
      await called('time_between', { from: '2026-03-28T12:00', to: '2026-03-29T12:00', timeZone: 'Europe/Berlin' }),
    ).toMatchObject({ calendarDays: 1, totalHours: 23 });
    expect(await called('time_between', { from: '2026-02-01', to: '2026-01-01' })).toMatchObject({
      calendarDays: -31,
      isNegative: true,
    });
  });

  test.each([
    ['2026-01-31', 1, 'months', '2026-02-28T00:00:00+00:00'],
    ['2024-02-29', 1, 'years', '2025-02-28T00:00:00+00:00'],
    ['2026-03-28T12:00', 1, 'days', '2026-03-29T12:00:00+00:00'],
    ['2026-01-10', -2, 'weeks', '2025-12-27T00:00:00+00:00'],
    ['2026-01-01T00:00', 90, 'minutes', '2026-01-01T01:30:00+00:00'],
  ])('%s and %d %s is %s', async (start, amount, unit, time) => {
    expect(await called('add_time', { start, amount, unit })).toMatchObject({ time });
  });

  test('a day later clocks show the same, also when they were set forward at night', async () => {
    const added = { start: '2026-03-28T12:00', amount: 1, timeZone: 'Europe/Berlin' };
    expect(await called('add_time', { ...added, unit: 'days' })).toMatchObject({ time: '2026-03-29T12:00:00+02:00' });
    expect(await called('add_time', { ...added, amount: 24, unit: 'hours' })).toMatchObject({
      time: '2026-03-29T13:00:00+02:00',
    });
  });

  test.each([
    ['convert_time', { time: 'tomorrow', toTimeZone: 'UTC' }, 'no date or time in ISO 8601'],
    ['convert_time', { time: '2026-02-30', toTimeZone: 'UTC' }, 'no date or time'],
    ['convert_time', { time: '2026-01-01', toTimeZone: 'Mars/Base' }, 'no time zone'],
    ['add_time', { start: '2026-01-01', amount: 100_000, unit: 'years' }, 'too far away'],
  ])('%s of what cannot be says so in words', async (name, args, words) => {
    await expect(called(name, args)).rejects.toThrow(words);
  });
});
