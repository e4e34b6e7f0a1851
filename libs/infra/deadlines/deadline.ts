import type { Config } from '#infra/config';

/** A column with the time until which rows wait: for the end of a lease, for the next attempt. */
export interface Deadline {
  table: string;
  column: string;
  /** SQL: which rows wait. That of a partial index, where there is one. */
  where: string;
  /** No row ever waits for longer, from the moment on in which it is told to. */
  longestMs: number | ((config: Config) => number);
}

const declared = new Map<string, Deadline>();

/** Declared once, beside the times of whoever sets the column. */
export function defineDeadline(deadline: Deadline): Deadline {
  declared.set(`${deadline.table}.${deadline.column} ${deadline.where}`, deadline);
  return deadline;
}

/** Every deadline that the loaded modules declare. */
export function declaredDeadlines(): readonly Deadline[] {
  return [...declared.values()];
}
