import type { CopyConnection } from './copy-connection';

export interface CopiedColumn {
  name: string;
  /** As in a cast, e.g. `timestamp with time zone`. */
  type: string;
}

export interface CopiedTable {
  name: string;
  /** Without those that the database computes. */
  columns: CopiedColumn[];
}

export interface CopiedSequence {
  name: string;
  /** Null when no number was taken yet; a text, because it may be larger than numbers are exact. */
  lastValue: string | null;
}

/** Our tables in the order of their names; not the record of the migrations, which stands for the schema itself. */
export async function readTables(connection: CopyConnection): Promise<CopiedTable[]> {
  const { rows } = await connection.query<CopiedTable>(`
    select c.relname as name, (
      select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) as columns
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  return rows;
}

/** Those of identity columns too. */
export async function readSequences(connection: CopyConnection): Promise<CopiedSequence[]> {
  const { rows } = await connection.query<CopiedSequence>(`
    select sequencename as name, last_value::text as "lastValue" from pg_sequences where schemaname = 'public'
    order by sequencename collate "C"`);
  return rows;
}

export async function writeSequences(connection: CopyConnection, sequences: readonly CopiedSequence[]): Promise<void> {
  const taken = sequences.filter(({ lastValue }) => lastValue !== null);
  await connection.query(
    `select setval(format('public.%I', s.name)::regclass, s.value)
     from unnest($1::text[], $2::bigint[]) as s(name, value)`,
    [taken.map(({ name }) => name), taken.map(({ lastValue }) => lastValue)],
  );
}

/** Names of the migrations that were applied, in order; none when the database is empty. */
export async function readMigrations(connection: CopyConnection): Promise<string[]> {
  const { rows: found } = await connection.query<{ exists: boolean }>(
    `select to_regclass('public.migration') is not null as exists`,
  );
  if (!found[0]?.exists) return [];
  const { rows } = await connection.query<{ name: string }>('select name from public.migration order by number');
  return rows.map(({ name }) => name);
}

/** Bytes on disk and rows as the planner guesses them, for showing progress. */
export async function guessRows(connection: CopyConnection): Promise<Map<string, number>> {
  const { rows } = await connection.query<{ name: string; rows: number }>(`
    select relname as name, greatest(reltuples, 0)::float8 as rows from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace`);
  return new Map(rows.map(({ name, rows: count }) => [name, count]));
}

/** True when a person has an account: then it is an installation and not an empty one. */
export async function hasUsers(connection: CopyConnection): Promise<boolean> {
  const { rows: found } = await connection.query<{ exists: boolean }>(
    `select to_regclass('public.app_user') is not null as exists`,
  );
  if (!found[0]?.exists) return false;
  const { rows } = await connection.query<{ exists: boolean }>('select exists (select from public.app_user)');
  return rows[0]?.exists === true;
}
