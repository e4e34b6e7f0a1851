import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Tells other processes of the same user where the engine of a data folder listens, so that a command can ask a running
 * server's database. Readable by its owner only, as the socket is reachable by its owner only. What a crash left behind leads
 * to a socket that is gone.
 */
const ADDRESS_FILE = 'parley.socket';

export function writeAddress(dataDir: string, socketPath: string): void {
  writeFileSync(path.join(dataDir, ADDRESS_FILE), socketPath, { mode: 0o600 });
}

/** Undefined when no engine has said where it listens. */
export function readAddress(dataDir: string): string | undefined {
  try {
    return readFileSync(path.join(dataDir, ADDRESS_FILE), 'utf8') || undefined;
  } catch {
    return undefined;
  }
}

export function removeAddress(dataDir: string): void {
  rmSync(path.join(dataDir, ADDRESS_FILE), { force: true });
}
