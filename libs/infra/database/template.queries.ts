import type { DataSource } from 'typeorm';

/**
 * One line for each applied migration, column, constraint, index, trigger, function and extension outside the system's schemas. Names of
 * constraints are part of it, because code recognises violations by them.
 */
export async function schemaLines(dataSource: DataSource): Promise<string[]> {
  const rows: Array<{ line: string }> = await dataSource.query(`
    WITH relation AS (
      SELECT pg_class.oid, pg_class.oid::regclass::text AS name, relkind
      FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
    )
    SELECT format('%s %s %s %s%s', relkind, name, attname, format_type(atttypid, atttypmod),
                  CASE WHEN attnotnull THEN ' NOT NULL' END || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), ''))
             AS line
    FROM relation JOIN pg_attribute ON attrelid = relation.oid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attnum > 0 AND NOT attisdropped AND relkind NOT IN ('i', 'I')
    UNION ALL
    SELECT format('constraint %s %s %s', name, conname, pg_get_constraintdef(pg_constraint.oid))
    FROM relation JOIN pg_constraint ON conrelid = relation.oid
    UNION ALL
    SELECT pg_get_indexdef(indexrelid) FROM relation JOIN pg_index ON indrelid = relation.oid
    UNION ALL
    SELECT pg_get_triggerdef(pg_trigger.oid) FROM relation JOIN pg_trigger ON tgrelid = relation.oid AND NOT tgisinternal
    UNION ALL
    SELECT pg_get_functiondef(pg_proc.oid)
    FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND prokind IN ('f', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
    UNION ALL
    SELECT format('migration %s %s', number, name) FROM migration
    UNION ALL
    SELECT format('extension %s %s', extname, extversion) FROM pg_extension
    ORDER BY line`);
  return rows.map(({ line }) => line);
}
