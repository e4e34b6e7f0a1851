import type { CopyConnection } from './copy-connection';

export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Makes ready for rows in any order: tables empty, foreign keys away, triggers at rest, no jobs that tell of other rows. To rest the triggers of foreign
 * keys only a superuser is allowed, so they are dropped and made again, which checks every row.
 *
 * @returns what `endFilling` makes again
 */
export async function beginFilling(connection: CopyConnection): Promise<ForeignKey[]> {
  const { rows: keys } = await connection.query<ForeignKey>(`
    select format('%I', c.relname) as table, format('%I', k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
    order by k.oid`);
  for (const { table, name } of keys) await connection.query(`alter table public.${table} drop constraint ${name}`);
  await connection.query(`do $$
    declare
      one record;
      names text;
    begin
      drop schema if exists pgboss cascade;
      select string_agg(format('public.%I', relname), ', ') into names from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration';
      execute format('truncate %s restart identity', names);
      for one in
        select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
      loop
        execute format('alter table public.%I disable trigger user', one.name);
      end loop;
    end $$`);
  return keys;
}

/** @throws Error of the database when a row refers to one that is not there */
export async function endFilling(connection: CopyConnection, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys) {
    await connection.query(`alter table public.${table} add constraint ${name} ${definition}`);
  }
  await connection.query(`do $$
    declare one record;
    begin
      for one in
        select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
      loop
        execute format('alter table public.%I enable trigger user', one.name);
      end loop;
    end $$`);
}

/** Leaves nothing of Parley: tables, sequences and functions of ours, and the queue that stands in the database. */
export async function dropEverything(connection: CopyConnection): Promise<void> {
  await connection.query(`do $$
    declare one record;
    begin
      drop schema if exists pgboss cascade;
      for one in select relname as name from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')
      loop
        execute format('drop table public.%I cascade', one.name);
      end loop;
      for one in select relname as name from pg_class
        where relkind = 'S' and relnamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')
      loop
        execute format('drop sequence if exists public.%I cascade', one.name);
      end loop;
      for one in select oid::regprocedure as name from pg_proc
        where pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')
      loop
        execute format('drop function if exists %s cascade', one.name);
      end loop;
    end $$`);
}

/** Other processes of Parley that are connected to this database; always none on the embedded one. */
export async function otherProcesses(connection: CopyConnection): Promise<number> {
  const { rows } = await connection.query<{ count: number }>(`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = 'parley' and pid <> pg_backend_pid()`);
  return rows[0]?.count ?? 0;
}
