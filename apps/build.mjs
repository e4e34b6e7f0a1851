#!/usr/bin/env node
/**
 * Compiles apps and libs to dist, then makes the migrated template of the embedded database. `--if-stale` does nothing
 * when dist is newer than every source.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'dist', '.built');
const template = path.join(root, 'dist', 'embedded-template', 'template.json');
/** What the template is made of: its schema, and the engine's version. */
const TEMPLATE_SOURCES = ['libs/domain/migrations', 'package-lock.json'];
const SOURCES = ['apps', 'libs', 'bench', 'package.json', 'package-lock.json', '.swcrc'];

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
export const isStale = () => isOlder(stamp, SOURCES);

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`The build failed at ${path.basename(script)}.`);
    process.exit(status ?? 1);
  }
}

export function build() {
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
  if (isOlder(template, TEMPLATE_SOURCES)) run('dist/apps/embedded-template.js');
  writeFileSync(stamp, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url) && (!process.argv.includes('--if-stale') || isStale())) build();
