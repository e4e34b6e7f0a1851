import type { Client } from 'pg';
import { CATALOGUE, type CatalogueRow, type OwnedTable } from './team-rows.queries';

/** Tables of the whole installation, each with why. */
const OF_NO_TEAM: Readonly<Record<string, string>> = {
  migration: 'which migrations have run',
  password_reset_request: 'addresses that anybody may type, also of nobody',
  unneeded_blob: 'blobs that no row names any more',
  vector_space: 'names of kinds of vectors',
};

/**
 * All tables, as the catalogue has them: a row is a team's by its own `team_id`, or by the row that it refers to.
 *
 * @throws Error when nothing says whose the rows of a table are
 */
export async function ownedTables(database: Client): Promise<OwnedTable[]> {
  const { rows } = await database.query<CatalogueRow>(CATALOGUE);
  const conditions = new Map([['team', 'id = $1']]);
  for (const { name, has_team: hasTeam } of rows) if (hasTeam) conditions.set(name, 'team_id = $1');
  for (let found = true; found; ) {
    found = false;
    for (const { name, references } of rows) {
      const via = references.find(({ table, required }) => required && conditions.has(table));
      if (conditions.has(name) || !via) continue;
      conditions.set(
        name,
        `(${via.columns}) in (select ${via.keys} from ${via.table} where ${conditions.get(via.table)})`,
      );
      found = true;
    }
  }
  const unknown = rows.filter(({ name }) => !conditions.has(name) && !(name in OF_NO_TEAM));
  if (unknown.length > 0)
    throw new Error(`Nothing says whose rows these tables hold: ${unknown.map(({ name }) => name).join(', ')}.`);
  return [...conditions].map(([name, condition]) => ({ name, condition }));
}
