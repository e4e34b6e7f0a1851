/** Lets a few works run at a time and a bounded number wait, first come, first served. */
export class WaitingLine {
  private running = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(
    private readonly limits: { maxRunning: number; maxWaiting: number },
    private readonly refusal: () => Error,
  ) {}

  /** @throws the refusal when the line is full */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.limits.maxRunning) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.limits.maxWaiting) throw this.refusal();
    await new Promise<void>((enter) => this.waiting.push(enter));
  }

  /** The place passes to whoever waits longest, so `running` stays as it is. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
