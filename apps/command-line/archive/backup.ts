import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '#infra/config';
import {
  type CopiedTable,
  consistentView,
  isEmbedded,
  readMigrations,
  readTables,
  type TextRow,
} from '#infra/database';
import { Sealer } from '#infra/secrets';
import { type TarWriter, writeTar } from '#infra/tar-files';
import { AppError } from '#kernel';
import type { BlobStore } from '#providers/blob-store';
import type { OpenedInstallation } from '../installation';
import type { Progress } from '../terminal/progress';
import { PARLEY_VERSION } from '../version';
import {
  type ArchiveHeader,
  type ArchiveManifest,
  BLOBS_FOLDER,
  type BlobContents,
  ENTRIES,
  FORMAT,
  FORMAT_VERSION,
  TABLES_FOLDER,
} from './archive.types';
import { readEverything } from './outgoing';

export interface BackupOptions {
  /** The two secrets, with which the archive is all that an installation needs, and all that a thief needs. */
  withSecrets: boolean;
}

/** Writes all that the installation holds into one file, as of one moment; a server that runs goes on. */
export async function backUp(
  { database, blobs, config }: OpenedInstallation,
  file: string,
  { withSecrets }: BackupOptions,
  progress: Progress,
): Promise<ArchiveManifest> {
  const { dataSource } = database;
  const madeFrom = isEmbedded(dataSource) ? 'embedded' : 'postgresql';
  let manifest: ArchiveManifest | undefined;
  await writeTar(file, async (tar) => {
    const { blobKeys, ...contents } = await consistentView(dataSource, config.database.dataDir, async (connection) => {
      const tables = await readTables(connection);
      await addJson(tar, ENTRIES.header, headerOf(config, madeFrom, await readMigrations(connection), tables));
      const chunks = new Map<string, number>();
      const sink = async (table: CopiedTable, rows: TextRow[]) => {
        const number = (chunks.get(table.name) ?? 0) + 1;
        chunks.set(table.name, number);
        await tar.add(`${TABLES_FOLDER}${table.name}/${String(number).padStart(6, '0')}.jsonl`, linesOf(rows));
      };
      return readEverything(connection, tables, sink, progress);
    });
    progress.begin('Copying files', blobKeys.length);
    manifest = { ...contents, blobs: [], missingBlobs: [] };
    for (const key of blobKeys) {
      const copied = await addBlob(tar, blobs, key);
      if (copied) manifest.blobs.push(copied);
      else manifest.missingBlobs.push(key);
      progress.advance();
    }
    progress.end();
    if (withSecrets) await addJson(tar, ENTRIES.secrets, secretsOf(config));
    await addJson(tar, ENTRIES.manifest, manifest);
  });
  return manifest!;
}

/** Undefined when the file was deleted after its row was read. */
async function addBlob(tar: TarWriter, blobs: BlobStore, key: string): Promise<BlobContents | undefined> {
  try {
    const { stream, totalBytes: bytes, mediaType } = await blobs.get(key);
    const hash = createHash('sha256');
    const measured = new PassThrough().on('data', (piece: Buffer) => void hash.update(piece));
    await Promise.all([pipeline(stream, measured), tar.addStream(`${BLOBS_FOLDER}${key}`, bytes, measured)]);
    return { key, mediaType, bytes, sha256: hash.digest('hex') };
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') return undefined;
    throw error;
  }
}

function headerOf(
  config: Config,
  madeFrom: ArchiveHeader['madeFrom'],
  migrations: string[],
  tables: readonly CopiedTable[],
): ArchiveHeader {
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    parleyVersion: PARLEY_VERSION,
    createdAt: new Date().toISOString(),
    madeFrom,
    migrations,
    secretsKeyFingerprint: new Sealer(config.secrets.key).fingerprint,
    tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  };
}

function secretsOf({ identity, secrets }: Config) {
  return { JWT_SECRET: identity.jwtSecret, SECRETS_KEY: secrets.key.toString('base64') };
}

function linesOf(rows: readonly TextRow[]): Buffer {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

function addJson(tar: TarWriter, name: string, value: unknown): Promise<void> {
  return tar.add(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));
}
