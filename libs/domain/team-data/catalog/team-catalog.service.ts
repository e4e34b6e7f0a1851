import { Injectable } from '@nestjs/common';
import type { TeamContents } from '../team-data.types';
import { CatalogQueries } from './catalog.queries';
import type { OwnedTable } from './catalog.types';
import { OwnedRowsQueries } from './owned-rows.queries';
import { ownedTables } from './owned-tables';

/** The tables that hold something of teams, and how much. */
@Injectable()
export class TeamCatalog {
  constructor(
    private readonly catalog: CatalogQueries,
    private readonly rows: OwnedRowsQueries,
  ) {}

  async tables(): Promise<OwnedTable[]> {
    return ownedTables(await this.catalog.tables());
  }

  /** Counts table by table, so that each statement is short. */
  async contents(teamId: string): Promise<TeamContents> {
    const tables = await this.tables();
    const rows: TeamContents['rows'] = {};
    for (const table of tables) {
      const count = await this.rows.count(table, teamId);
      if (count > 0) rows[table.name] = count;
    }
    return { rows, files: { count: await this.fileCount(tables, teamId) } };
  }

  async fileCount(tables: readonly OwnedTable[], teamId: string): Promise<number> {
    let count = 0;
    for (const table of tables.filter(namesBlobs)) count += await this.rows.files(table, teamId);
    return count;
  }
}

export function namesBlobs({ columns }: OwnedTable): boolean {
  return columns.some(({ name }) => name === 'blob_key');
}
