import { Command } from 'commander';
import { MIGRATIONS } from '#domain/migrations';
import { readingTransaction, readMigrations } from '#infra/database';
import { type OpenedInstallation, type Reach, withInstallation } from '../installation';
import { countRows, serverVersion } from '../status.queries';
import { type OutputOptions, table, tell } from '../terminal/answers';
import { PARLEY_VERSION } from '../version';

const REACHES: Record<Reach, string> = {
  postgresql: 'PostgreSQL (DATABASE_URL)',
  'data-folder': 'embedded, opened by this command: no server uses the data folder',
  'running-server': 'embedded, through the server that uses the data folder',
};

export function statusCommand(): Command {
  return new Command('status')
    .summary('what this installation is and holds')
    .description('Tells how the database is reached, whether it is up to date, and how much is in it. Changes nothing.')
    .option('--json', 'answer as JSON')
    .action((options: OutputOptions) => withInstallation((installation) => show(installation, options)));
}

async function show({ database, config, reach }: OpenedInstallation, options: OutputOptions): Promise<void> {
  const applied = await readingTransaction(database.dataSource, readMigrations);
  const pending = MIGRATIONS.length - applied.length;
  const server = await serverVersion(database);
  const counts = pending === 0 ? await countRows(database) : undefined;
  const answer = {
    parley: PARLEY_VERSION,
    reach,
    database: server,
    files: config.blobStore.s3 ? 'bucket' : config.blobStore.folder,
    queue: config.redis ? 'redis' : 'database',
    migrations: { applied: applied.length, pending },
    ...(counts ? { counts } : {}),
  };
  const lines = table([
    ['Parley', PARLEY_VERSION],
    ['database', `${REACHES[reach]}, version ${server.version}, ${Math.ceil(server.bytes / 1024 ** 2)} MiB`],
    ['files', config.blobStore.s3 ? `bucket ${config.blobStore.s3.bucket}` : config.blobStore.folder],
    ['queue', config.redis ? 'Redis' : 'in the database'],
    ['migrations', migrationsText(applied.length, pending)],
    ...Object.entries(counts ?? {}).map(([name, count]) => [wordsOf(name), String(count)]),
  ]);
  tell(answer, lines, options);
}

function migrationsText(applied: number, pending: number): string {
  if (pending === 0) return `${applied}, up to date`;
  if (pending < 0)
    return `${applied}: the database is newer than this version of Parley, which knows ${MIGRATIONS.length}`;
  return `${applied}; ${pending} to come: run "parley migrate" or start a server`;
}

function wordsOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
