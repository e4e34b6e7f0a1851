/**
 * One Parley for all end-to-end tests that need nothing of their own: each makes teams of its own on it. A start takes as
 * long as most of these files. The first file that asks has it started, by a process that outlives the worker of Jest;
 * `test/run.setup.cjs` names the folder where it is found, and `test/run.teardown.cjs` ends it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { eventually } from '../eventually';
import { BUILD } from './server-process';

/** Set for the time of a run of tests. */
const FOLDER_VARIABLE = 'PARLEY_TEST_RUN';
/** A start, while other tests run. */
const READY_LIMIT_MS = 180_000;

export interface SharedInstallation {
  readonly baseUrl: string;
}

/** Only settings that hold for all: models and sites may be on this machine, and limits are far away. */
export const SHARED_SETTINGS = { ALLOW_PRIVATE_ADDRESSES: 'true', WEB_SOURCES_DELAY_MS: '0' };

/** The files by which the host and those who ask know each other. */
export function sharedFiles(folder: string) {
  return {
    /** Holds the id of the process that runs the tests. */
    run: path.join(folder, 'run'),
    address: path.join(folder, 'address'),
    log: path.join(folder, 'log'),
    host: path.join(folder, 'host'),
  };
}

/** @throws Error with everything its host printed when it did not start */
export async function sharedInstallation(): Promise<SharedInstallation> {
  const { [FOLDER_VARIABLE]: folder } = process.env;
  if (!folder)
    throw new Error(`${FOLDER_VARIABLE} names no folder: run the tests with a configuration of this repository.`);
  const { address, log, host } = sharedFiles(folder);
  if (isFirst(host)) startHost(folder, log);
  const told = await eventually(() => existsSync(address) && readFileSync(address, 'utf8'), READY_LIMIT_MS);
  // Connections of an earlier file that the server has closed while this process was busy are noticed now, and not used again.
  await nextTurn();
  if (!told.startsWith('http')) throw new Error(`The shared Parley did not start:\n${readFileSync(log, 'utf8')}`);
  return { baseUrl: told };
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}

function startHost(folder: string, log: string): void {
  const output = openSync(log, 'a');
  const script = path.join(BUILD, 'libs/testing/parley/shared-host.js');
  spawn(process.execPath, [script, folder], { detached: true, stdio: ['ignore', output, output] }).unref();
}
