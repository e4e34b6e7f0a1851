/**
 * Breaks an installation in every way while it works, and checks that nothing acknowledged is lost or doubled; the README
 * beside this file says how and what.
 */
import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ownDatabase } from '../chat/targets';
import { Cluster, type Install } from './cluster';
import { everything } from './everything';
import { importOfManyItems } from './imports';
import { SEED, setting } from './options';
import { trainings } from './trainings';
import { webhookDeliveries } from './webhook-deliveries';

interface Scenario {
  /** Gives a sentence for each thing that is wrong in the end. */
  run(install: Install): Promise<string[]>;
  /** What is so when nothing is. */
  good: string;
}

const SCENARIOS: Record<string, Scenario> = {
  everything: { run: everything, good: 'Nothing is lost, and nothing is there twice.' },
  training: { run: trainings, good: 'Every session came to its end, and those that were cancelled at once.' },
  imports: { run: importOfManyItems, good: 'Every item arrived, none of them twice.' },
  webhooks: { run: webhookDeliveries, good: 'Every event was received, and the log agrees with the receivers.' },
};
const SHOWN = 50;

async function main(): Promise<void> {
  const { DATABASE_URL: serverUrl, REDIS_URL: redisUrl } = process.env;
  if (!serverUrl || !redisUrl) throw new Error('This needs DATABASE_URL and REDIS_URL.');
  const scenario = SCENARIOS[setting('scenario', 'everything')];
  if (!scenario) throw new Error(`There are these scenarios: ${Object.keys(SCENARIOS).join(', ')}.`);
  console.log(`The seed is ${SEED}.`);
  const database = await ownDatabase(serverUrl);
  let cluster: Cluster | undefined;
  try {
    const faults = await scenario.run(async (settings) => {
      cluster = await Cluster.start(database.url, settings);
      return { cluster, databaseUrl: database.url, redisUrl };
    });
    tell(faults, scenario, cluster);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } catch (error) {
    tellLogs(cluster);
    throw error;
  } finally {
    await cluster?.stop();
    await database.drop();
  }
}

function tell(faults: readonly string[], { good }: Scenario, cluster: Cluster | undefined): void {
  console.log(faults.length === 0 ? `\n${good}` : `\n${faults.length} faults (seed ${SEED}):`);
  for (const fault of faults.slice(0, SHOWN)) console.log(`- ${fault}`);
  if (faults.length > 0) tellLogs(cluster);
}

function tellLogs(cluster: Cluster | undefined): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-faults-logs-'));
  cluster?.writeLogs(folder);
  console.log(`What the processes have printed is in ${folder}.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
