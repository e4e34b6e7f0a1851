import {
  ALL_SCOPES,
  type FieldProblem,
  invalidInput,
  type Scope,
  scopesGrant,
  scopesOfRole,
  type UserActor,
} from '#kernel';

export const MAX_KEY_BOTS = 100;

interface Wish {
  scopes?: readonly string[];
  expiresAt?: Date | null;
  botIds?: readonly string[];
}

/** @throws AppError `input.invalid` naming every field that is not acceptable */
export function requireAcceptableKey(actor: UserActor, { scopes, expiresAt, botIds }: Wish, now: Date): void {
  const problems = [scopesProblem(scopes, actor), expiryProblem(expiresAt ?? undefined, now), botsProblem(botIds)];
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw invalidInput(found);
}

/** In the order of the list of all, each once; all that the person has unless some are named. */
export function scopesOf(wanted: readonly string[] | undefined, actor: UserActor): Scope[] {
  const own = scopesOfRole(actor.teamRole);
  return ALL_SCOPES.filter((scope) => (wanted ? wanted.includes(scope) : scopesGrant(own, scope)));
}

export function expiryProblem(expiresAt: Date | undefined, now: Date): FieldProblem | undefined {
  if (expiresAt === undefined || expiresAt > now) return undefined;
  return { field: 'expiresAt', message: 'expiresAt must be in the future.' };
}

function scopesProblem(wanted: readonly string[] | undefined, { teamRole }: UserActor): FieldProblem | undefined {
  const accepted = `Accepted are ${ALL_SCOPES.join(', ')}.`;
  if (wanted?.length === 0) return { field: 'scopes', message: `scopes must name at least one scope. ${accepted}` };
  const unknown = wanted?.find((scope) => !isScope(scope));
  if (unknown !== undefined) {
    return { field: 'scopes', message: `scopes must not contain "${unknown.slice(0, 64)}". ${accepted}` };
  }
  const own = scopesOfRole(teamRole);
  const tooMuch = wanted?.filter(isScope).find((scope) => !scopesGrant(own, scope));
  if (tooMuch === undefined) return undefined;
  return { field: 'scopes', message: `scopes must not contain "${tooMuch}", which your role in the team lacks.` };
}

function botsProblem(botIds: readonly string[] | undefined): FieldProblem | undefined {
  if (botIds === undefined || (botIds.length > 0 && botIds.length <= MAX_KEY_BOTS)) return undefined;
  return { field: 'chatbotIds', message: `chatbotIds must name 1 to ${MAX_KEY_BOTS} chatbots.` };
}

function isScope(text: string): text is Scope {
  return (ALL_SCOPES as readonly string[]).includes(text);
}
