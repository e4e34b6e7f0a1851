import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { CatalogColumn, OwnedTable } from './catalog.types';

export interface RowPage {
  table: OwnedTable;
  /** Of the columns that are wanted as JSON. */
  columns: readonly CatalogColumn[];
  /** Values of the column that the table is found by: the team, or rows of the owner. */
  scope: readonly string[];
  /** The key of the last row before; undefined for the first page. */
  after: readonly string[] | undefined;
  limit: number;
}

export interface OwnedRow {
  /** One line of JSON, as PostgreSQL writes it: numbers keep all their digits. */
  line: string;
  /** The primary key. */
  key: string[];
}

/** Counting goes no further: more is a lot, however much, and each statement is to be short. */
export const COUNTED_ROWS = 100_000;

/** Rows of any table of a team. Names come from the database's catalogue and are quoted. */
@Injectable()
export class OwnedRowsQueries {
  constructor(private readonly database: Database) {}

  /**
   * In the order of the primary key; by it, or by the index of the column that the table is found by, whichever PostgreSQL
   * finds cheaper.
   */
  page({ table, columns, scope, after, limit }: RowPage): Promise<OwnedRow[]> {
    const key = table.primaryKey.map((name) => `t.${quoted(name)}`);
    const isPaged = key.length > 0;
    const places = table.primaryKey.map((name, at) => `$${at + 3}::text::${typeOf(table, name)}`);
    return this.database.query<OwnedRow>(
      `select (select row_to_json(r)::text from (select ${columns.map(({ name }) => `t.${quoted(name)}`).join(', ')}) r) as line,
         array[${key.map((column) => `${column}::text`).join(', ')}]::text[] as key
       from ${quoted(table.name)} t where ${within(table, scope)}
         ${isPaged && after ? `and (${key.join(', ')}) > (${places.join(', ')})` : ''}
       ${isPaged ? `order by ${key.join(', ')} limit $2` : 'limit $2'}`,
      [scopeValue(scope), isPaged ? limit : null, ...(isPaged && after ? after : [])],
    );
  }

  /** As many as are counted. By the index of the column that the table is found by, or that of its owner. */
  async count(table: OwnedTable, teamId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from (select from ${quoted(table.name)} t where ${ofTeam(table)} limit ${COUNTED_ROWS}) found`,
      [teamId],
    );
    return row?.count ?? 0;
  }

  /** Files of a table that names blobs, as the rows tell them. */
  async files(table: OwnedTable, teamId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from
         (select from ${quoted(table.name)} t where ${ofTeam(table)} and t.blob_key is not null limit ${COUNTED_ROWS}) found`,
      [teamId],
    );
    return row?.count ?? 0;
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function typeOf({ name, columns }: OwnedTable, column: string): string {
  const found = columns.find((one) => one.name === column);
  if (!found) throw new Error(`${name} has no column ${column}.`);
  return found.type;
}

/** One value is compared as it stands, so that an index that begins with it gives the order, too. */
function within(table: OwnedTable, scope: readonly string[]): string {
  const { column } = table.scope;
  const type = typeOf(table, column);
  return scope.length === 1
    ? `t.${quoted(column)} = $1::text::${type}`
    : `t.${quoted(column)} = any ($1::text[]::${type}[])`;
}

function scopeValue(scope: readonly string[]): unknown {
  return scope.length === 1 ? scope[0] : scope;
}

/** With the owners of the owner, up to the team. */
function ofTeam({ scope: { column, owner } }: OwnedTable, alias = 't'): string {
  if (!owner) return `${alias}.${quoted(column)} = $1::uuid`;
  const above = `${alias}_of`;
  return `exists (select from ${quoted(owner.table.name)} ${above}
    where ${above}.${quoted(owner.column)} = ${alias}.${quoted(column)} and ${ofTeam(owner.table, above)})`;
}
