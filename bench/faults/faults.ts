/**
 * Kills workers, apis, PostgreSQL and Redis at random moments under load and checks that nothing acknowledged is lost or
 * doubled; the README beside this file says how and what.
 */
import 'reflect-metadata';
import { ownDatabase } from '../chat/targets';
import { option } from '../retrieval/options';
import { Cluster, type Installed } from './cluster';
import { documentsAndTurns } from './documents-and-turns';
import { importOfManyItems } from './imports';
import { trainings } from './trainings';
import { webhookDeliveries } from './webhook-deliveries';

interface Scenario {
  /** Gives a sentence for each thing that is wrong in the end. */
  run(installed: Installed): Promise<string[]>;
  /** What is so when nothing is. */
  good: string;
}

const SCENARIOS: Record<string, Scenario> = {
  'documents-and-turns': { run: documentsAndTurns, good: 'Nothing is lost, nothing is there twice.' },
  training: { run: trainings, good: 'Every session came to its end, and those that were cancelled at once.' },
  imports: { run: importOfManyItems, good: 'Every item arrived, none of them twice.' },
  webhooks: { run: webhookDeliveries, good: 'Every event was received, and the log agrees with the receivers.' },
};

async function main(): Promise<void> {
  const { DATABASE_URL: serverUrl, REDIS_URL: redisUrl } = process.env;
  if (!serverUrl || !redisUrl) throw new Error('This needs DATABASE_URL and REDIS_URL.');
  const scenario = SCENARIOS[option('scenario') ?? 'documents-and-turns'];
  if (!scenario) throw new Error(`There are these scenarios: ${Object.keys(SCENARIOS).join(', ')}.`);
  const database = await ownDatabase(serverUrl);
  const cluster = await Cluster.start(database.url);
  const faults = await scenario.run({ cluster, databaseUrl: database.url, redisUrl });
  console.log(faults.length === 0 ? `\n${scenario.good}` : `\n${faults.length} faults:`);
  for (const fault of faults.slice(0, 50)) console.log(`- ${fault}`);
  await cluster.stop();
  await database.drop();
  process.exitCode = faults.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
