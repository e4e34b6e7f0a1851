import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PgliteEngine } from './pglite-engine';

/**
 * The engine's files are `<data folder>/postgres`, beside Parley's other data. They come into being in one rename, so
 * that a start that is interrupted leaves no half database.
 */
const ENGINE_FOLDER = 'postgres';
const UNFINISHED = 'postgres.unfinished';
/** PostgreSQL refuses a data folder that others may read. */
const PRIVATE = { recursive: true, mode: 0o700 };

export function engineFolder(dataDir: string): string {
  return path.join(dataDir, ENGINE_FOLDER);
}

export function isDatabase(folder: string): boolean {
  return existsSync(path.join(folder, 'PG_VERSION'));
}

/**
 * Makes the database if there is none: a copy of the template, which takes 30 ms, or without one a new empty database,
 * which takes seconds.
 *
 * @throws Error when the engine's folder holds something else.
 */
export async function prepareDataFolder(dataDir: string, template: string | undefined): Promise<void> {
  const folder = engineFolder(dataDir);
  if (isDatabase(folder)) return;
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`The folder ${folder} is not a database.`);
  const unfinished = path.join(dataDir, UNFINISHED);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, PRIVATE);
  if (template !== undefined && isDatabase(engineFolder(template))) {
    cpSync(engineFolder(template), unfinished, { recursive: true });
  } else {
    const engine = await PgliteEngine.open(unfinished);
    await engine.close();
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}
