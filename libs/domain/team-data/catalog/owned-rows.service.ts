import { Injectable } from '@nestjs/common';
import type { CatalogColumn, OwnedTable } from './catalog.types';
import { type OwnedRow, OwnedRowsQueries } from './owned-rows.queries';

const FIRST_PAGE_ROWS = 16;
const MAX_PAGE_ROWS = 4_096;
/** Of the lines of a page: rows differ a thousandfold. */
const PAGE_AIM_CHARS = 2_000_000;
/** The embedded database serves one statement at a time: everybody else waits for so long at most, as a rule. */
const PAGE_AIM_MS = 100;
/** Rows of the owner whose rows are asked for together. */
const OWNERS_AT_ONCE = 100;

/** Rows of a table of a team, page by page, each short whatever is in it. No snapshot: what is written meanwhile may be missed. */
@Injectable()
export class OwnedRows {
  constructor(private readonly queries: OwnedRowsQueries) {}

  async *of(table: OwnedTable, teamId: string, columns: readonly CatalogColumn[]): AsyncGenerator<OwnedRow[]> {
    const size = new PageSize();
    for await (const scope of this.scopes(table, teamId)) yield* this.within({ table, columns, scope }, size);
  }

  private async *scopes({ scope: { owner }, primaryKey }: OwnedTable, teamId: string): AsyncGenerator<string[]> {
    if (!owner) {
      yield [teamId];
      return;
    }
    const columns = owner.table.columns.filter(({ name }) => name === owner.column);
    // Without a key there are no pages, so that the rows of one owner come at a time.
    const atOnce = primaryKey.length > 0 ? OWNERS_AT_ONCE : 1;
    for await (const rows of this.of(owner.table, teamId, columns)) {
      const values = rows.map(({ line }) => String(JSON.parse(line)[owner.column]));
      for (let from = 0; from < values.length; from += atOnce) yield values.slice(from, from + atOnce);
    }
  }

  private async *within(
    place: { table: OwnedTable; columns: readonly CatalogColumn[]; scope: readonly string[] },
    size: PageSize,
  ): AsyncGenerator<OwnedRow[]> {
    for (let after: readonly string[] | undefined; ; ) {
      const limit = size.rows;
      const startedMs = performance.now();
      const rows = await this.queries.page({ ...place, after, limit });
      size.learn(rows, performance.now() - startedMs);
      if (rows.length > 0) yield rows;
      if (rows.length < limit || place.table.primaryKey.length === 0) return;
      after = rows.at(-1)!.key;
    }
  }
}

class PageSize {
  rows = FIRST_PAGE_ROWS;

  learn(page: readonly OwnedRow[], tookMs: number): void {
    const chars = page.reduce((sum, { line }) => sum + line.length, 0);
    const isLong = chars > PAGE_AIM_CHARS || tookMs > PAGE_AIM_MS;
    const isShort = chars < PAGE_AIM_CHARS / 4 && tookMs < PAGE_AIM_MS / 4;
    if (isLong) this.rows = Math.max(1, Math.floor(this.rows / 2));
    else if (isShort) this.rows = Math.min(this.rows * 2, MAX_PAGE_ROWS);
  }
}
