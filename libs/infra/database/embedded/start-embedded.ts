import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DataFolderInUseError } from './data-folder-in-use.error';
import { EmbeddedDatabase, type EmbeddedDatabaseOptions } from './embedded-database';
import { JoinedEngine } from './joined-engine';

/** A server that is starting says where it listens when it has opened its database: seconds after a first start. */
const JOIN_WAIT_MS = 5_000;
const RETRY_MS = 100;

const running = new Map<string, EmbeddedDatabase>();
const joined = new Map<string, JoinedEngine>();

/**
 * Starts the embedded database of a data folder, or gives the one that this process has already started: the api
 * starts it before it loads anything else, and the database module finds it here.
 */
export function startEmbedded(options: EmbeddedDatabaseOptions): EmbeddedDatabase {
  const folder = path.resolve(options.dataDir);
  const known = running.get(folder);
  if (known && !known.isStopping) return known;
  const started = new EmbeddedDatabase({ ...options, dataDir: folder });
  running.set(folder, started);
  started.ready().catch(() => running.delete(folder));
  return started;
}

/**
 * For commands: the engine of the process that serves the folder, or if there is none an engine of our own. From then on the
 * database module of this process uses it, too.
 *
 * @throws DataFolderInUseError when another process has the folder and cannot be reached
 */
export async function joinOrStartEmbedded(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase | JoinedEngine> {
  const dataDir = path.resolve(options.dataDir);
  const engine = (await join(dataDir)) ?? startEmbedded({ ...options, dataDir, lockWaitMs: 0 });
  try {
    await engine.ready();
    return engine;
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    for (const deadlineMs = Date.now() + JOIN_WAIT_MS; Date.now() < deadlineMs; await delay(RETRY_MS)) {
      const late = await join(dataDir);
      if (late) return late;
    }
    throw error;
  }
}

/** The engine that this process has joined, else one of its own. */
export function engineOf(options: EmbeddedDatabaseOptions): EmbeddedDatabase | JoinedEngine {
  const known = joined.get(path.resolve(options.dataDir));
  return known && !known.isStopping ? known : startEmbedded(options);
}

async function join(dataDir: string): Promise<JoinedEngine | undefined> {
  const engine = await JoinedEngine.join(dataDir);
  if (engine) joined.set(dataDir, engine);
  return engine;
}
