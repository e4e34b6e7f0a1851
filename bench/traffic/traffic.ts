/** Keeps all activities going side by side, each at its own pace. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Activity } from './activity';

/** Of one activity: clients that wait for an installation that is away do not become more and more. */
const MAX_AT_ONCE = 8;
const SETTLE_POLL_MS = 2_000;

export class Traffic {
  private readonly running = new Set<Promise<void>>();
  private lastTold = '';

  constructor(
    readonly activities: readonly Activity[],
    /** 2 is twice as much as usual. */
    private readonly pace: number,
  ) {}

  /** Resolves when nothing more is begun; what was begun may still be under way. */
  async run(isOver: () => boolean): Promise<void> {
    await Promise.all(this.activities.map((activity) => this.keepUp(activity, isOver)));
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  /**
   * What is wrong when all has calmed down: looked at again and again until nothing is.
   *
   * @param more besides what the activities see
   */
  async faults(limitMs: number, more: () => Promise<string[]> = async () => []): Promise<string[]> {
    const deadlineMs = performance.now() + limitMs;
    for (;;) {
      const faults = [...(await this.faultsNow()), ...(await more())];
      if (faults.length === 0 || performance.now() > deadlineMs) return faults;
      this.tell(faults);
      await wait(SETTLE_POLL_MS);
    }
  }

  /** What it still waits for, when that is not what it was. */
  private tell(faults: readonly string[]): void {
    const [first = ''] = faults;
    if (first !== this.lastTold) console.log(`  not settled: ${faults.length}, as ${first}`);
    this.lastTold = first;
  }

  private async faultsNow(): Promise<string[]> {
    const faults: string[] = [];
    for (const activity of this.activities) {
      faults.push(...(await activity.faults()).map((fault) => `${activity.name}: ${fault}`));
    }
    return faults;
  }

  private async keepUp(activity: Activity, isOver: () => boolean): Promise<void> {
    let atOnce = 0;
    while (!isOver()) {
      if (atOnce < MAX_AT_ONCE) {
        atOnce += 1;
        const act = activity.act();
        this.running.add(act);
        void act.finally(() => {
          atOnce -= 1;
          this.running.delete(act);
        });
      }
      await wait((activity.everyMs / this.pace) * (0.5 + Math.random()));
    }
  }
}
