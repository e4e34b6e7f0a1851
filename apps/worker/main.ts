/** Starts a worker, unless there is nothing for it to do: the embedded database belongs to the api's process alone. */
import '../compile-cache';
import { ConfigError, loadConfig } from '#infra/config';

async function main(): Promise<void> {
  const config = loadConfig();
  if (config.database.url === undefined) {
    console.log('With the embedded database the worker runs inside the api, so "npm start" is all there is to start.');
    return;
  }
  const { work } = await import('./work.js');
  await work(config);
  console.log(`Parley's worker runs (started in ${process.uptime().toFixed(1)} s).`);
}

main().catch((error: unknown) => {
  // What the operator can mend is told in its own words; everything else with its stack.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
