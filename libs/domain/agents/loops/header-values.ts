/**
 * Headers that a team wants sent to its tool servers and callbacks. What they say may be secret, so that each value stands as
 * a mask in what is stored and shown; whoever sends the mask back means the value that is kept.
 */
import { headerFault, SECRET_MASK } from '#domain/plugins';
import type { FieldProblem } from '#kernel';

export type HeaderValues = Readonly<Record<string, string>>;

/**
 * @param kept of the same receiver; the mask means these
 * @param field of the input, for the problems
 */
export function headersOf(
  given: Readonly<Record<string, unknown>>,
  kept: HeaderValues,
  field: string,
  problems: FieldProblem[],
): HeaderValues {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  const values = Object.fromEntries(entries.map(([name, value]) => [name, value === SECRET_MASK ? kept[name] : value]));
  const lost = Object.keys(values).find((name) => values[name] === undefined);
  const fault =
    lost === undefined ? headerFault(values) : `with the value of ${lost}, which is not kept for this address`;
  if (fault !== undefined) problems.push({ field, message: `${field} must be ${fault}.` });
  return fault === undefined ? (values as HeaderValues) : {};
}

export function masked(values: HeaderValues): HeaderValues {
  return Object.fromEntries(Object.keys(values).map((name) => [name, SECRET_MASK]));
}

/** Whether secrets for the one may be sent to the other: scheme, host and port are the same. */
export function isSameReceiver(one: string | null | undefined, other: string | null | undefined): boolean {
  if (!one || !other) return false;
  return originOf(one) !== undefined && originOf(one) === originOf(other);
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
