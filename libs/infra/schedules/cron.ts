/**
 * Times of schedules: patterns of cron with five fields, or six with seconds first, in a time zone. Where clocks are set
 * forward, a fixed time within the hour that is left out is moved behind it; where they are set back, a fixed time within
 * the hour that comes twice fires the first time only. Intervals (`*`, `*` with a step) go on by the elapsed time.
 */
import { Cron } from 'croner';

/** A fixed time is one without wildcards, lists of hours included: those too must fire once on the day of the change. */
const OPTIONS = { paused: true, mode: '5-or-6-parts', fixedTimeRule: 'no-wildcard' } as const;

/** What is wrong with it, to follow "must"; undefined when it is a schedule. */
export function scheduleFault(
  cron: string,
  timeZone: string,
): { field: 'cron' | 'timeZone'; message: string } | undefined {
  if (!isTimeZone(timeZone)) return { field: 'timeZone', message: 'be the name of a time zone, e.g. Europe/Berlin' };
  return isPattern(cron, timeZone)
    ? undefined
    : { field: 'cron', message: 'be a cron pattern of five fields, or six with seconds first' };
}

/** The first time after `from`; null when there is none any more. */
export function nextTime(cron: string, timeZone: string, from: Date): Date | null {
  return new Cron(cron, { ...OPTIONS, timezone: timeZone }).nextRun(from);
}

/** The last time at or before `now`, not before `due`: what was missed in between is made up for by this one. */
export function lastTime(cron: string, timeZone: string, due: Date, now: Date): Date {
  const [last] = new Cron(cron, { ...OPTIONS, timezone: timeZone }).previousRuns(1, new Date(now.getTime() + 1));
  return last && last > due && last <= now ? last : due;
}

/** The library takes a single date for a pattern, too. */
function isPattern(cron: string, timeZone: string): boolean {
  if (![5, 6].includes(cron.trim().split(/\s+/).length)) return false;
  try {
    new Cron(cron, { ...OPTIONS, timezone: timeZone });
    return true;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
