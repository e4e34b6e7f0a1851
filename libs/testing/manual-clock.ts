import { Clock } from '#kernel';

/** A clock that stands still until the test turns it. */
export class ManualClock extends Clock {
  private timeMs: number;

  constructor(start: Date | string = '2026-01-01T00:00:00.000Z') {
    super();
    this.timeMs = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.timeMs);
  }

  advance(ms: number): void {
    this.timeMs += ms;
  }

  set(time: Date | string): void {
    this.timeMs = new Date(time).getTime();
  }
}
