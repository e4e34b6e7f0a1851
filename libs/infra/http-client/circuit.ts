/**
 * A circuit breaker (M. Nygard, "Release It!", ch. 5): who waits for a provider that is down waits in vain, and keeps it
 * down. Closed, calls pass. After some failures in a row it opens, and calls are refused at once. After a pause one call
 * is let through: its success closes the circuit, its failure makes the pause longer. One process knows its own calls only.
 */
import { type Clock, MINUTE_MS, SECOND_MS } from '#kernel';

/**
 * Adapters try once more by themselves, so three failures in a row are about six refused connections: no coincidence. Each
 * further one would make a user wait for a timeout.
 */
const FAILURES_TO_OPEN = 3;
/** About what a restart of a model server takes. */
const FIRST_PAUSE_MS = 5 * SECOND_MS;
const PAUSE_GROWTH = 2;
/** A provider that is back is noticed within a minute. */
const MAX_PAUSE_MS = MINUTE_MS;
/** A provider may ask for more, but not for longer than anybody would understand. */
const MAX_ASKED_PAUSE_MS = 10 * MINUTE_MS;
/** The call that was let through may have been forgotten by its caller. */
const MAX_PROBE_MS = 2 * MINUTE_MS;

export type CircuitState = 'closed' | 'half_open' | 'open';

/** One call that was let through. Its end is told once. */
export interface Passage {
  succeeded(): void;
  /** @param askedPauseMs how long the provider wants to be left alone */
  failed(askedPauseMs?: number): void;
  /** It came to no end that tells anything of the provider. */
  abandoned(): void;
}

export class Circuit {
  private failuresInRow = 0;
  private pauseMs = FIRST_PAUSE_MS;
  /** By the monotonic clock. Undefined: closed. */
  private opensAgainAtMs: number | undefined;
  private probe: { startedMs: number } | undefined;

  constructor(private readonly clock: Clock) {}

  get state(): CircuitState {
    if (this.opensAgainAtMs === undefined) return 'closed';
    return this.probe || this.clock.monotonicMs() >= this.opensAgainAtMs ? 'half_open' : 'open';
  }

  /** When the next call is let through; undefined when every call is. */
  get pausedUntilMs(): number | undefined {
    if (this.opensAgainAtMs === undefined) return undefined;
    return this.clock.nowMs() + this.opensAgainAtMs - this.clock.monotonicMs();
  }

  /** Undefined when the call must not be made. */
  enter(): Passage | undefined {
    if (this.opensAgainAtMs === undefined) return this.passage();
    const nowMs = this.clock.monotonicMs();
    const isProbing = this.probe !== undefined && nowMs - this.probe.startedMs < MAX_PROBE_MS;
    if (isProbing || nowMs < this.opensAgainAtMs) return undefined;
    this.probe = { startedMs: nowMs };
    return this.passage(this.probe);
  }

  /** A call that is made in any case. */
  enterAnyway(): Passage {
    return this.passage();
  }

  private passage(probe?: { startedMs: number }): Passage {
    return {
      succeeded: () => this.close(),
      failed: (askedPauseMs) => this.fail(probe, askedPauseMs),
      abandoned: () => this.endProbe(probe),
    };
  }

  private close(): void {
    this.failuresInRow = 0;
    this.pauseMs = FIRST_PAUSE_MS;
    this.opensAgainAtMs = undefined;
    this.probe = undefined;
  }

  private fail(probe: { startedMs: number } | undefined, askedPauseMs = 0): void {
    this.failuresInRow += 1;
    const wasProbe = this.endProbe(probe);
    if (this.opensAgainAtMs === undefined) {
      if (this.failuresInRow >= FAILURES_TO_OPEN) this.open(askedPauseMs);
    } else if (wasProbe) {
      this.pauseMs = Math.min(this.pauseMs * PAUSE_GROWTH, MAX_PAUSE_MS);
      this.open(askedPauseMs);
    }
    // Failures of calls that began before it opened tell nothing new.
  }

  private open(askedPauseMs: number): void {
    const pauseMs = Math.max(this.pauseMs, Math.min(askedPauseMs, MAX_ASKED_PAUSE_MS));
    this.opensAgainAtMs = this.clock.monotonicMs() + pauseMs;
  }

  /** Whether it was the one that is waited for. */
  private endProbe(probe: { startedMs: number } | undefined): boolean {
    if (probe === undefined || this.probe !== probe) return false;
    this.probe = undefined;
    return true;
  }
}
