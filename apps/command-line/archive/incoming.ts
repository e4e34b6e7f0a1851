import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { buffer, json } from 'node:stream/consumers';
import { MIGRATIONS } from '#domain/migrations';
import { RowDigest, type TextRow } from '#infra/database';
import { readTar, type TarEntry } from '#infra/tar-files';
import { CommandFailure } from '../terminal/failure';
import type { Progress } from '../terminal/progress';
import {
  type ArchivedSecrets,
  type ArchiveHeader,
  type ArchiveManifest,
  BLOBS_FOLDER,
  type BlobContents,
  ENTRIES,
  FORMAT_VERSION,
  HEADER,
  MANIFEST,
  SECRETS,
  TABLES_FOLDER,
  type TableContents,
} from './archive.types';

export interface CheckedArchive {
  file: string;
  header: ArchiveHeader;
  manifest: ArchiveManifest;
  secrets: ArchivedSecrets | undefined;
}

/**
 * Reads the whole archive once before anything is touched.
 *
 * @throws CommandFailure when it is none, is of a newer Parley, is cut off, or differs from its own checksums
 */
export async function checkArchive(file: string, progress: Progress): Promise<CheckedArchive> {
  progress.begin('Checking the archive');
  const found: Findings = { tables: new Map(), blobs: [] };
  try {
    for await (const entry of readTar(createReadStream(file))) {
      await look(entry, found);
      progress.advance();
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`${file} cannot be read as a backup of Parley: ${(error as Error).message}.`, error);
  }
  progress.end();
  const { header, manifest, secrets } = found;
  if (!header) throw new CommandFailure(`${file} is no backup of Parley.`);
  if (!manifest) throw new CommandFailure(`${file} is cut off: it has no manifest.json at its end.`);
  assertSame(file, found, manifest);
  assertKnown(header);
  return { file, header, manifest, secrets };
}

/** The rows of the archive, as they were written. */
export async function* archivedRows({ file }: CheckedArchive): AsyncGenerator<{ table: string; rows: TextRow[] }> {
  for await (const entry of readTar(createReadStream(file))) {
    const table = tableOf(entry);
    if (table === undefined) await skip(entry);
    else yield { table, rows: parseRows(await buffer(entry.stream)) };
  }
}

/** The files of the archive; each stream is to be read to its end. */
export async function* archivedBlobs({
  file,
  manifest,
}: CheckedArchive): AsyncGenerator<BlobContents & Pick<TarEntry, 'stream'>> {
  const known = new Map(manifest.blobs.map((blob) => [blob.key, blob]));
  for await (const entry of readTar(createReadStream(file))) {
    const blob = entry.name.startsWith(BLOBS_FOLDER) ? known.get(entry.name.slice(BLOBS_FOLDER.length)) : undefined;
    if (blob) yield { ...blob, stream: entry.stream };
    else await skip(entry);
  }
}

interface Findings {
  header?: ArchiveHeader;
  manifest?: ArchiveManifest;
  secrets?: ArchivedSecrets;
  tables: Map<string, RowDigest>;
  blobs: Array<Omit<BlobContents, 'mediaType'>>;
}

async function look(entry: TarEntry, found: Findings): Promise<void> {
  const table = tableOf(entry);
  if (entry.name === ENTRIES.header) found.header = HEADER.parse(await json(entry.stream));
  else if (entry.name === ENTRIES.manifest) found.manifest = MANIFEST.parse(await json(entry.stream));
  else if (entry.name === ENTRIES.secrets) found.secrets = SECRETS.parse(await json(entry.stream));
  else if (table !== undefined) await digestRows(entry, table, found);
  else if (entry.name.startsWith(BLOBS_FOLDER)) found.blobs.push(await digestBlob(entry));
  else await skip(entry);
}

async function digestRows(entry: TarEntry, table: string, { tables }: Findings): Promise<void> {
  const digest = tables.get(table) ?? new RowDigest();
  tables.set(table, digest);
  for (const row of parseRows(await buffer(entry.stream))) digest.add(row);
}

async function digestBlob({ name, bytes, stream }: TarEntry): Promise<Omit<BlobContents, 'mediaType'>> {
  const hash = createHash('sha256');
  for await (const piece of stream) hash.update(piece as Buffer);
  return { key: name.slice(BLOBS_FOLDER.length), bytes, sha256: hash.digest('hex') };
}

function tableOf({ name }: TarEntry): string | undefined {
  return name.startsWith(TABLES_FOLDER) ? name.slice(TABLES_FOLDER.length).split('/')[0] : undefined;
}

function parseRows(content: Buffer): TextRow[] {
  const lines = content.toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as TextRow);
}

async function skip({ stream }: TarEntry): Promise<void> {
  for await (const _piece of stream);
}

function assertSame(file: string, { tables, blobs }: Findings, manifest: ArchiveManifest): void {
  const isSameTable = ({ name, rows, digest }: TableContents) =>
    rows === 0 ? !tables.has(name) : tables.get(name)?.digest === digest;
  const sums = new Map(blobs.map(({ key, sha256 }) => [key, sha256]));
  const damaged = [
    ...manifest.tables.filter((table) => !isSameTable(table)).map(({ name }) => `the table ${name}`),
    ...manifest.blobs.filter(({ key, sha256 }) => sums.get(key) !== sha256).map(({ key }) => `the file ${key}`),
  ];
  if (damaged.length === 0) return;
  const shown = damaged.slice(0, 5).join(', ');
  throw new CommandFailure(`${file} is damaged: ${shown} differ from its checksums (${damaged.length} in all).`);
}

function assertKnown({ formatVersion, migrations, parleyVersion }: ArchiveHeader): void {
  const isKnown = migrations.every((name, at) => MIGRATIONS[at]?.name === name);
  if (formatVersion <= FORMAT_VERSION && isKnown) return;
  throw new CommandFailure(
    `The archive was made by Parley ${parleyVersion}, which is newer than this one or another. Restore it with that version.`,
  );
}
