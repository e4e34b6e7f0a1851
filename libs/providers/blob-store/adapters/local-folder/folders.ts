/**
 * Folders of blobs come and go with what is in them, while other processes may be at work in the same ones. Nothing here
 * assumes that a folder which has just been made, or found empty, still is.
 */
import type { Dirent } from 'node:fs';
import { mkdir, open, opendir, rename, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';

/** Each further attempt means that somebody removed the empty folder within the microseconds before. */
const MAX_MOVES = 100;
/** Held in memory at once, of folders that may have millions. */
const ENTRIES_AT_ONCE = 1_000;

/** Moves a file to where its folder may not exist yet, and makes the move survive a crash of the machine. */
export async function moveInto(from: string, to: string): Promise<void> {
  const folder = path.dirname(to);
  let highestChanged = folder;
  for (let move = 1; ; move++) {
    try {
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (made !== undefined && made.length <= highestChanged.length) highestChanged = path.dirname(made);
      await rename(from, to);
      return await syncFolders(folder, highestChanged);
    } catch (error) {
      if (!isMissing(error) || move === MAX_MOVES) throw error;
    }
  }
}

/** @returns false when there was none */
export async function removeFile(file: string): Promise<boolean> {
  try {
    await unlink(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Everything in the folder, and the folder. Links are removed, never followed. */
export async function removeTree(folder: string, signal?: AbortSignal): Promise<void> {
  for (;;) {
    // Again from the start after each batch: file systems differ in what a listing shows of what was removed meanwhile.
    const entries = await firstEntries(folder);
    if (entries.length === 0) break;
    for (const entry of entries) {
      signal?.throwIfAborted();
      const inside = path.join(folder, entry.name);
      if (entry.isDirectory()) await removeTree(inside, signal);
      else await removeFile(inside);
    }
  }
  await removeIfEmpty(folder);
}

/** The folder and those above it, up to the first that has something in it, and never `root`. */
export async function removeEmptyFolders(folder: string, root: string): Promise<void> {
  for (let current = folder; current !== root; current = path.dirname(current)) {
    if (!(await removeIfEmpty(current))) return;
  }
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    // Somebody put something there (in whichever words the system has for it), which is why it stays.
    return isMissing(error);
  }
}

async function firstEntries(folder: string): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (entries.push(entry) === ENTRIES_AT_ONCE) break;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return entries;
}

/** A file that was moved is there after a power cut only if its folder, and the folders made for it, were written, too. */
async function syncFolders(lowest: string, highest: string): Promise<void> {
  // Windows keeps its folders by itself and opens none.
  if (process.platform === 'win32') return;
  for (let folder = lowest; ; folder = path.dirname(folder)) {
    const handle = await open(folder, 'r').catch((error: unknown) => {
      // The file, and with it the folder, has been deleted since.
      if (isMissing(error)) return undefined;
      throw error;
    });
    await handle?.sync().finally(() => handle.close());
    if (folder === highest || folder === path.dirname(folder)) return;
  }
}
