/** Days in a time zone of the IANA database, of which Node brings its own. */
import { DAY_MS, MINUTE_MS } from '#kernel';

/** No zone changes its clocks twice within so short a time. To ask for a moment takes some microseconds, and years have many days. */
const BLOCK_MS = 8 * DAY_MS;

/** One for each zone that was asked for; there are about 600. */
const formats = new Map<string, Intl.DateTimeFormat>();

export class TimeZone {
  /** By moment: minutes that the zone is ahead. */
  private readonly offsets = new Map<number, number>();

  private constructor(
    readonly name: string,
    private readonly format: Intl.DateTimeFormat,
  ) {}

  /** Undefined when there is no such zone. Offsets, as `+02:00`, are none: they know no summer. */
  static named(name: string): TimeZone | undefined {
    if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return undefined;
    try {
      const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
      const format = formats.get(timeZone) ?? localTimeIn(timeZone);
      formats.set(timeZone, format);
      return new TimeZone(timeZone, format);
    } catch {
      return undefined;
    }
  }

  /** The day of a moment: its midnight, written as if it were in UTC. */
  dayOf(at: Date): number {
    const localMs = at.getTime() + this.offsetMinutes(at.getTime()) * MINUTE_MS;
    return Math.floor(localMs / DAY_MS) * DAY_MS;
  }

  /**
   * The moment at which clocks say this, written as if it were in UTC; of two the first, of none the change. So the beginning
   * of a day is its first midnight, or the change where that leaves midnight out.
   */
  momentOf(localMs: number): number {
    const dayMs = Math.floor(localMs / DAY_MS) * DAY_MS;
    const before = this.offsetOfDay(dayMs - DAY_MS);
    const after = this.offsetOfDay(dayMs + 2 * DAY_MS);
    const earliest = localMs - Math.max(before, after) * MINUTE_MS;
    if (before === after || this.saysAt(earliest) === localMs) return earliest;
    const latest = localMs - Math.min(before, after) * MINUTE_MS;
    return this.saysAt(latest) === localMs ? latest : localMs - before * MINUTE_MS;
  }

  private saysAt(atMs: number): number {
    return atMs + this.offsetMinutes(atMs) * MINUTE_MS;
  }

  /** At the beginning of a day in UTC. Where it is the same at both ends of a block of days, it is so on all of them. */
  private offsetOfDay(dayMs: number): number {
    const blockMs = Math.floor(dayMs / BLOCK_MS) * BLOCK_MS;
    const offset = this.knownOffset(blockMs);
    return offset === this.knownOffset(blockMs + BLOCK_MS) ? offset : this.knownOffset(dayMs);
  }

  private knownOffset(atMs: number): number {
    const known = this.offsets.get(atMs);
    if (known !== undefined) return known;
    const offset = this.offsetMinutes(atMs);
    this.offsets.set(atMs, offset);
    return offset;
  }

  private offsetMinutes(atMs: number): number {
    if (this.name === 'UTC') return 0;
    // "01/31/2026, 23:45:00"
    const [month, day, year, hour, minute] = this.format.format(atMs).split(/\D+/).map(Number) as number[];
    const localMs = Date.UTC(year!, month! - 1, day, hour, minute);
    return Math.round((localMs - Math.floor(atMs / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
  }
}

function localTimeIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
