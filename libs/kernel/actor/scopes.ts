const RESOURCES = [
  'chatbots',
  'bots',
  'models',
  'knowledge',
  'documents',
  'files',
  'training',
  'analytics',
  'webhooks',
  'integrations',
  'channels',
  'conversations',
  'agent-loops',
  'chat',
] as const;

export type Scope = `${(typeof RESOURCES)[number]}:${'read' | 'write'}` | 'admin';

/** Every scope a key can have; a new key has them all. `chatbots:*` and `bots:*` are two names of one permission. */
export const ALL_SCOPES: readonly Scope[] = [
  ...RESOURCES.flatMap((resource): Scope[] => [`${resource}:read`, `${resource}:write`]),
  'admin',
];

const SYNONYMS: Partial<Record<Scope, Scope>> = {
  'chatbots:read': 'bots:read',
  'chatbots:write': 'bots:write',
  'bots:read': 'chatbots:read',
  'bots:write': 'chatbots:write',
};

/** What is left of `granted` for somebody who may do no more than `limit`. */
export function scopesWithin(granted: readonly Scope[], limit: readonly Scope[]): Scope[] {
  if (limit.includes('admin')) return [...granted];
  return ALL_SCOPES.filter((scope) => scopesGrant(granted, scope) && scopesGrant(limit, scope));
}

/** `admin` grants everything in the team; `x:write` grants `x:read`. */
export function scopesGrant(granted: readonly Scope[], wanted: Scope): boolean {
  const accepted = [wanted, SYNONYMS[wanted]].filter((scope) => scope !== undefined);
  return accepted.some((scope) => {
    const write = scope.replace(/:read$/, ':write') as Scope;
    return granted.includes('admin') || granted.includes(scope) || granted.includes(write);
  });
}
