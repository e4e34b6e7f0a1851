import { Clock } from '#kernel';

/** A clock that stands still until the test turns it. Time passes with `advance` and `set`, and jumps with `jump`. */
export class ManualClock extends Clock {
  private timeMs: number;
  private jumpedMs = 0;

  constructor(start: Date | string = '2026-01-01T00:00:00.000Z') {
    super();
    this.timeMs = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.timeMs);
  }

  override monotonicMs(): number {
    return this.timeMs - this.jumpedMs;
  }

  advance(ms: number): void {
    this.timeMs += ms;
  }

  /** As when somebody sets the clock of the machine: forward, or back. */
  jump(ms: number): void {
    this.timeMs += ms;
    this.jumpedMs += ms;
  }

  set(time: Date | string): void {
    this.timeMs = new Date(time).getTime();
  }
}
