#!/usr/bin/env node
/** `node apps/start.mjs api|worker|migrate`: builds first when dist is missing or old, on a Node that is new enough. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.mjs';

/** pg-boss and require() of ES modules need it. */
const LEAST_NODE = 22;
const ENTRIES = { api: 'apps/api/main.js', worker: 'apps/worker/main.js', migrate: 'apps/migrate.js' };

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const name = process.argv[2] ?? 'api';

if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) restartOnNewerNode();
if (!Object.hasOwn(ENTRIES, name))
  fail(`There is no "${name}" to start; there are: ${Object.keys(ENTRIES).join(', ')}.`);
buildIfStale();
await import(path.join(root, 'dist', ENTRIES[name]));

function restartOnNewerNode() {
  const newer = path.join(root, 'node_modules/.bin/node');
  if (!existsSync(newer))
    fail(`Parley needs Node ${LEAST_NODE} or newer, and this is ${process.version}; run "npm ci" or install it.`);
  process.exit(spawnSync(newer, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
