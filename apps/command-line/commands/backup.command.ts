import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { backUp } from '../archive/backup';
import { withInstallation } from '../installation';
import { type OutputOptions, tell } from '../terminal/answers';
import { CommandFailure } from '../terminal/failure';
import { Progress } from '../terminal/progress';

interface BackupCommandOptions extends OutputOptions {
  withSecrets?: boolean;
  force?: boolean;
}

export function backupCommand(): Command {
  return new Command('backup')
    .argument('<file>', 'what to write, e.g. parley-2026-11-22.tar.gz')
    .summary('write the whole installation into one file')
    .description(
      `Writes all rows and files of the installation into one archive (tar.gz), as of one moment. Servers go on meanwhile; a
server with the embedded database waits for as long as its files are copied (a second for each few hundred megabytes). The archive
works between all ways to run: "parley restore" reads it into the embedded database as well as into PostgreSQL.`,
    )
    .option('--with-secrets', 'put SECRETS_KEY and JWT_SECRET into the archive: then it is all that a restore needs')
    .option('--force', 'replace the file if it is there')
    .option('--json', 'answer as JSON')
    .action(run);
}

async function run(name: string, options: BackupCommandOptions): Promise<void> {
  const file = path.resolve(name);
  if (existsSync(file) && !options.force) {
    throw new CommandFailure(`${file} is there already. Give another name, or add --force to replace it.`);
  }
  if (!existsSync(path.dirname(file))) throw new CommandFailure(`There is no folder ${path.dirname(file)}.`);
  const withSecrets = options.withSecrets === true;
  const manifest = await withInstallation((installation) =>
    backUp(installation, file, { withSecrets }, new Progress()),
  );
  const rows = manifest.tables.reduce((total, table) => total + table.rows, 0);
  const { size: bytes } = statSync(file);
  const answer = { file, bytes, rows, files: manifest.blobs.length, missingFiles: manifest.missingBlobs, withSecrets };
  const lines = [`${file}: ${rows} rows and ${manifest.blobs.length} files, ${Math.ceil(bytes / 1024)} KiB.`];
  if (manifest.missingBlobs.length > 0) {
    lines.push(`${manifest.missingBlobs.length} files that rows name are not in the blob store; --json names them.`);
  }
  lines.push(
    withSecrets
      ? 'The archive holds the secrets of the installation: keep it as you would keep them.'
      : 'The archive does NOT hold SECRETS_KEY, without which nothing sealed in it can be opened: keep that key elsewhere (or add --with-secrets).',
  );
  tell(answer, lines, options);
}
