import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

/** One statement, and not a script that begins a transaction: only such can be prepared. */
const ONE_STATEMENT = /^\s*(with|insert)\b/i;

/**
 * The statement under a name made from its text, so that a connection parses and plans it once and not each time. The
 * long statements of pg-boss take 0.9 ms instead of 2.9 ms on the embedded database, and about 75 KB each. Undefined
 * when it cannot be prepared.
 */
export function preparedStatement(text: string, values: unknown[] | undefined): QueryConfig | undefined {
  if (values === undefined || !ONE_STATEMENT.test(text)) return undefined;
  return { name: statementName(text), text, values };
}

/** Texts made with values in them would fill the memory; there are far fewer that are constant. */
const MAX_KNOWN_NAMES = 1_000;
const names = new Map<string, string>();

/** The same for the same text in every process; at most 63 bytes long (NAMEDATALEN). */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  if (names.size < MAX_KNOWN_NAMES) names.set(text, name);
  return name;
}
