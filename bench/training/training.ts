/**
 * Measures the intent classifier on sets of intents: how often it is right, what it refuses, how honest its confidence
 * is, and what it costs. By the HTTP API of a server, or with `--direct` in this process.
 *
 *   npm run bench:training -- --data <folder> [--sets hwu64,snips] [--direct | --url http://host:port --key <api key>]
 */
import { WireClient } from '../../libs/testing/parley';
import { option } from '../retrieval/options';
import { readIntentSets } from './intent-sets';
import { qualityOf } from './measures';
import { startOwnServer } from './own-server';
import { printReport } from './report';
import { direct, overHttp, type Subject } from './subjects';

async function main(): Promise<void> {
  const folder = option('data');
  if (folder === undefined) throw new Error('Say where the sets are: --data <folder>');
  const wanted = option('sets')?.split(',');
  const sets = readIntentSets(folder).filter(({ name }) => wanted?.includes(name) ?? true);
  const { subject, stop } = await subjectOfOptions();
  try {
    for (const set of sets) {
      const asked = set.judged.map(({ text }) => text);
      const training = await subject(set.train, asked, tellProgress(set.name));
      printReport(set, training, qualityOf(set.judged, training.predictions));
    }
  } finally {
    await stop();
  }
}

async function subjectOfOptions(): Promise<{ subject: Subject; stop(): Promise<void> }> {
  if (process.argv.includes('--direct')) return { subject: direct, stop: async () => {} };
  const url = option('url');
  const { wire, stop } = url === undefined ? await startOwnServer() : { wire: wireOf(url), stop: async () => {} };
  return { subject: overHttp(wire), stop };
}

function wireOf(url: string): WireClient {
  const key = option('key');
  if (key === undefined) throw new Error('Say by which key the server is asked: --key <api key>');
  return new WireClient(url.replace(/\/+$/, '')).withKey(key);
}

/** In one line of a terminal; elsewhere nothing. */
function tellProgress(name: string): (percent: number, stage: string) => void {
  return (percent, stage) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${stage}, ${Math.floor(percent)} %\x1b[K`);
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
