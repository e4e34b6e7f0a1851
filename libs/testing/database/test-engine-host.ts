/**
 * The process that holds an engine for the files of a worker of Jest: `test-engine-host.ts <order as JSON>`. It leaves with
 * the engine as soon as the folder or the run of the tests is gone. It loads nothing but the engine's own room.
 */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedDatabase } from '../../infra/database/embedded/embedded-database';
import type { HostOrder } from './shared-test-engine';

const POLL_MS = 250;

async function main({ folder, addressFile, template }: HostOrder): Promise<void> {
  const runPid = Number(readFileSync(path.join(folder, 'run'), 'utf8'));
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-test-engine-'));
  const engine = new EmbeddedDatabase({ dataDir, template });
  try {
    await engine.ready();
    tell(addressFile, engine.socketPath);
    while (existsSync(folder) && isAlive(runPid)) await delay(POLL_MS);
  } catch (error) {
    console.error(error);
    tell(addressFile, 'failed');
  }
  await engine.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function tell(file: string, text: string): void {
  writeFileSync(`${file}.draft`, text);
  renameSync(`${file}.draft`, file);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

void main(JSON.parse(process.argv[2] ?? '{}') as HostOrder);
