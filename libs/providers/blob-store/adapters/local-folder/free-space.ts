import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { defineGauge } from '#infra/metrics';
import { isMissing } from './folders';

const freeSpace = defineGauge({
  name: 'blob_folder_free_bytes',
  help: 'Free space on the disk of the folder of files; absent when they are in a bucket.',
});

/** Told whenever the metrics are read. @returns what ends that */
export function tellFreeSpace(folder: string): () => void {
  return freeSpace.readFrom(async () => [[await freeBytes(folder)]]);
}

/** Of the nearest folder that there is: the first file makes the others. */
async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (!isMissing(error) || path.dirname(folder) === folder) throw error;
    return freeBytes(path.dirname(folder));
  }
}
