/** One reader's sleep: woken any number of times while awake, it wakes once more. */
export class WakeUp {
  private isDue = false;
  private resolve: (() => void) | undefined;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.resolve?.(), { once: true });
  }

  ring(): void {
    this.isDue = true;
    this.resolve?.();
  }

  /** Resolves at the next ring, or at once when it rang since the last one; also when the signal aborts. */
  async next(): Promise<void> {
    if (!this.isDue && !this.signal.aborted)
      await new Promise<void>((resolve) => {
        this.resolve = resolve;
      });
    this.resolve = undefined;
    this.isDue = false;
  }
}
