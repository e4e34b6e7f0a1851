/**
 * Holds the timers of one length until the test says that their time has passed, so that a limit is tested by what comes
 * before it and after it and not by how fast the machine is. All other timers run. Choose a length that nobody else uses
 * and no test ever waits, and end with `jest.restoreAllMocks()`.
 */
export class HeldTime {
  private readonly pending = new Map<unknown, () => void>();

  constructor(lengthMs: number) {
    const { setTimeout: start, clearTimeout: end } = globalThis;
    const starting = (callback: () => void, delayMs?: number, ...given: []) => {
      const timer = start(callback, delayMs, ...given);
      if (delayMs === lengthMs) this.pending.set(timer, callback);
      return timer;
    };
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(starting as typeof setTimeout);
    jest.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
      this.pending.delete(timer);
      end(timer);
    });
  }

  /** Whether somebody counts this time at the moment. */
  get isCounted(): boolean {
    return this.pending.size > 0;
  }

  /** For those who count it now. */
  pass(): void {
    for (const [timer, callback] of [...this.pending]) {
      clearTimeout(timer as NodeJS.Timeout);
      callback();
    }
  }
}
