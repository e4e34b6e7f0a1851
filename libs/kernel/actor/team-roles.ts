import { ALL_SCOPES, type Scope } from './scopes';

/** What somebody is in their team, from the one who may do all. */
export const TEAM_ROLES = ['owner', 'admin', 'agent', 'member'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** `x:write` grants `x:read`. Owners and admins differ in what no scope says: only owners decide about owners. */
const SCOPES_OF: Record<TeamRole, readonly Scope[]> = {
  owner: ALL_SCOPES,
  admin: ALL_SCOPES,
  agent: [
    'conversations:write',
    'chat:write',
    'chatbots:read',
    'bots:read',
    'knowledge:read',
    'documents:read',
    'files:read',
    'training:read',
    'analytics:read',
  ],
  member: [
    'chatbots:write',
    'bots:write',
    'knowledge:write',
    'documents:write',
    'files:write',
    'training:write',
    'conversations:write',
    'chat:write',
    'analytics:read',
    'models:read',
    'webhooks:read',
    'integrations:read',
    'channels:read',
    'agent-loops:read',
  ],
};

/** What people of this role may do in their team: the same scopes that keys have. */
export function scopesOfRole(role: TeamRole): readonly Scope[] {
  return SCOPES_OF[role];
}

/** Whether somebody of this role may decide what only that one, or a higher one, may. */
export function isTeamRole(role: TeamRole, atLeast: 'owner' | 'admin'): boolean {
  return role === 'owner' || role === atLeast;
}
