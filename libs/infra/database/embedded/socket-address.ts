import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const MAX_SOCKET_PATH_BYTES = 103;
/** Names such as `parley-AbCdEf/db`. */
const ROOM_FOR_NAMES_BYTES = 20;

/** Where the engine listens. Only the user who runs Parley can reach it. */
export interface SocketAddress {
  readonly path: string;
  remove(): void;
}

/** A new address: a socket in a folder of mode 0700 (which mkdtemp gives), or a named pipe on Windows. */
export function newSocketAddress(): SocketAddress {
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\parley-${randomUUID()}`, remove: () => undefined };
  const folder = mkdtempSync(path.join(temporaryFolder(), 'parley-'));
  return { path: path.join(folder, 'db'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function temporaryFolder(): string {
  const usual = os.tmpdir();
  return Buffer.byteLength(usual) + ROOM_FOR_NAMES_BYTES <= MAX_SOCKET_PATH_BYTES ? usual : '/tmp';
}
