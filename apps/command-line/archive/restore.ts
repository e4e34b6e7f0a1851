import { forgetNearestIndexes } from '#domain/knowledge';
import { MIGRATIONS } from '#domain/migrations';
import { bringSchemaTo, hasUsers, isJoined, migrate, otherProcesses, readingTransaction } from '#infra/database';
import { Sealer } from '#infra/secrets';
import type { OpenedInstallation } from '../installation';
import { CommandFailure } from '../terminal/failure';
import type { Progress } from '../terminal/progress';
import { fillEverything } from './filling';
import { archivedBlobs, archivedRows, type CheckedArchive } from './incoming';
import { differences, digestEverything } from './outgoing';

/** Whether a restore would take something away. */
export async function isEmptyInstallation({ database }: OpenedInstallation): Promise<boolean> {
  return readingTransaction(database.dataSource, async (connection) => !(await hasUsers(connection)));
}

/** @throws CommandFailure when processes use the database that is to be written */
export async function refuseRunningServers({ database: { dataSource } }: OpenedInstallation): Promise<void> {
  const others = isJoined(dataSource) ? 1 : await readingTransaction(dataSource, otherProcesses);
  if (others === 0) return;
  throw new CommandFailure('Parley runs on this database. Stop its servers and workers, then try again.');
}

/**
 * Makes the installation what the archive holds: files first, then all rows in one transaction, then the migrations that
 * are newer than the archive.
 *
 * @throws CommandFailure when the secrets were sealed under another key, or what was stored differs from the archive
 */
export async function restore(
  installation: OpenedInstallation,
  archive: CheckedArchive,
  progress: Progress,
): Promise<void> {
  const { database, blobs, config } = installation;
  const { header, manifest } = archive;
  refuseOtherKey(archive, new Sealer(config.secrets.key));
  progress.begin('Making the tables');
  await bringSchemaTo(database.dataSource, MIGRATIONS.slice(0, header.migrations.length));
  progress.begin('Restoring files', manifest.blobs.length);
  for await (const { key, mediaType, stream } of archivedBlobs(archive)) {
    await blobs.put(key, stream, { mediaType });
    progress.advance();
  }
  progress.begin(
    'Restoring rows',
    manifest.tables.reduce((total, { rows }) => total + rows, 0),
  );
  const columns = new Map(header.tables.map((table) => [table.name, table.columns]));
  await fillEverything(database, async (write) => {
    for await (const { table, rows } of archivedRows(archive)) {
      await write({ table, columns: columns.get(table) ?? [], rows });
      progress.advance(rows.length);
    }
    return manifest.sequences;
  });
  progress.end();
  const stored = await readingTransaction(database.dataSource, (connection) => digestEverything(connection, progress));
  const differing = differences(stored, manifest.tables);
  if (differing.length > 0)
    throw new CommandFailure(`What was stored differs from the archive: ${differing.join(', ')}.`);
  progress.begin('Bringing the tables up to date');
  await migrate(database.dataSource, { migrations: MIGRATIONS });
  await forgetNearestIndexes(database);
  progress.end();
}

function refuseOtherKey({ header, secrets }: CheckedArchive, sealer: Sealer): void {
  if (header.secretsKeyFingerprint === sealer.fingerprint) return;
  const help = secrets
    ? 'The archive carries that key: add --with-secrets, or set SECRETS_KEY to what secrets.json in the archive says.'
    : 'Set SECRETS_KEY to that of the installation that made the archive (with the embedded database it stands in sealing.json of its data folder).';
  throw new CommandFailure(
    `The archive was made under another SECRETS_KEY than this installation has, so nothing that is sealed in it (keys of models, secrets of webhooks, tokens of channels) could be opened. ${help}`,
  );
}
