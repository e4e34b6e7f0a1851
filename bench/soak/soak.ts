/**
 * All that clients do, for some minutes: memory and latency must stay as they are, and nothing may fail or be lost.
 *
 *   npm run bench:soak -- [--minutes 10] [--pace 1] [--snapshots <folder>]
 */
import 'reflect-metadata';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { option } from '../retrieval/options';
import { openActivities } from '../traffic/all-activities';
import { Journal } from '../traffic/journal';
import { Outside, openScene } from '../traffic/scene';
import { Traffic } from '../traffic/traffic';
import { MINUTE_MS, Minutes, printLatencies, printMinute } from './minutes';
import { Soaked } from './soaked';
import { failureFaults, growthFaults, latencyFaults } from './verdict';

const minutes = Number(option('minutes') ?? process.env.SOAK_MINUTES ?? 10);
/** A folder for heap snapshots after the warm-up and at the end, to see what has grown in between. */
const snapshots = option('snapshots');
const snapshotMinutes = [Math.ceil(minutes / 5), minutes];
const pace = Number(option('pace') ?? process.env.SOAK_PACE ?? 1);
/** Documents and imports that were begun last come to their end. */
const SETTLED_LIMIT_MS = 3 * MINUTE_MS;

async function main(): Promise<void> {
  const outside = await Outside.start();
  const soaked = await Soaked.start({ ...outside.settings });
  console.log(`${minutes} minutes on ${soaked.what}, at ${pace} times the usual pace.\n`);
  try {
    const faults = await soak(soaked, outside);
    console.log(
      faults.length === 0 ? '\nFlat: memory, latency, handles. Nothing failed, nothing was lost.' : '\nFaults:',
    );
    for (const fault of faults) console.log(`- ${fault}`);
    if (faults.length > 0) keepLogs(soaked);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await soaked.stop();
    await outside.stop();
  }
}

async function soak(soaked: Soaked, outside: Outside): Promise<string[]> {
  const scene = await openScene(soaked.baseUrl, outside, new Journal());
  const { all } = await openActivities(scene);
  const traffic = new Traffic(all, pace);
  const seen = new Minutes(soaked, scene.journal);
  let isOver = false;
  const going = traffic.run(() => isOver);
  for (let minute = 1; minute <= minutes; minute++) {
    await wait(MINUTE_MS);
    printMinute(await seen.note(snapshotMinutes.includes(minute) ? snapshots : undefined));
  }
  isOver = true;
  await going;
  await traffic.settled();
  console.log('');
  for (const activity of all) console.log(`- ${activity.name}: ${activity.told()}`);
  printLatencies(seen.all);
  console.log('');
  const lost = await traffic.faults(SETTLED_LIMIT_MS);
  return [...failureFaults(seen.all), ...growthFaults(seen.all), ...latencyFaults(seen.all), ...lost];
}

function keepLogs({ processes }: Soaked): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-soak-logs-'));
  for (const { name, printed } of processes) writeFileSync(path.join(folder, `${name}.log`), printed);
  console.log(`\nWhat the processes have printed is in ${folder}.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
