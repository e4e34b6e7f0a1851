import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Keeps a data folder for one process. PGlite itself does not lock it.
 *
 * Linux: an abstract socket named after the folder's inode, which the kernel releases however its owner dies. It is
 * seen within one network namespace only: two containers must not share a data folder.
 * Elsewhere: the pid file, which counts while its process lives. On Linux the file only tells who the owner is.
 */
export interface FolderLock {
  release(): void;
}

export interface FolderLockOptions {
  /** How long to wait for another owner to leave; an engine whose parent died needs about a second. */
  waitMs: number;
  /** The process that people know: the parent of the engine. */
  ownerPid: number;
  platform?: NodeJS.Platform;
}

const PID_FILE = 'parley.pid';
const RETRY_MS = 50;
/** A pid file still without a number after so long is the rest of a crash. */
const MAX_WRITING_MS = 5_000;

/** Takes the folder, or says after `waitMs` that it is taken. */
export async function lockFolder(folder: string, options: FolderLockOptions): Promise<FolderLock | undefined> {
  const take = (options.platform ?? process.platform) === 'linux' ? takeAbstractSocket : takePidFile;
  for (const deadline = Date.now() + options.waitMs; ; await delay(RETRY_MS)) {
    const lock = await take(folder, options.ownerPid);
    if (lock || Date.now() >= deadline) return lock;
  }
}

/** The process that uses the folder, as far as it is known. */
export function ownerOf(folder: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path.join(folder, PID_FILE), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

async function takeAbstractSocket(folder: string, ownerPid: number): Promise<FolderLock | undefined> {
  const { dev, ino } = statSync(folder);
  const server = net.createServer((socket) => socket.destroy());
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(`\0parley-${dev}-${ino}`, () => resolve(true));
  });
  if (!taken) return undefined;
  server.unref();
  const file = path.join(folder, PID_FILE);
  writeFileSync(file, pidText(ownerPid));
  const release = () => {
    rmSync(file, { force: true });
    server.close();
  };
  return { release };
}

async function takePidFile(folder: string, ownerPid: number): Promise<FolderLock | undefined> {
  const file = path.join(folder, PID_FILE);
  if (isStale(file)) rmSync(file, { force: true });
  try {
    writeFileSync(file, pidText(ownerPid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
  // Another process may have judged the old file stale at the same time and now removes ours: the last writer wins.
  await delay(RETRY_MS);
  if (readFileSync(file, 'utf8') !== pidText(ownerPid)) return undefined;
  return { release: () => rmSync(file, { force: true }) };
}

/** First the owner, whom people know; then this process, which has the files open and whose life counts. */
function pidText(ownerPid: number): string {
  return `${ownerPid}\n${process.pid}\n`;
}

function isStale(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return false;
  const writtenAtMs = stats.mtimeMs;
  const bootedAtMs = Date.now() - os.uptime() * 1_000;
  // After a reboot the number belongs to another process.
  if (writtenAtMs < bootedAtMs) return true;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[1]);
  return pid > 0 ? !isAlive(pid) : Date.now() - writtenAtMs > MAX_WRITING_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
