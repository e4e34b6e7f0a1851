import type { Database } from '#infra/database';
import { newId } from '#kernel';

interface Column {
  name: string;
  type: string;
  /** `generated always`, or something the database fills in by itself. */
  isGiven: boolean;
  /** Of a check that lists the accepted texts. */
  accepted: string | null;
}

interface ForeignKey {
  columns: string[];
  table: string;
  tableColumns: string[];
}

interface Table {
  name: string;
  columns: Column[];
  foreignKeys: ForeignKey[];
}

type Row = Record<string, unknown>;

/**
 * Puts one row into every table of the schema, whatever tables there are: each row refers to the others by its foreign
 * keys, and names the team wherever there is a `team_id`. For tests of what a delete leaves behind; a table that somebody
 * adds takes part by itself.
 *
 * @returns the names of the tables
 */
export async function fillTables(database: Database, team: Row & { id: string }): Promise<string[]> {
  const rows = new Map<string, Row>([['team', team]]);
  const tables = await readTables(database);
  while (rows.size <= tables.length) {
    const next = tables.find(
      ({ name, foreignKeys }) => !rows.has(name) && foreignKeys.every(({ table }) => table === name || rows.has(table)),
    );
    if (!next) break;
    rows.set(next.name, await insertRow(database, next, rows));
  }
  const missing = tables.filter(({ name }) => !rows.has(name));
  if (missing.length > 0) throw new Error(`Tables refer to each other: ${missing.map(({ name }) => name).join(', ')}.`);
  return [...rows.keys()];
}

async function insertRow(database: Database, table: Table, rows: Map<string, Row>): Promise<Row> {
  const row: Row = {};
  for (const { name, type, isGiven, accepted } of table.columns) {
    if (name === 'team_id') row[name] = rows.get('team')!.id;
    else if (!isGiven) row[name] = accepted ?? newValue(type);
  }
  for (const { columns, table: target, tableColumns } of table.foreignKeys) {
    for (const [at, column] of columns.entries()) row[column] = rows.get(target)?.[tableColumns[at]!] ?? null;
  }
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map((_, at) => `$${at + 1}`);
  const [inserted] = await database.query(
    `insert into "${table.name}" (${names.join(', ')}) values (${places.join(', ')})
     on conflict do nothing returning *`,
    Object.values(row),
  );
  return inserted ?? madeByTrigger(database, table, row);
}

/** What another row has brought with it. */
async function madeByTrigger(database: Database, { name }: Table, { team_id: teamId }: Row): Promise<Row> {
  const [made] = await database.query(`select * from "${name}" where team_id = $1 limit 1`, [teamId]);
  if (!made) throw new Error(`A row of ${name} is in the way of another.`);
  return made;
}

/** Unlike those of other rows, for what is unique. */
function newValue(type: string): unknown {
  if (type === 'uuid') return newId();
  if (type === 'boolean') return true;
  if (type === 'bytea') return Buffer.from(newId());
  if (type.startsWith('vector')) return '[1]';
  if (type.startsWith('timestamp')) return new Date();
  if (type.startsWith('json')) return '{}';
  if (type === 'text[]') return [`text ${newId()}`];
  if (type.endsWith('[]')) return [];
  // Of scores and the like.
  if (type === 'smallint') return 1 + Math.floor(Math.random() * 5);
  if (/int|numeric|double|real/.test(type)) return Math.floor(Math.random() * 1_000_000) + 1;
  return `text ${newId()}`;
}

function readTables(database: Database): Promise<Table[]> {
  return database.query<Table>(`
    select c.relname as name,
      (
        select jsonb_agg(jsonb_build_object(
          'name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod),
          'isGiven', not a.attnotnull or a.atthasdef or a.attidentity <> '',
          'accepted', (
            select substring(pg_get_constraintdef(k.oid) from $$'([^']*)'$$) from pg_constraint k
            where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum] limit 1
          )
        ))
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      ) as columns,
      coalesce((
        select jsonb_agg(jsonb_build_object('columns', f.columns, 'table', f.target, 'tableColumns', f.target_columns))
        from (
          select t.relname as target,
            array(select attname::text from unnest(k.conkey) with ordinality n (num, at)
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num order by at) as columns,
            array(select attname::text from unnest(k.confkey) with ordinality n (num, at)
              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.num order by at) as target_columns
          from pg_constraint k join pg_class t on t.oid = k.confrelid
          where k.contype = 'f' and k.conrelid = c.oid
        ) f
      ), '[]') as "foreignKeys"
    from pg_class c
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
      and c.relname not in ('team', 'migration')`);
}
