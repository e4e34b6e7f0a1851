/** Tables of the database -> those that hold something of teams, each with the way from a team to its rows. */
import type { CatalogParent, CatalogTable, OwnedTable } from './catalog.types';

/** A table has a `team_id`, or hangs by a foreign key on one that has; so does one that hangs on that. */
export function ownedTables(tables: readonly CatalogTable[]): OwnedTable[] {
  const owned = new Map<string, OwnedTable>();
  for (const table of tables) {
    const column = table.name === 'team' ? 'id' : 'team_id';
    if (table.columns.some(({ name }) => name === column)) owned.set(table.name, { ...table, scope: { column } });
  }
  for (let grown = true; grown; ) {
    const found = tables.flatMap((table) => (owned.has(table.name) ? [] : (belowOwned(table, owned) ?? [])));
    for (const table of found) owned.set(table.name, table);
    grown = found.length > 0;
  }
  return [...owned.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function belowOwned(table: CatalogTable, owned: ReadonlyMap<string, OwnedTable>): OwnedTable | undefined {
  const parents = table.parents.filter((parent) => owned.has(parent.table));
  // Where the key begins with it, its rows are found by that.
  const parent = parents.find(({ column }) => column === table.primaryKey[0]) ?? parents[0];
  return parent && { ...table, scope: scopeBy(parent, owned) };
}

function scopeBy({ column, table, tableColumn }: CatalogParent, owned: ReadonlyMap<string, OwnedTable>) {
  return { column, owner: { table: owned.get(table)!, column: tableColumn } };
}
