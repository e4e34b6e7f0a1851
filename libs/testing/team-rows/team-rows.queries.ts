/** A table and which of its rows are a team's, whose id is `$1`. */
export interface OwnedTable {
  name: string;
  condition: string;
}

export interface CatalogueRow {
  name: string;
  has_team: boolean;
  /** Foreign keys, with their columns behind commas. */
  references: Array<{ table: string; required: boolean; columns: string; keys: string }>;
}

/** Every table of ours; from the catalogue, without an index of our own. */
export const CATALOGUE = `
  select c.relname as name,
    exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'team_id' and not a.attisdropped
    ) as has_team,
    coalesce((
      select json_agg(json_build_object('table', r.confrelid::regclass,
        'required', (select bool_and(a.attnotnull) from pg_attribute a where a.attrelid = r.conrelid and a.attnum = any(r.conkey)),
        'columns', (select string_agg(a.attname, ', ' order by p.place) from unnest(r.conkey) with ordinality p (number, place)
          join pg_attribute a on a.attrelid = r.conrelid and a.attnum = p.number),
        'keys', (select string_agg(a.attname, ', ' order by p.place) from unnest(r.confkey) with ordinality p (number, place)
          join pg_attribute a on a.attrelid = r.confrelid and a.attnum = p.number)
      ) order by r.conname)
      from pg_constraint r where r.conrelid = c.oid and r.contype = 'f'
    ), '[]') as "references"
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`;

/** Columns that say that somebody has been there, which is no change of what a team has. */
const TRACES: Readonly<Record<string, readonly string[]>> = {
  api_key: ['last_used_at'],
  bot_key: ['last_used_at'],
};

/** One row for each table: how many rows are the team's, and a digest of them that knows no order. Reads whole tables. */
export function digestQuery(tables: readonly OwnedTable[]): string {
  const ofOne = ({ name, condition }: OwnedTable) => {
    const traces = (TRACES[name] ?? []).map((column) => `'${column}'`);
    const row = traces.length > 0 ? `(to_jsonb(t) - array[${traces.join(', ')}])::text` : 't::text';
    return `select '${name}' as name, count(*)::int as rows,
      coalesce(sum(hashtextextended(${row}, 0)::numeric), 0)::text as digest
      from ${name} t where ${condition}`;
  };
  return tables.map(ofOne).join(' union all ');
}
