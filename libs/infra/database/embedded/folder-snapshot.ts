import { constants, readdirSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { engineFolder } from './data-folder';

/** Beside the engine's files, so that file systems that can share blocks need not copy any. */
const PREFIX = 'snapshot-';
/** Far below the time after which the gate ends an idle transaction. */
const SIGN_OF_LIFE_MS = 2_000;

/** Runs a statement on the connection that holds the engine. */
type Say = (sql: string) => Promise<unknown>;

/**
 * Copies the files of an engine that another process runs. The caller holds the engine with an open transaction, so that
 * nobody writes meanwhile: everybody waits for as long as copying takes.
 *
 * @returns a data folder with the copy; `remove` it
 */
export async function snapshotFolder(dataDir: string, say: Say): Promise<{ folder: string; remove: () => void }> {
  removeLeftovers(dataDir);
  const folder = path.join(dataDir, `${PREFIX}${process.pid}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  let saying: Promise<unknown> = say('checkpoint');
  await saying;
  const pulse = setInterval(() => {
    saying = say('select 1').catch(() => undefined);
  }, SIGN_OF_LIFE_MS);
  try {
    await cp(engineFolder(dataDir), engineFolder(folder), { recursive: true, mode: constants.COPYFILE_FICLONE });
    clearInterval(pulse);
    await saying;
    await say('select 1');
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  } finally {
    clearInterval(pulse);
  }
}

/** Of commands that were killed. */
function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length)))) {
      rmSync(path.join(dataDir, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
