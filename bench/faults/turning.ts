/** How a process of the product is told, by a file of its own, what is wrong with its clock and its disk. */
import { renameSync, writeFileSync } from 'node:fs';

/** Names the file to a process. */
export const CONTROL_VARIABLE = 'PARLEY_BENCH_TURNED_BY';

export interface Turned {
  clockOffsetMs: number;
  /** Below it nothing can be written. */
  fullFolder: string | null;
}

export const UNTURNED: Turned = { clockOffsetMs: 0, fullFolder: null };

export class Control {
  private turned = UNTURNED;

  constructor(private readonly file: string) {
    this.turn({});
  }

  get environment(): Record<string, string> {
    return { [CONTROL_VARIABLE]: this.file };
  }

  /** The process, and those that follow it in its place, have it so within a fraction of a second. */
  turn(changes: Partial<Turned>): void {
    this.turned = { ...this.turned, ...changes };
    writeFileSync(`${this.file}.draft`, JSON.stringify(this.turned));
    renameSync(`${this.file}.draft`, this.file);
  }
}
