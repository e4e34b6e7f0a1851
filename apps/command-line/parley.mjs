#!/usr/bin/env node
/** `parley <command>`: builds first when dist is missing or old, on a Node that is new enough. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfStale } from '../build.mjs';

/** require() of ES modules needs it. */
const LEAST_NODE = 22;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) restartOnNewerNode();
buildQuietly();
await import(pathToFileURL(path.join(root, 'dist/apps/command-line/main.js')).href);

function restartOnNewerNode() {
  const newer = path.join(root, 'node_modules/.bin/node');
  if (!existsSync(newer)) {
    console.error(
      `Parley needs Node ${LEAST_NODE} or newer, and this is ${process.version}; run "npm ci" or install it.`,
    );
    process.exit(1);
  }
  process.exit(spawnSync(newer, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
}

/** What a command answers is all that may stand on stdout. */
function buildQuietly() {
  const { log } = console;
  console.log = console.error;
  buildIfStale();
  console.log = log;
}
