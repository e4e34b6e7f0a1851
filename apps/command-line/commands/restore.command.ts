import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { type Config, isSettingGiven, loadConfig, loadConfigWith, replaceGeneratedSecrets } from '#infra/config';
import { type CheckedArchive, checkArchive } from '../archive/incoming';
import { isEmptyInstallation, refuseRunningServers, restore } from '../archive/restore';
import { withInstallation } from '../installation';
import { confirm, type OutputOptions, tell } from '../terminal/answers';
import { CommandFailure } from '../terminal/failure';
import { Progress } from '../terminal/progress';

interface RestoreCommandOptions extends OutputOptions {
  replace?: boolean;
  yes?: boolean;
  withSecrets?: boolean;
}

export function restoreCommand(): Command {
  return new Command('restore')
    .argument('<file>', 'what "parley backup" has written')
    .summary('make the installation what a backup holds')
    .description(
      `Reads an archive of "parley backup" into an empty installation. It is checked as a whole before anything is touched; rows come
in one transaction, are read again and compared, and are brought up to date if the archive is of an older Parley. Servers and
workers must be stopped.`,
    )
    .option('--replace', 'also where there is an installation already: all its rows go')
    .option('--yes', 'do not ask')
    .option(
      '--with-secrets',
      'put the secrets of the archive (if it holds them) into the data folder, in place of those that were made there',
    )
    .option('--json', 'answer as JSON')
    .action(run);
}

async function run(name: string, options: RestoreCommandOptions): Promise<void> {
  const file = path.resolve(name);
  if (!existsSync(file)) throw new CommandFailure(`There is no file ${file}.`);
  const progress = new Progress();
  const archive = await checkArchive(file, progress);
  const config = options.withSecrets ? configWithSecretsOf(archive) : loadConfig();
  await withInstallation(async (installation) => {
    await refuseRunningServers(installation);
    if (!(await isEmptyInstallation(installation))) await agreeToReplace(options);
    await restore(installation, archive, progress);
  }, config);
  // Now that they belong to what is there.
  if (options.withSecrets) replaceGeneratedSecrets(config.database.dataDir, archive.secrets!);
  const rows = archive.manifest.tables.reduce((total, table) => total + table.rows, 0);
  const files = archive.manifest.blobs.length;
  const { createdAt, parleyVersion } = archive.header;
  tell(
    { rows, files, createdAt, parleyVersion },
    [`${rows} rows and ${files} files of ${createdAt} (Parley ${parleyVersion}) were restored and compared.`],
    options,
  );
}

/** @throws CommandFailure when the archive has no secrets, or others are set */
function configWithSecretsOf({ secrets }: CheckedArchive): Config {
  if (!secrets) throw new CommandFailure('The archive holds no secrets: it was made without --with-secrets.');
  if (isSettingGiven('JWT_SECRET') || isSettingGiven('SECRETS_KEY')) {
    throw new CommandFailure(
      'JWT_SECRET or SECRETS_KEY is set, and would win over those of the archive: unset both, or leave --with-secrets out.',
    );
  }
  return loadConfigWith(secrets);
}

async function agreeToReplace({ replace, yes }: RestoreCommandOptions): Promise<void> {
  if (!replace) {
    throw new CommandFailure(
      'There is an installation already, with users. Restore into an empty one, or add --replace to lose what is there.',
    );
  }
  await confirm('All that this installation holds is replaced by the archive. Make a backup of it first.', yes);
}
