import type { Clock } from '#kernel';
import { type Counter, keyOf } from './counters';

interface Known {
  used: number;
  endsAtMs: number;
}

/** About 2 MB. */
const MAX_KNOWN = 10_000;

/**
 * What the database has said of counters that were at their allowance. What was used in a window never becomes less, so it
 * stays true until the window ends, also when the allowance is changed: who is refused by it costs nobody anything.
 */
export class KnownUse {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly clock: Clock,
    private readonly maxKnown = MAX_KNOWN,
  ) {}

  get size(): number {
    return this.known.size;
  }

  note(teamId: string, counter: Counter, used: number): void {
    if (used < counter.allowance) return;
    const key = keyOf(teamId, counter);
    this.known.delete(key);
    this.makeRoom();
    this.known.set(key, { used, endsAtMs: counter.endsAt.getTime() });
  }

  /** At least so much was used; 0 when nothing is known. */
  usedOf(teamId: string, counter: Counter): number {
    return this.known.size === 0 ? 0 : (this.known.get(keyOf(teamId, counter))?.used ?? 0);
  }

  clear(): void {
    this.known.clear();
  }

  private makeRoom(): void {
    if (this.known.size < this.maxKnown) return;
    const nowMs = this.clock.nowMs();
    for (const [key, { endsAtMs }] of this.known) if (endsAtMs <= nowMs) this.known.delete(key);
    const oldest = this.known.size < this.maxKnown ? undefined : this.known.keys().next().value;
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
