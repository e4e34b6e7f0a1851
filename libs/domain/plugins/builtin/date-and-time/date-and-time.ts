import type { Clock } from '#kernel';
import { type BuiltIn, type BuiltInTool, ToolFault } from '../builtin.types';
import { textIn } from '../builtin-config';
import { atWallTime, isoIn, momentOf, UNITS_MS, wallClock, weekdayIn, zoneOf } from './zoned-time';

type Unit = keyof typeof UNITS_MS | 'months' | 'years';

const UNITS: readonly Unit[] = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'];
/** Of those that clocks count through, also when they are set forward or back at night. */
const CALENDAR_UNITS: readonly Unit[] = ['days', 'weeks', 'months', 'years'];
const MAX_AMOUNT = 100_000;

const TIME = { type: 'string', maxLength: 40 };
const ZONE = { type: 'string', maxLength: 60 };

/** What models do not know: what time it is, and how far it is from one date to another. */
export function dateAndTime(clock: Clock): BuiltIn {
  return {
    name: 'date-and-time',
    description: 'Tells the model the time in any time zone, and lets it calculate with dates.',
    hooks: [],
    configOptions: [
      {
        name: 'timeZone',
        type: 'string',
        required: false,
        default: 'UTC',
        description: 'Of times without a zone, and where none is named: an IANA name such as Europe/Berlin.',
      },
    ],
    async start(config) {
      const named = textIn(config, 'timeZone', 'UTC');
      const home = isZone(named) ? named : 'UTC';
      return { tools: [currentTime(clock, home), timeInZone(home), difference(home), addition(home)] };
    },
  };
}

function currentTime(clock: Clock, home: string): BuiltInTool {
  return {
    name: 'current_time',
    description: `The present date, time and weekday, in ${home} or the named time zone.`,
    parameters: { type: 'object', properties: { timeZone: ZONE } },
    call: ({ timeZone }) => told(clock.now(), zoneIn(timeZone, home)),
  };
}

function timeInZone(home: string): BuiltInTool {
  return {
    name: 'convert_time',
    description: 'What clocks in one time zone show at a time of another.',
    parameters: {
      type: 'object',
      properties: { time: TIME, fromTimeZone: ZONE, toTimeZone: ZONE },
      required: ['time', 'toTimeZone'],
    },
    call: ({ time, fromTimeZone, toTimeZone }) =>
      told(momentOf(String(time), zoneIn(fromTimeZone, home)), zoneIn(toTimeZone, home)),
  };
}

function difference(home: string): BuiltInTool {
  return {
    name: 'time_between',
    description:
      'How long it is from one date or time (ISO 8601) to another: in days, hours and minutes, and as calendar days.',
    parameters: { type: 'object', properties: { from: TIME, to: TIME, timeZone: ZONE }, required: ['from', 'to'] },
    call({ from, to, timeZone }) {
      const zone = zoneIn(timeZone, home);
      const [start, end] = [momentOf(String(from), zone), momentOf(String(to), zone)];
      const seconds = Math.round((end.getTime() - start.getTime()) / UNITS_MS.seconds);
      return {
        from: isoIn(start, zone),
        to: isoIn(end, zone),
        totalSeconds: seconds,
        totalHours: Number((seconds / 3_600).toFixed(2)),
        calendarDays: dayNumber(end, zone) - dayNumber(start, zone),
        ...inWords(seconds),
      };
    },
  };
}

function addition(home: string): BuiltInTool {
  return {
    name: 'add_time',
    description: 'The date and weekday that is some time after (or, with a negative amount, before) another.',
    parameters: {
      type: 'object',
      properties: {
        start: TIME,
        amount: { type: 'integer', minimum: -MAX_AMOUNT, maximum: MAX_AMOUNT },
        unit: { type: 'string', enum: UNITS },
        timeZone: ZONE,
      },
      required: ['start', 'amount', 'unit'],
    },
    call({ start, amount, unit, timeZone }) {
      const zone = zoneIn(timeZone, home);
      return told(moved(momentOf(String(start), zone), Number(amount), unit as Unit, zone), zone);
    },
  };
}

function moved(moment: Date, amount: number, unit: Unit, zone: string): Date {
  if (!CALENDAR_UNITS.includes(unit))
    return new Date(moment.getTime() + amount * UNITS_MS[unit as keyof typeof UNITS_MS]);
  const wall = wallClock(moment, zone);
  if (unit === 'months' || unit === 'years') addMonths(wall, unit === 'years' ? 12 * amount : amount);
  else wall.setTime(wall.getTime() + amount * UNITS_MS[unit as 'days' | 'weeks']);
  if (Number.isNaN(wall.getTime())) throw new ToolFault('That is too far away.');
  return atWallTime(wall, zone);
}

/** The last day of a month that is too short: a month after 31 January is 28 February. */
function addMonths(wall: Date, months: number): void {
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() + months);
  const daysInMonth = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  wall.setUTCDate(Math.min(day, daysInMonth));
}

function told(moment: Date, zone: string) {
  if (Math.abs(moment.getTime()) > Date.UTC(9_999, 0)) throw new ToolFault('That is too far away.');
  return { time: isoIn(moment, zone), weekday: weekdayIn(moment, zone), timeZone: zone };
}

function dayNumber(moment: Date, zone: string): number {
  return Math.floor(wallClock(moment, zone).getTime() / UNITS_MS.days);
}

function inWords(seconds: number) {
  const left = Math.abs(seconds);
  return {
    isNegative: seconds < 0,
    days: Math.floor(left / 86_400),
    hours: Math.floor((left % 86_400) / 3_600),
    minutes: Math.floor((left % 3_600) / 60),
  };
}

function zoneIn(value: unknown, home: string): string {
  return typeof value === 'string' && value.trim() !== '' ? zoneOf(value.trim()) : home;
}

function isZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}
