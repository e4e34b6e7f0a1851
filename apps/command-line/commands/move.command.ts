import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { type Config, isSettingGiven, loadConfig, loadConfigWith } from '#infra/config';
import { moveBlobs, moveRows } from '../archive/move';
import { isEmptyInstallation, refuseRunningServers } from '../archive/restore';
import { OpenedInstallation } from '../installation';
import { confirm, type OutputOptions, tell } from '../terminal/answers';
import { CommandFailure } from '../terminal/failure';
import { Progress } from '../terminal/progress';

interface MoveCommandOptions extends OutputOptions {
  to: string;
  files?: string;
  writeSettings?: string;
  replace?: boolean;
  yes?: boolean;
}

export function moveCommand(): Command {
  return new Command('move')
    .summary('from the embedded database to PostgreSQL')
    .description(
      `Copies everything from the embedded database of DATA_DIR into an empty PostgreSQL database, reads both and compares, and says
what to set from then on. The embedded database stays as it is. Its server must be stopped.`,
    )
    .requiredOption('--to <url>', 'postgres://user:password@host:5432/database, with pgvector')
    .option('--files <folder>', 'copy the files there as well; otherwise they stay where they are')
    .option('--write-settings <file>', 'write the settings, secrets included, into this file (readable by you alone)')
    .option('--replace', 'also where the PostgreSQL database holds an installation already: all its rows go')
    .option('--yes', 'do not ask')
    .option('--json', 'answer as JSON')
    .action(run);
}

async function run(options: MoveCommandOptions): Promise<void> {
  const config = loadConfig();
  if (config.database.url !== undefined) {
    throw new CommandFailure(
      'DATABASE_URL is set, so there is no embedded database to move: unset it, and give it as --to.',
    );
  }
  if (options.writeSettings && existsSync(options.writeSettings))
    throw new CommandFailure(`${options.writeSettings} is there already.`);
  const targetConfig = configOfTarget(options);
  const source = await OpenedInstallation.open(config);
  try {
    await refuseRunningServers(source);
    const target = await OpenedInstallation.open(targetConfig);
    try {
      await move(source, target, options);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function move(
  source: OpenedInstallation,
  target: OpenedInstallation,
  options: MoveCommandOptions,
): Promise<void> {
  await refuseRunningServers(target);
  if (await isEmptyInstallation(source)) throw new CommandFailure('The embedded database holds nothing to move.');
  if (!(await isEmptyInstallation(target))) await agreeToReplace(options);
  const progress = new Progress();
  const { tables, blobKeys } = await moveRows(source, target, progress);
  const files = options.files === undefined ? undefined : await moveBlobs(source, target, blobKeys, progress);
  const settings = settingsOf(target.config, options);
  if (options.writeSettings) writeEnvFile(options.writeSettings, settings);
  const rows = tables.reduce((total, table) => total + table.rows, 0);
  const isThere = 'They are on both sides, the same by count and checksum.';
  tell(
    {
      rows,
      tables,
      files: files ?? 'stayed',
      ...(options.writeSettings ? { settingsFile: options.writeSettings } : {}),
    },
    [
      `${rows} rows in ${tables.length} tables were moved. ${isThere}`,
      ...fileLines(files),
      ...whatToSet(source.config, options),
    ],
    options,
  );
}

function configOfTarget({ to, files }: MoveCommandOptions): Config {
  return loadConfigWith({ DATABASE_URL: to, ...(files === undefined ? {} : { BLOB_DIR: files }) });
}

function settingsOf(config: Config, { to }: MoveCommandOptions): Record<string, string> {
  return {
    DATABASE_URL: to,
    JWT_SECRET: config.identity.jwtSecret,
    SECRETS_KEY: config.secrets.key.toString('base64'),
    ...(config.blobStore.s3 ? {} : { BLOB_DIR: config.blobStore.folder }),
  };
}

function writeEnvFile(file: string, settings: Record<string, string>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600, flag: 'wx' });
}

function fileLines(files: number | undefined): string[] {
  return files === undefined ? [] : [`${files} files were copied.`];
}

/** Names where secrets stand, and shows none. */
function whatToSet({ database, blobStore }: Config, { writeSettings, files }: MoveCommandOptions): string[] {
  const { dataDir } = database;
  if (writeSettings)
    return ['', `What to set from now on stands in ${writeSettings}; add REDIS_URL if there is a Redis.`];
  const secretOf = (name: 'JWT_SECRET' | 'SECRETS_KEY', file: string) =>
    isSettingGiven(name) ? `  ${name}      as it is set now` : `  ${name}      as in ${path.join(dataDir, file)}`;
  return [
    '',
    'Set from now on, for every api and worker:',
    '',
    '  DATABASE_URL    what you gave as --to',
    '  REDIS_URL       if there is a Redis',
    secretOf('JWT_SECRET', 'secrets.json'),
    secretOf('SECRETS_KEY', 'sealing.json'),
    ...(blobStore.s3 ? [] : [`  BLOB_DIR        ${path.resolve(files ?? blobStore.folder)}`]),
    '',
    `The embedded database in ${path.join(dataDir, 'postgres')} is no longer used; delete it when all is well.`,
  ];
}

async function agreeToReplace({ replace, yes }: MoveCommandOptions): Promise<void> {
  if (!replace) {
    throw new CommandFailure(
      'The PostgreSQL database holds an installation already. Give an empty one, or add --replace to lose what is there.',
    );
  }
  await confirm('All that the PostgreSQL database holds is replaced.', yes);
}
