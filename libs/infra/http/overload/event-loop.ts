import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/** How much one look counts against those before it: a single pause, as of a garbage collection, is no overload. */
const WEIGHT = 0.3;

/** How late this process gets to what it should do, by how late its looks come. */
export class EventLoop {
  private late = 0;
  private busy = 0;
  private lookedAtMs: number;
  private used: EventLoopUtilization;

  constructor(private readonly everyMs: number) {
    this.lookedAtMs = performance.now();
    this.used = performance.eventLoopUtilization();
  }

  /** To be called every `everyMs`, as a timer would. */
  look(): void {
    const nowMs = performance.now();
    this.late += WEIGHT * (Math.max(0, nowMs - this.lookedAtMs - this.everyMs) - this.late);
    this.lookedAtMs = nowMs;
    const used = performance.eventLoopUtilization();
    this.busy += WEIGHT * (performance.eventLoopUtilization(used, this.used).utilization - this.busy);
    this.used = used;
  }

  /** Milliseconds, smoothed over about a second. */
  get delayMs(): number {
    return this.late;
  }

  /** Part of the time that it was not idle, 0 to 1, smoothed in the same way. */
  get utilization(): number {
    return this.busy;
  }
}
