/**
 * Other libraries, measured beside the product. They are installed by this bench into a folder of its own and are no
 * dependency of anything.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export const peerNames = ['node-nlp', 'natural', 'natural-logistic'] as const;
export type PeerName = (typeof peerNames)[number];
/** The logistic regression of natural takes a minute for 300 examples of 64 intents. */
export const usualPeers: readonly PeerName[] = ['node-nlp', 'natural'];

const VERSIONS = { 'node-nlp': '4.27.0', natural: '8.1.1' } as const;
const INSTALL_LIMIT_MS = 300_000;

/** The folder, after the first time without a network. Throws where npm cannot fetch them. */
export async function installPeers(): Promise<string> {
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  const folder = path.join(cacheFolder(), packages.join('_'));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    const options = [
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--save-exact',
      '--fetch-retries=0',
    ];
    await promisify(execFile)('npm', ['install', '--prefix', unfinished, ...options, ...packages], {
      timeout: INSTALL_LIMIT_MS,
    });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

export function titleOf(name: PeerName): string {
  const isLogistic = name === 'natural-logistic';
  const version = VERSIONS[isLogistic ? 'natural' : name];
  return isLogistic ? `natural ${version} logistic` : `${name} ${version}`;
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME } = process.env;
  return path.join(XDG_CACHE_HOME || os.tmpdir(), 'parley-bench-peers');
}
