import { type Actor, requireScope, type Scope } from '#kernel';

/** What a file has in it: whoever may not see, or make, all of that by itself may not by a file either. */
const SCOPES_OF_READING: readonly Scope[] = ['chatbots:write', 'knowledge:read', 'training:read', 'integrations:read'];
const SCOPES_OF_WRITING: readonly Scope[] = [
  'chatbots:write',
  'knowledge:write',
  'training:write',
  'integrations:write',
];

/** @throws AppError `actor.scope_missing` */
export function requireReadingWholeBots(actor: Actor): void {
  for (const scope of SCOPES_OF_READING) requireScope(actor, scope);
}

/** @throws AppError `actor.scope_missing` */
export function requireMakingWholeBots(actor: Actor): void {
  for (const scope of SCOPES_OF_WRITING) requireScope(actor, scope);
}
