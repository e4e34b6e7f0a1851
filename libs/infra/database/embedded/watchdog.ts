/** How often the engine is asked for a sign of life; a fifth of the limit if that is shorter. */
const USUAL_TICK_MS = 500;

export interface WatchdogOptions {
  /** The engine is given up after a silence of this length. */
  maxSilenceMs: number;
  ping: () => void;
  onSilence: () => void;
}

/**
 * Notices a statement that runs too long. The engine cannot cancel one, and its process answers nothing meanwhile, so
 * silence is the sign. Silence is counted in ticks, not by the clock, so that a suspended machine or a busy parent
 * does not make a healthy engine look dead.
 */
export class Watchdog {
  private readonly timer: NodeJS.Timeout;
  private silenceMs = 0;
  private awaitsPong = false;

  constructor(private readonly options: WatchdogOptions) {
    const tickMs = Math.min(USUAL_TICK_MS, options.maxSilenceMs / 5);
    this.timer = setInterval(() => this.tick(tickMs), tickMs);
    this.timer.unref();
  }

  heard(): void {
    this.awaitsPong = false;
    this.silenceMs = 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(tickMs: number): void {
    if (this.awaitsPong) this.silenceMs += tickMs;
    if (this.silenceMs > this.options.maxSilenceMs) {
      this.stop();
      this.options.onSilence();
    } else if (!this.awaitsPong) {
      this.awaitsPong = true;
      this.options.ping();
    }
  }
}
