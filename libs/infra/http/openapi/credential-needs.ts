import type { AccessRule } from '../access/access';
import type { Dialect } from '../dialect';

/** Of the one who runs the installation, not of a role in a team. */
export const ADMINISTRATOR = 'administrator';

/** What the credential of an operation needs: a scope, a role in the team, or to be an administrator's. For programs. */
const NEEDS_EXTENSION = 'x-needs';

/** For people, who read descriptions. */
const SENTENCES: Readonly<Record<string, string>> = {
  owner: 'For owners of the team.',
  admin: 'For owners and admins of the team.',
  [ADMINISTRATOR]: 'For administrators of the installation.',
};

interface Secured {
  description?: string;
  security?: Array<Record<string, string[]>>;
  [NEEDS_EXTENSION]?: string[];
}

/** Says which of the dialect's credentials the operation takes, and what they need. */
export function describeNeeds(operation: Secured, dialect: Dialect, access: AccessRule): void {
  operation.security = securityOf(dialect, access);
  const needs = needsOf(access);
  if (needs.length === 0) return;
  operation[NEEDS_EXTENSION] = needs;
  const sentences = needs.map((need) => SENTENCES[need] ?? `Needs the scope \`${need}\`.`);
  operation.description = [operation.description, sentences.join(' ')].filter(Boolean).join('\n\n');
}

/** One of the dialect's credentials; where only people may go, those that carry an access token. */
function securityOf(dialect: Dialect, access: AccessRule): Array<Record<string, string[]>> {
  if (access.public) return [];
  const schemes = Object.entries(dialect.docs.securitySchemes);
  return schemes
    .filter(([, scheme]) => !isForPeople(access) || scheme.bearerFormat === 'JWT')
    .map(([name]) => ({ [name]: [] }));
}

function needsOf({ public: isPublic, scope, teamRole, adminOnly }: AccessRule): string[] {
  if (isPublic) return [];
  return [scope, teamRole, adminOnly ? ADMINISTRATOR : undefined].filter((need) => need !== undefined);
}

function isForPeople({ userOnly, adminOnly, teamRole }: AccessRule): boolean {
  return userOnly === true || adminOnly === true || teamRole !== undefined;
}
