import { type BotKeyActor, type KeyActor, principalOf, requireScope, type UserActor } from './actor';

const MEMBER = { teamId: 't', plan: 'free' } as const;
const USER: UserActor = { ...MEMBER, kind: 'user', userId: 'u', role: 'user', loginId: 'l' };
const KEY: KeyActor = { ...MEMBER, kind: 'key', keyId: 'k', userId: 'u', scopes: ['bots:write'] };
const BOT_KEY: BotKeyActor = { ...MEMBER, kind: 'bot_key', keyId: 'k', botId: 'b' };

test('every kind of actor is a principal of its own', () => {
  const actors = [USER, KEY, BOT_KEY, { ...MEMBER, kind: 'system' } as const];
  expect(actors.map(principalOf)).toEqual(['user:u', 'key:k', 'bot_key:k', 'team:t']);
});

test('people and jobs need no scope, a key has those that it was given', () => {
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
