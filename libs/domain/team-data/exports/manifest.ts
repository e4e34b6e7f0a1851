import type { CatalogColumn, OwnedTable } from '../catalog/catalog.types';

interface TableNote {
  rows: number;
  files: string[];
  columns: string[];
}

/** What is in an archive: of which the form may change only with its number. */
export class Manifest {
  rowCount = 0;
  fileCount = 0;
  private fileBytes = 0;
  private missingFiles = 0;
  private readonly tables: Record<string, TableNote> = {};

  constructor(
    private readonly teamId: string,
    private readonly writtenAt: Date,
  ) {}

  addRows({ name }: OwnedTable, columns: readonly CatalogColumn[], rows: number): void {
    this.tables[name] ??= { rows: 0, files: [], columns: columns.map((column) => column.name) };
    this.tables[name].rows += rows;
    this.rowCount += rows;
  }

  /** The name of the next part of a table's rows. */
  newPart({ name }: OwnedTable): string {
    const { files } = this.tables[name]!;
    const part = `rows/${name}/${String(files.length + 1).padStart(5, '0')}.jsonl`;
    files.push(part);
    return part;
  }

  addFile(bytes: number): void {
    this.fileCount += 1;
    this.fileBytes += bytes;
  }

  addMissingFile(): void {
    this.missingFiles += 1;
  }

  written(): Record<string, unknown> {
    const { teamId, writtenAt, tables, rowCount, fileCount, fileBytes, missingFiles } = this;
    return {
      format: 'parley-team-export',
      version: 1,
      teamId,
      writtenAt: writtenAt.toISOString(),
      rows: rowCount,
      tables,
      files: { count: fileCount, bytes: fileBytes, missing: missingFiles },
    };
  }
}
