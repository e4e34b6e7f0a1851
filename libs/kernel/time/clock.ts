/** The only source of "now", so that tests can turn the clock. Also the injection token. */
export abstract class Clock {
  abstract now(): Date;

  nowMs(): number {
    return this.now().getTime();
  }

  /** A count of milliseconds that goes on evenly, for durations: the time of day may be set, forward and back. Its zero means nothing. */
  monotonicMs(): number {
    return this.nowMs();
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }

  override nowMs(): number {
    return Date.now();
  }

  override monotonicMs(): number {
    return performance.now();
  }
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function after(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms);
}
