import { SECOND_MS } from '#kernel';

/** Of all plugins of a phase together: a user waits for them. */
const PHASE_MS = 10 * SECOND_MS;

/** How long the plugins of a phase may still take. */
export class PhaseTime {
  private readonly startedMs = performance.now();

  /** At most `wantedMs`; 0 when there is no time left. */
  left(wantedMs: number): number {
    return Math.max(0, Math.min(wantedMs, Math.floor(PHASE_MS - (performance.now() - this.startedMs))));
  }
}
