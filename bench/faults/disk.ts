/**
 * The disk of uploaded files, which can be full. As root that is a small file system in memory, filled to the last byte;
 * else the processes are told to answer ENOSPC.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Control } from './turning';

const SIZE = '64m';
const FILLER_BYTES = 64 * 1_024;

export class Disk {
  private constructor(
    readonly folder: string,
    private readonly isMounted: boolean,
  ) {}

  static mount(folder: string): Disk {
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
      return new Disk(folder, true);
    } catch {
      console.log('No file system of its own for the files: its processes will be told that the disk is full.');
      return new Disk(folder, false);
    }
  }

  /** Nothing more can be written, until something is deleted. */
  fill(controls: readonly Control[]): void {
    if (this.isMounted) fillUp(this.filler);
    else tellAll(controls, this.folder);
  }

  free(controls: readonly Control[]): void {
    if (this.isMounted) rmSync(this.filler, { force: true });
    else tellAll(controls, null);
  }

  remove(): void {
    if (this.isMounted) execFileSync('umount', [this.folder]);
  }

  private get filler(): string {
    return path.join(this.folder, 'filler');
  }
}

function tellAll(controls: readonly Control[], fullFolder: string | null): void {
  for (const control of controls) control.turn({ fullFolder });
}

function fillUp(filler: string): void {
  const file = openSync(filler, 'a');
  try {
    for (let bytes = FILLER_BYTES; bytes >= 1; ) if (!wrote(file, bytes)) bytes = Math.floor(bytes / 2);
  } finally {
    closeSync(file);
  }
}

function wrote(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes)) > 0;
  } catch {
    return false;
  }
}
