#!/usr/bin/env node
/**
 * Compiles apps and libs to dist, bundles the chat widget and the dashboard, then makes the migrated template of the embedded database.
 * `--if-stale` does nothing when dist is newer than every source. One process builds at a time: an api and a worker that
 * are started together on a fresh checkout both find nothing built.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'dist', '.built');
/** Holds the id of the process that builds. */
const lock = path.join(root, 'dist', '.building');
const LOCK_POLL_MS = 100;
/** Far more than a build takes. */
const LOCK_LIFETIME_MS = 300_000;
const template = path.join(root, 'dist', 'embedded-template', 'template.json');
/** What the template is made of: its schema, and the engine's version. */
const TEMPLATE_SOURCES = ['libs/domain/migrations', 'package-lock.json'];
/** Of the clients those that the server sends. */
const CLIENTS = ['clients/dom', 'clients/widget', 'clients/dashboard'];
const SOURCES = ['apps', 'libs', 'bench', ...CLIENTS, 'package.json', 'package-lock.json', '.swcrc'];

function newestChangeMs(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newestChangeMs(path.join(file, name))));
}

/** True when the result is missing or older than one of its sources. */
function isOlder(result, sources) {
  if (!existsSync(result)) return true;
  const builtMs = statSync(result).mtimeMs;
  return sources.some((source) => newestChangeMs(path.join(root, source)) > builtMs);
}

/** True when dist is missing or older than a source. */
const isStale = () => isOlder(stamp, SOURCES);

/** Builds unless somebody has just done so. */
export function buildIfStale() {
  if (isStale()) locked(() => isStale() && build());
}

function locked(work) {
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
  process.once('exit', releaseLock);
  work();
  process.off('exit', releaseLock);
  releaseLock();
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const takenMs = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    // Its owner was killed.
    if (!isAlive(lockOwner()) || Date.now() - takenMs > LOCK_LIFETIME_MS) releaseLock();
    return false;
  }
}

function lockOwner() {
  try {
    return Number(readFileSync(lock, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** A lock without an owner has just been made, or has just gone. */
function isAlive(pid) {
  if (pid === undefined) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function releaseLock() {
  rmSync(lock, { force: true });
}

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`The build failed at ${path.basename(script)}.`);
    process.exit(status ?? 1);
  }
}

function build() {
  console.log('Building Parley ...');
  for (const folder of ['apps', 'libs', 'bench'])
    rmSync(path.join(root, 'dist', folder), { recursive: true, force: true });
  const ignored = ['--ignore', '**/*.spec.ts', '--ignore', '**/*.mjs'];
  run(
    'node_modules/@swc/cli/bin/swc.js',
    'apps',
    'libs',
    'bench',
    '-d',
    'dist',
    '--log-watch-compilation',
    'false',
    '--quiet',
    ...ignored,
  );
  run('clients/widget/build.mjs');
  run('clients/dashboard/build.mjs');
  if (isOlder(template, TEMPLATE_SOURCES)) run('dist/apps/embedded-template.js');
  writeFileSync(stamp, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--if-stale')) buildIfStale();
  else locked(build);
}
