import { BIG_COUNTERS } from './counters';

/** One statement that adds rows, given as JSON, to those that there are; in the order of the key. */
export function additionTo(table: string, key: readonly string[], counters: readonly string[]): string {
  const typed = counters.map((name) => `${name} ${BIG_COUNTERS.has(name) ? 'bigint' : 'integer'}`);
  return `insert into ${table} as t (${[...key.map(nameOf), ...counters].join(', ')})
    select ${[...key.map(nameOf), ...counters.map((name) => `coalesce(${name}, 0)`)].join(', ')}
    from jsonb_to_recordset($1::jsonb) as given (${[...key, ...typed].join(', ')})
    order by ${key.map((_, at) => at + 1).join(', ')}
    on conflict (${key.map(nameOf).join(', ')}) do update
      set ${counters.map((name) => `${name} = t.${name} + excluded.${name}`).join(', ')}`;
}

function nameOf(column: string): string {
  return column.split(' ')[0]!;
}
