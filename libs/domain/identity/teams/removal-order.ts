import type { TeamTable } from './team-removal.queries';

/**
 * Tables that refer to others come before those: their rows are then deleted by themselves in small steps, instead of all
 * at once by the foreign keys of a row above. Tables that refer to each other in a circle keep their order.
 */
export function removalOrder(tables: readonly TeamTable[]): TeamTable[] {
  const ordered: TeamTable[] = [];
  let rest = [...tables];
  while (rest.length > 0) {
    const free = rest.filter(({ name }) => !rest.some((other) => other.refersTo.includes(name)));
    const next = free.length > 0 ? free : rest;
    ordered.push(...next);
    rest = rest.filter((table) => !next.includes(table));
  }
  return ordered;
}
