/**
 * The process that holds the shared installation: `shared-host.js <folder>`. It writes the address, or `failed`, into the
 * folder, and leaves with the installation as soon as the folder or the run of the tests is gone.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Installation, SEVERAL_PROCESSES } from './installation';
import { SHARED_SETTINGS, sharedFiles } from './shared-installation';

const POLL_MS = 250;

async function main(folder: string): Promise<void> {
  const { run, address, host } = sharedFiles(folder);
  const runPid = Number(readFileSync(run, 'utf8'));
  const tell = (text: string) => {
    writeFileSync(`${address}.draft`, text);
    renameSync(`${address}.draft`, address);
  };
  writeFileSync(`${host}/pid`, String(process.pid));
  const installation = await Installation.start(SHARED_SETTINGS, undefined, SEVERAL_PROCESSES).catch((error: Error) => {
    console.error(error.message);
    tell('failed');
  });
  if (!installation) return;
  tell(installation.baseUrl);
  while (existsSync(folder) && isAlive(runPid)) await delay(POLL_MS);
  await installation.remove();
  rmSync(folder, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

void main(process.argv[2] ?? '');
