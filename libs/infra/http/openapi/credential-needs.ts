import type { AccessRule } from '../access/access';
import type { Dialect } from '../dialect';

/** Of the one who runs the installation, not of a role in a team. */
export const ADMINISTRATOR = 'administrator';

/**
 * One of the dialect's credentials; where only people may go, those that carry an access token. Beside each stands what it
 * needs: a scope, a role in the team, or to be an administrator's
 * (https://spec.openapis.org/oas/v3.1.1.html, section 4.8.30: names of roles that are required).
 */
export function securityOf(dialect: Dialect, access: AccessRule): Array<Record<string, string[]>> {
  if (access.public) return [];
  const needs = needsOf(access);
  const schemes = Object.entries(dialect.docs.securitySchemes);
  return schemes
    .filter(([, scheme]) => !isForPeople(access) || scheme.bearerFormat === 'JWT')
    .map(([name]) => ({ [name]: needs }));
}

function needsOf({ scope, teamRole, adminOnly }: AccessRule): string[] {
  return [scope, teamRole, adminOnly ? ADMINISTRATOR : undefined].filter((need) => need !== undefined);
}

function isForPeople({ userOnly, adminOnly, teamRole }: AccessRule): boolean {
  return userOnly === true || adminOnly === true || teamRole !== undefined;
}
