/**
 * Starts the api. The embedded database is started first, in its own process, so that it wakes up while this one loads
 * its modules.
 */
import '../compile-cache';
import path from 'node:path';
import { MIGRATIONS } from '#domain/migrations';
import { loadConfig } from '#infra/config';
import { startEmbedded, usableTemplate } from '#infra/database/embedded';

async function main(): Promise<void> {
  const config = loadConfig();
  const { url, dataDir, maxQueryMs } = config.database;
  const template = usableTemplate(path.resolve(__dirname, '../../embedded-template'), MIGRATIONS);
  const database = url === undefined ? startEmbedded({ dataDir, maxQueryMs, template }).ready() : undefined;
  const [{ serve }] = await Promise.all([import('./serve.js'), database]);
  await serve(config);
}

/** Faults that the operator can mend, told in their own words; everything else is told with its stack. */
const EXPECTED = ['ConfigError', 'DataFolderInUseError', 'MigrationError'];

main().catch((error: unknown) => {
  const isExpected = error instanceof Error && EXPECTED.includes(error.name);
  console.error(isExpected ? error.message : error);
  process.exit(1);
});
