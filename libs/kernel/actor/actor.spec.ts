import { type BotKeyActor, hasScope, type KeyActor, principalOf, requireScope, type UserActor } from './actor';
import { ALL_SCOPES, type Scope, scopesWithin } from './scopes';
import { scopesOfRole, type TeamRole } from './team-roles';

const MEMBER = { teamId: 't', plan: 'free' } as const;
const USER: UserActor = { ...MEMBER, kind: 'user', userId: 'u', role: 'user', teamRole: 'owner', loginId: 'l' };
const KEY: KeyActor = { ...MEMBER, kind: 'key', keyId: 'k', userId: 'u', scopes: ['bots:write'] };
const BOT_KEY: BotKeyActor = { ...MEMBER, kind: 'bot_key', keyId: 'k', botId: 'b' };

test('every kind of actor is a principal of its own', () => {
  const actors = [USER, KEY, BOT_KEY, { ...MEMBER, kind: 'system' } as const];
  expect(actors.map(principalOf)).toEqual(['user:u', 'key:k', 'bot_key:k', 'team:t']);
});

test('owners and jobs have every scope, a key has those that it was given', () => {
  for (const actor of [USER, { ...MEMBER, kind: 'system' } as const, KEY]) {
    expect(() => requireScope(actor, 'bots:read')).not.toThrow();
  }
  expect(() => requireScope(KEY, 'chat:write')).toThrow('lacks the scope chat:write');
});

test('a key of a bot has no scope but what the route gave it', () => {
  expect(() => requireScope(BOT_KEY, 'chat:write')).toThrow('lacks the scope chat:write');
  const onRoute: BotKeyActor = { ...BOT_KEY, scopes: ['chat:write'] };
  expect(() => requireScope(onRoute, 'chat:write')).not.toThrow();
  expect(() => requireScope(onRoute, 'admin')).toThrow();
});

describe('people', () => {
  const may = (teamRole: TeamRole, scope: Scope) => hasScope({ ...USER, teamRole }, scope);

  test.each(['owner', 'admin'] as const)('as %s have every scope', (role) => {
    expect(ALL_SCOPES.filter((scope) => !may(role, scope))).toEqual([]);
  });

  test('as agents work on conversations and read what they answer from, and change nothing else', () => {
    expect(may('agent', 'conversations:write')).toBe(true);
    expect(may('agent', 'chat:write')).toBe(true);
    expect(may('agent', 'knowledge:read')).toBe(true);
    const writes = ALL_SCOPES.filter((scope) => scope.endsWith(':write') && may('agent', scope));
    expect(writes).toEqual(['conversations:write', 'chat:write']);
    expect(may('agent', 'admin')).toBe(false);
  });

  test('as members build bots, and do not touch what holds credentials or sends data away', () => {
    for (const scope of ['bots:write', 'chatbots:write', 'knowledge:write', 'training:write'] as const) {
      expect(may('member', scope)).toBe(true);
    }
    for (const resource of ['models', 'webhooks', 'integrations', 'channels', 'agent-loops'] as const) {
      expect(may('member', `${resource}:read`)).toBe(true);
      expect(may('member', `${resource}:write`)).toBe(false);
    }
    expect(may('member', 'admin')).toBe(false);
  });

  test('are told which scope their role lacks', () => {
    expect(() => requireScope({ ...USER, teamRole: 'agent' }, 'bots:write')).toThrow(
      'Your role in the team (agent) lacks the scope bots:write.',
    );
  });
});

test('of the scopes of a key as much is left as its maker may do', () => {
  expect(scopesWithin(['admin', 'bots:write'], scopesOfRole('admin'))).toEqual(['admin', 'bots:write']);
  expect(scopesWithin(['bots:write', 'webhooks:write'], scopesOfRole('agent'))).toEqual(['chatbots:read', 'bots:read']);
  expect(scopesWithin(['admin'], scopesOfRole('agent'))).toContain('chat:write');
  expect(scopesWithin(['admin'], scopesOfRole('agent'))).not.toContain('admin');
});
