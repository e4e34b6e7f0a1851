/** Milliseconds between two lines of a terminal that draws over the last one. */
const REDRAW_MS = 100;
/** Where nobody watches (a log file), a line for each so many percent. */
const LOGGED_STEP_PERCENT = 25;

/** Says on stderr how far a long command is, so that stdout is its answer alone. */
export class Progress {
  private stage = '';
  private total = 0;
  private done = 0;
  private drawnAtMs = 0;
  private loggedPercent = 0;

  constructor(
    private readonly stream: NodeJS.WriteStream = process.stderr,
    private readonly isSilent = false,
  ) {}

  /** @param total of what `advance` counts; undefined when nobody knows */
  begin(stage: string, total = 0): void {
    this.end();
    Object.assign(this, { stage, total, done: 0, loggedPercent: 0, drawnAtMs: 0 });
    if (!this.stream.isTTY) this.write(`${stage} ...\n`);
    else this.draw();
  }

  advance(count = 1): void {
    this.done += count;
    if (this.stream.isTTY) {
      if (performance.now() - this.drawnAtMs >= REDRAW_MS) this.draw();
    } else if (this.total > 0 && this.percent >= this.loggedPercent + LOGGED_STEP_PERCENT) {
      this.loggedPercent = this.percent - (this.percent % LOGGED_STEP_PERCENT);
      if (this.loggedPercent < 100) this.write(`${this.stage} ${this.loggedPercent} %\n`);
    }
  }

  /** The stage has ended; what follows begins on a line of its own. */
  end(): void {
    if (this.stage === '') return;
    if (this.stream.isTTY) this.write(`\r\x1b[K${this.stage}: done\n`);
    this.stage = '';
  }

  private get percent(): number {
    return Math.min(100, Math.floor((100 * this.done) / Math.max(1, this.total)));
  }

  private draw(): void {
    this.drawnAtMs = performance.now();
    const share = this.total > 0 ? `${this.percent} %` : this.done > 0 ? `${this.done}` : '';
    this.write(`\r\x1b[K${this.stage} ... ${share}`);
  }

  private write(text: string): void {
    if (!this.isSilent) this.stream.write(text);
  }
}
