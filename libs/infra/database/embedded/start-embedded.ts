import path from 'node:path';
import { EmbeddedDatabase, type EmbeddedDatabaseOptions } from './embedded-database';

const running = new Map<string, EmbeddedDatabase>();

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
