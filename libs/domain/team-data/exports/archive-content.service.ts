/** What stands in the archive of a team: lines of JSON by table, original files, and a list of both. */
import { Injectable } from '@nestjs/common';
import { AppError } from '#kernel';
import { type Blob, BlobStore } from '#providers/blob-store';
import type { OwnedTable } from '../catalog/catalog.types';
import type { OwnedRow } from '../catalog/owned-rows.queries';
import { OwnedRows } from '../catalog/owned-rows.service';
import { namesBlobs, TeamCatalog } from '../catalog/team-catalog.service';
import type { ArchiveEntry } from './archive';
import { exportedColumns, isExportedTable } from './left-out';
import { Manifest } from './manifest';

/** Of a part of a table's rows; one is in memory at a time. */
const PART_CHARS = 8 * 1024 * 1024;
/** The share of the work, in percent, when all rows are written. */
const PROGRESS_ROWS = 60;
const PROGRESS_FILES = 98;

export interface Progress {
  stage: 'rows' | 'files';
  progress: number;
}

interface ContentOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

@Injectable()
export class ArchiveContents {
  constructor(
    private readonly catalog: TeamCatalog,
    private readonly rows: OwnedRows,
    private readonly blobs: BlobStore,
  ) {}

  async *entries(teamId: string, manifest: Manifest, options: ContentOptions): AsyncGenerator<ArchiveEntry> {
    const tables = (await this.catalog.tables()).filter(isExportedTable);
    for (const [at, table] of tables.entries()) {
      yield* this.tableEntries(table, teamId, manifest, options.signal);
      options.onProgress({ stage: 'rows', progress: Math.floor((PROGRESS_ROWS * (at + 1)) / tables.length) });
    }
    yield* this.fileEntries(tables, teamId, manifest, options);
    yield textEntry('manifest.json', `${JSON.stringify(manifest.written(), null, 2)}\n`);
  }

  private async *tableEntries(table: OwnedTable, teamId: string, manifest: Manifest, signal: AbortSignal) {
    let lines: string[] = [];
    let chars = 0;
    const columns = exportedColumns(table);
    for await (const rows of this.rows.of(table, teamId, columns)) {
      signal.throwIfAborted();
      for (const { line } of rows) {
        lines.push(line);
        chars += line.length;
      }
      manifest.addRows(table, columns, rows.length);
      if (chars < PART_CHARS) continue;
      yield textEntry(manifest.newPart(table), `${lines.join('\n')}\n`);
      [lines, chars] = [[], 0];
    }
    if (lines.length > 0) yield textEntry(manifest.newPart(table), `${lines.join('\n')}\n`);
  }

  /** Found by the columns of blobs, whatever table has them. */
  private async *fileEntries(
    tables: readonly OwnedTable[],
    teamId: string,
    manifest: Manifest,
    { signal, onProgress }: ContentOptions,
  ): AsyncGenerator<ArchiveEntry> {
    const total = await this.catalog.fileCount(tables, teamId);
    for (const table of tables.filter(namesBlobs)) {
      const columns = table.columns.filter(
        ({ name, type }) => name === 'blob_key' || (name === 'bytes' && type === 'bytea'),
      );
      for await (const rows of this.rows.of(table, teamId, columns))
        for (const row of rows) {
          signal.throwIfAborted();
          const entry = await this.fileEntry(table, row, signal);
          if (entry === 'none') continue;
          if (entry === 'missing') manifest.addMissingFile();
          else {
            manifest.addFile(entry.bytes);
            yield entry;
          }
          const share = Math.min(1, manifest.fileCount / Math.max(total, 1));
          const progress = Math.floor(PROGRESS_ROWS + (PROGRESS_FILES - PROGRESS_ROWS) * share);
          onProgress({ stage: 'files', progress });
        }
    }
  }

  private async fileEntry({ name }: OwnedTable, { line, key }: OwnedRow, signal: AbortSignal) {
    const { blob_key: blobKey, bytes } = JSON.parse(line) as { blob_key: string | null; bytes?: string | null };
    const place = `files/${name}/${key.join('-')}`;
    if (blobKey === null) return bytes ? bytesEntry(place, bytes) : 'none';
    const blob = await this.blobIfThere(blobKey, signal);
    return blob ? { name: place, bytes: blob.bytes, content: blob.stream } : 'missing';
  }

  /** It may have been deleted since its row was read. */
  private async blobIfThere(key: string, signal: AbortSignal): Promise<Blob | undefined> {
    try {
      return await this.blobs.get(key, { signal });
    } catch (error) {
      if (error instanceof AppError && error.code === 'blob_store.not_found') return undefined;
      throw error;
    }
  }
}

/** Of a file that an older release has put into its row. @param hex as PostgreSQL writes bytes */
function bytesEntry(name: string, hex: string): ArchiveEntry {
  const content = Buffer.from(hex.slice('\\x'.length), 'hex');
  return { name, bytes: content.length, content };
}

function textEntry(name: string, text: string): ArchiveEntry {
  const content = Buffer.from(text);
  return { name, bytes: content.length, content };
}
