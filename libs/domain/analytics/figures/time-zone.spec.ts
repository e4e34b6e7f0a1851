import { TimeZone } from './time-zone';

const zone = (name: string) => TimeZone.named(name)!;
const day = (text: string) => Date.parse(text);
const startOfDay = (name: string, text: string) => new Date(zone(name).momentOf(day(text))).toISOString();

describe('a time zone', () => {
  test.each([
    ['UTC', '2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['Asia/Kolkata', '2026-01-01', '2025-12-31T18:30:00.000Z'],
    ['Pacific/Chatham', '2026-07-01', '2026-06-30T11:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
    // Clocks go from 23:59 to 01:00: the day begins at one.
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    // Clocks go back from 01:00 to 00:00: midnight comes twice, and the day begins with the first.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-06', '2026-04-05T13:30:00.000Z'],
  ])('%s begins %s at %s', (name, text, moment) => {
    expect(startOfDay(name, text)).toBe(moment);
  });

  test('knows the day of a moment', () => {
    const at = new Date('2026-01-01T20:00:00Z');
    expect(zone('Asia/Kolkata').dayOf(at)).toEqual(day('2026-01-02'));
    expect(zone('America/New_York').dayOf(at)).toEqual(day('2026-01-01'));
  });

  test('is known by the names of the IANA database alone, in any case', () => {
    expect(zone('europe/berlin').name).toBe('Europe/Berlin');
    expect(startOfDay('Etc/GMT+5', '2026-01-01')).toBe('2026-01-01T05:00:00.000Z');
    for (const name of ['', 'Mars/Olympus', '+02:00', '../etc/passwd', 'Europe', 'UTC; drop']) {
      expect(TimeZone.named(name)).toBeUndefined();
    }
  });
});
