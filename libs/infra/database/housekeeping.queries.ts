import type { Database } from './database';

/**
 * Replaying it after a crash takes about 100 ms; PostgreSQL's own limit with log files of 1 MB is 64 MB.
 */
const CHECKPOINT_AFTER_WAL_BYTES = 16 * 1024 * 1024;

export interface TableToMaintain {
  /** Quoted, with its schema. */
  name: string;
  needsVacuum: boolean;
}

/** Writes a checkpoint if much was written since the last one. */
export async function checkpointIfDue(database: Database): Promise<void> {
  const [row] = await database.query<{ due: boolean }>(
    `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) > $1 AS due FROM pg_control_checkpoint()`,
    [CHECKPOINT_AFTER_WAL_BYTES],
  );
  if (row?.due) await database.query('CHECKPOINT');
}

/**
 * The table that is worst off by the rules of autovacuum: dead rows above 50 + 20 % of the table, or changes since the
 * last ANALYZE above 50 + 10 %. PostgreSQL 18 manual, section 24.1.6 "The Autovacuum Daemon".
 */
export async function tableToMaintain(database: Database): Promise<TableToMaintain | undefined> {
  const [table] = await database.query<TableToMaintain>(`
    SELECT format('%I.%I', schemaname, stat.relname) AS name, dead > 1 AS "needsVacuum"
    FROM pg_stat_user_tables AS stat
    JOIN pg_class ON pg_class.oid = stat.relid
    CROSS JOIN LATERAL (
      SELECT n_dead_tup / (50 + 0.2 * greatest(reltuples, 0)) AS dead,
             n_mod_since_analyze / (50 + 0.1 * greatest(reltuples, 0)) AS changed
    ) AS need
    WHERE dead > 1 OR changed > 1
    ORDER BY greatest(dead, changed) DESC
    LIMIT 1`);
  return table;
}
