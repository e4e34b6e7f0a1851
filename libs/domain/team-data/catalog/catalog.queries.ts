import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { CatalogTable } from './catalog.types';

/** What tables there are is asked of the database itself: a table that somebody adds takes part by being there. */
@Injectable()
export class CatalogQueries {
  constructor(private readonly database: Database) {}

  /** By the indexes of the system's catalogues. */
  tables(): Promise<CatalogTable[]> {
    return this.database.query<CatalogTable>(
      `select c.relname as name,
         (
           select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
           from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         ) as columns,
         array(
           select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k (num, at), pg_attribute a
           where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.num order by k.at
         ) as "primaryKey",
         coalesce((
           select jsonb_agg(jsonb_build_object('column', a.attname, 'table', r.relname, 'tableColumn', ra.attname) order by a.attnum)
           from pg_constraint f
             join pg_class r on r.oid = f.confrelid
             join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
             join pg_attribute ra on ra.attrelid = f.confrelid and ra.attnum = f.confkey[1]
           where f.contype = 'f' and f.conrelid = c.oid and f.confdeltype = 'c' and cardinality(f.conkey) = 1 and a.attnotnull
         ), '[]') as parents
       from pg_class c
       where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
       order by c.relname`,
    );
  }
}
