import type { Database } from '#infra/database';

/**
 * Rows whose work was given up, of one kind, over all teams: for whoever runs the installation. The queue is not asked: rows are
 * the truth, and what is made due again is found by the sweep of its domain within seconds.
 */
export interface FailedWork {
  /** In the words of people, in the plural: `documents`. */
  readonly kind: string;
  count(database: Database): Promise<number>;
  /** Makes them due again, from where they stood. @returns how many */
  retry(database: Database, now: Date): Promise<number>;
}

/** @param sql gives one row with `count`; @param update makes due at `$1` */
export function failedWork(kind: string, sql: string, update: string): FailedWork {
  return {
    kind,
    count: async (database) => (await database.query<{ count: number }>(sql))[0]?.count ?? 0,
    retry: (database, now) => database.execute(update, [now]),
  };
}
