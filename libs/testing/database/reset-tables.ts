import type { DataSource } from 'typeorm';

/**
 * Empties every table of the schema but the record of the migrations. Only tables with rows are truncated, because
 * TRUNCATE makes new files for a table and each of its indexes.
 */
const RESET = `
  DO $$
  DECLARE
    candidate regclass;
    holds_rows boolean;
    filled text[] := '{}';
  BEGIN
    FOR candidate IN
      SELECT oid FROM pg_class
      WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace AND relname <> 'migration'
    LOOP
      EXECUTE format('SELECT EXISTS (SELECT FROM %s)', candidate) INTO holds_rows;
      IF holds_rows THEN filled := filled || candidate::text; END IF;
    END LOOP;
    IF cardinality(filled) > 0 THEN
      EXECUTE format('TRUNCATE %s RESTART IDENTITY CASCADE', array_to_string(filled, ', '));
    END IF;
  END $$`;

export async function resetTables(dataSource: DataSource): Promise<void> {
  await dataSource.query(RESET);
}
