export interface CatalogColumn {
  name: string;
  /** As PostgreSQL writes it, e.g. `timestamp with time zone`. */
  type: string;
}

/** A foreign key of one column whose row goes with the row that it points at. */
export interface CatalogParent {
  column: string;
  table: string;
  tableColumn: string;
}

export interface CatalogTable {
  name: string;
  columns: CatalogColumn[];
  /** Empty when it has none. */
  primaryKey: string[];
  parents: CatalogParent[];
}

/** A table that holds something of teams, and how its rows are found. */
export interface OwnedTable extends CatalogTable {
  /** The column that names the team; or the one that names a row of the owner, which is a row of a team. */
  scope: { column: string; owner?: { table: OwnedTable; column: string } };
}
