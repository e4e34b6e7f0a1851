/**
 * Measures the intent classifier on sets of intents, beside other libraries in the same run: how often it is right, what it
 * refuses, how honest its confidence is, and what it costs. By the HTTP API of a server, or with `--direct` as a library.
 *
 *   npm run bench:training -- --data <folder> [--sets hwu64,snips] [--protocols full,few,typos,hidden] [--judge valid]
 *     [--peers node-nlp,natural | none] [--peer-minutes 15] [--direct | --url http://host:port --key <api key>]
 */
import { WireClient } from '../../libs/testing/parley';
import { option } from '../retrieval/options';
import { dataOption, judgeOption, peerLimitOption, peersOption, protocolsOption } from './bench-options';
import { type IntentSet, readIntentSets } from './intent-sets';
import { measure } from './measuring';
import { startOwnServer } from './own-server';
import { trialsOf } from './protocols/trials';
import { printRounds, printSummary } from './report';
import { Results } from './results';
import { inOwnProcess } from './subjects/in-process';
import { overHttp } from './subjects/over-http';
import { installPeers, titleOf } from './subjects/peers';
import type { Subject, Tell } from './subjects/subject.types';

async function main(): Promise<void> {
  const sets = setsOfOptions();
  const trialsBySet = new Map(sets.map((set) => [set, trialsOf(set, protocolsOption())]));
  const results = new Results();
  const peers = await peersOfOptions(results);
  const subjects = [await productOfOptions(), ...peers];
  const names = subjects.map(({ name }) => name);
  try {
    for (const [set, trials] of trialsBySet) {
      for (const subject of subjects) {
        await measure({ set, trials, subject, results, onProgress: tellProgress(`${set.name}, ${subject.name}`) });
      }
      printRounds(results, set.name, names);
    }
    printSummary(results, names);
  } finally {
    for (const subject of subjects) await subject.stop();
  }
}

function setsOfOptions(): IntentSet[] {
  const all = readIntentSets(dataOption(), judgeOption());
  const wanted = option('sets')?.split(',');
  const unknown = wanted?.find((name) => !all.some((set) => set.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no set ${unknown}, only ${all.map(({ name }) => name).join(', ')}`);
  return all.filter(({ name }) => wanted?.includes(name) ?? true);
}

async function productOfOptions(): Promise<Subject> {
  if (process.argv.includes('--direct')) return inOwnProcess('parley', 'Parley');
  const url = option('url');
  return overHttp(url === undefined ? await startOwnServer() : { wire: wireOf(url), stop: async () => {} });
}

/** None where they cannot be installed: there are no figures but measured ones. */
async function peersOfOptions(results: Results): Promise<Subject[]> {
  const names = peersOption();
  if (names.length === 0) return [];
  try {
    const folder = await installPeers();
    return names.map((name) => inOwnProcess(name, titleOf(name), { folder, timeLimitMs: peerLimitOption() }));
  } catch (error) {
    const reason = `${names.join(', ')}: npm could not install them (${firstLine(error)})`;
    console.error(`No figures of ${reason}`);
    results.leftOut.push(reason);
    return [];
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return (
    text
      .split('\n')
      .find((line) => /error/i.test(line))
      ?.trim() ?? 'no reason given'
  );
}

function wireOf(url: string): WireClient {
  const key = option('key');
  if (key === undefined) throw new Error('Say by which key the server is asked: --key <api key>');
  return new WireClient(url.replace(/\/+$/, '')).withKey(key);
}

/** In one line of a terminal; elsewhere nothing. */
function tellProgress(name: string): Tell {
  return (percent, stage) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${stage}, ${Math.floor(percent)} %\x1b[K`);
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
