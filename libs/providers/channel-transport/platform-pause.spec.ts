import { pauseMsOf } from './platform-pause';

const DAY_MS = 24 * 3_600_000;

describe('the pause that a platform wants', () => {
  const header = (value: string | string[], date?: string) => pauseMsOf({ 'retry-after': value, date }, 'slow down');

  it('stands in the body of Telegram and Discord', () => {
    expect(pauseMsOf({}, '{"ok":false,"parameters":{"retry_after":35}}')).toBe(35_000);
    expect(pauseMsOf({ 'retry-after': '1' }, '{"message":"slow","retry_after":0.3521}')).toBe(353);
  });

  it('stands in a header, in seconds or as a date by the clock of the platform', () => {
    expect(header('30')).toBe(30_000);
    expect(header(['12', '13'])).toBe(12_000);
    expect(header('Sat, 21 Nov 2026 12:00:40 GMT', 'Sat, 21 Nov 2026 12:00:10 GMT')).toBe(30_000);
  });

  it('is a few seconds when nobody says, and a day at most', () => {
    for (const nothing of ['', 'soon', '-5', 'Sat, 21 Nov 2026 12:00:40 GMT']) expect(header(nothing)).toBe(5_000);
    expect(pauseMsOf({}, '{"retry_after":"long"}')).toBe(5_000);
    expect(header('99999999')).toBe(DAY_MS);
  });
});
