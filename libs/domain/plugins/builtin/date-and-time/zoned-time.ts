/** Moments and calendars in time zones of the IANA database, by what the platform knows of them. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel';
import { ToolFault } from '../builtin.types';

const MAX_LENGTH = 40;
const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The name of the zone as the platform spells it. @throws ToolFault */
export function zoneOf(name: string): string {
  try {
    return formatOf(name).resolvedOptions().timeZone;
  } catch {
    throw new ToolFault(`"${name.slice(0, MAX_LENGTH)}" is no time zone. Use a name such as Europe/Berlin or UTC.`);
  }
}

/** ISO 8601; what has no offset is the time that clocks show in `zone`. @throws ToolFault */
export function momentOf(text: string, zone: string): Date {
  const trimmed = text.trim();
  if (trimmed.length <= MAX_LENGTH && HAS_ZONE.test(trimmed) && /T/i.test(trimmed)) {
    const moment = new Date(trimmed);
    if (!Number.isNaN(moment.getTime())) return moment;
  }
  const parts = trimmed.length <= MAX_LENGTH ? LOCAL.exec(trimmed) : null;
  const wall = parts && wallTime(parts.slice(1).map((part) => Number(part ?? 0)));
  if (wall === undefined || wall === null)
    throw new ToolFault(`"${trimmed.slice(0, MAX_LENGTH)}" is no date or time in ISO 8601, such as 2030-01-31T12:00.`);
  return atWallTime(wall, zone);
}

/** As `2030-01-31T12:00:00+01:00`. */
export function isoIn(moment: Date, zone: string): string {
  const offsetMinutes = Math.round(offsetMs(moment, zone) / MINUTE_MS);
  const wall = new Date(moment.getTime() + offsetMinutes * MINUTE_MS).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.trunc(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60];
  return `${wall}${offsetMinutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
}

export function weekdayIn(moment: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: zone }).format(moment);
}

/** What clocks show there, as if it were UTC: for arithmetic with days, months and years. */
export function wallClock(moment: Date, zone: string): Date {
  return new Date(moment.getTime() + offsetMs(moment, zone));
}

/** The moment at which clocks show `wall`; where they jump over it, as long after the jump. */
export function atWallTime(wall: Date, zone: string): Date {
  const guess = new Date(wall.getTime() - offsetMs(wall, zone));
  return new Date(wall.getTime() - offsetMs(guess, zone));
}

/** Undefined when there is no such day or time. */
function wallTime([year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0]: number[]): Date | undefined {
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isThere =
    wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isThere ? wall : undefined;
}

function offsetMs(moment: Date, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wallMs = Date.UTC(year, month - 1, day, hour % 24, minute, second);
  return wallMs - Math.floor(moment.getTime() / SECOND_MS) * SECOND_MS;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    const numeric = 'numeric' as const;
    const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...fields });
    // There are about 600 zones and names of them; what is no zone has thrown.
    formats.set(zone, format);
  }
  return format;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

export const UNITS_MS = {
  seconds: SECOND_MS,
  minutes: MINUTE_MS,
  hours: HOUR_MS,
  days: DAY_MS,
  weeks: 7 * DAY_MS,
} as const;
