import type { ExecutionContext } from '@nestjs/common';
import type { Actor, AppError, KeyActor, TeamRole } from '#kernel';
import type { ActorResolver } from '../actor-resolver';
import { AdminOnly, AllowsBotKey, AllowsKeysOfBots, NeedsScope, NeedsTeamRole, Public, UserOnly } from './access';
import { AccessGuard } from './access.guard';
import { declarePathId } from './path-ids';

class Routes {
  plain() {}

  @NeedsScope('bots:read')
  scoped() {}

  @UserOnly()
  people() {}

  @AdminOnly()
  administrators() {}

  @Public()
  open() {}

  @NeedsScope('admin')
  @AllowsBotKey('chat:write')
  ofBots() {}

  @AllowsKeysOfBots()
  listed() {}

  oneBot() {}

  inABot() {}

  twoBots() {}

  ofNoBot() {}

  @NeedsTeamRole('admin')
  managers() {}

  @NeedsTeamRole('owner')
  owners() {}
}

const PATHS = { oneBot: ['bot'], inABot: ['bot', 'page'], twoBots: ['bot', 'bot2'], ofNoBot: ['page'] } as const;
for (const [route, kinds] of Object.entries(PATHS)) {
  for (const kind of kinds) {
    const id = { parameter: kind, kind: kind.replace('2', '') };
    declarePathId(Routes.prototype[route as keyof typeof PATHS], id);
  }
}

/** Knows bots by their ids; a page is of no bot. */
const RESOLVER = {
  isOfBotsOf: async (key: KeyActor, kind: string, id: string) =>
    kind === 'bot' ? key.botIds!.includes(id) : undefined,
} as unknown as ActorResolver;

const MEMBER = { teamId: 't', plan: 'free' } as const;
const BOT_KEY: Actor = { ...MEMBER, kind: 'bot_key', keyId: 'k', botId: 'b' };
const KEY: Actor = { ...MEMBER, kind: 'key', keyId: 'k', userId: 'u', scopes: ['chat:write'] };

/** Passport's part is to let pass whoever was resolved. */
class Guard extends AccessGuard {
  override handleRequest<User>(_error: unknown, user: User | false): User {
    return user as User;
  }
}

async function call(route: keyof Routes, actor: Actor, params: Record<string, string> = {}) {
  const dialect = { ids: { decode: (_kind: string, text: string) => (text === 'nonsense' ? undefined : text) } };
  const request = { actor, params, dialect };
  const context = {
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}), getNext: () => undefined }),
  };
  const base = Object.getPrototypeOf(AccessGuard.prototype) as { canActivate(): Promise<boolean> };
  const passport = jest.spyOn(base, 'canActivate').mockResolvedValue(true);
  try {
    await new Guard(RESOLVER).canActivate(context as unknown as ExecutionContext);
    return request.actor;
  } catch (error) {
    return (error as AppError).code;
  } finally {
    passport.mockRestore();
  }
}

describe('the key of a bot', () => {
  test.each(['plain', 'scoped', 'people', 'administrators'] as const)('is refused on a route: %s', async (route) => {
    expect(await call(route, BOT_KEY)).toBe('auth.bot_key');
  });

  test('may call what says so, with the scopes that are given there, and keeps none', async () => {
    expect(await call('ofBots', BOT_KEY)).toEqual({ ...BOT_KEY, scopes: ['chat:write'] });
    expect(BOT_KEY).not.toHaveProperty('scopes');
  });

  test('a public route does not ask', async () => {
    expect(await call('open', BOT_KEY)).toBe(BOT_KEY);
  });
});

test('what is open to keys of bots still asks other keys for its scope', async () => {
  expect(await call('ofBots', KEY)).toBe('actor.scope_missing');
});

describe('a key that is for some bots', () => {
  const ofSome: KeyActor = { ...(KEY as KeyActor), botIds: ['b1', 'b2'] };

  test('is refused on every route that names none of them in its path', async () => {
    expect(await call('plain', ofSome)).toBe('auth.bots_only');
    expect(await call('ofNoBot', ofSome, { page: 'p' })).toBe('auth.bots_only');
    expect(await call('people', ofSome)).toBe('auth.user_only');
  });

  test('may call what is about its bots, and is told that others do not exist', async () => {
    expect(await call('oneBot', ofSome, { bot: 'b1' })).toBe(ofSome);
    expect(await call('inABot', ofSome, { bot: 'b2', page: 'p' })).toBe(ofSome);
    expect(await call('oneBot', ofSome, { bot: 'other' })).toBe('http.no_such_id');
    expect(await call('oneBot', ofSome, { bot: 'nonsense' })).toBe('http.no_such_id');
    expect(await call('oneBot', ofSome)).toBe('http.no_such_id');
  });

  test('is refused when one of several ids is not of its bots', async () => {
    expect(await call('twoBots', ofSome, { bot: 'b1', bot2: 'b2' })).toBe(ofSome);
    expect(await call('twoBots', ofSome, { bot: 'b1', bot2: 'other' })).toBe('http.no_such_id');
  });

  test('may call what lets it in by name, within its scopes', async () => {
    expect(await call('listed', ofSome)).toBe(ofSome);
    expect(await call('ofBots', ofSome)).toBe('actor.scope_missing');
    const admin = { ...ofSome, scopes: ['admin' as const] };
    expect(await call('ofBots', admin)).toBe(admin);
  });

  test('is of no concern to other keys', async () => {
    expect(await call('oneBot', KEY, { bot: 'other' })).toBe(KEY);
  });
});

describe('what needs a role in the team', () => {
  const person = (teamRole: TeamRole): Actor => {
    return { ...MEMBER, kind: 'user', userId: 'u', role: 'user', teamRole, loginId: 'l' };
  };

  test('is refused to keys, whatever their scopes', async () => {
    expect(await call('managers', { ...(KEY as KeyActor), scopes: ['admin'] })).toBe('auth.user_only');
  });

  test('is for that role and those above', async () => {
    for (const role of ['owner', 'admin'] as const) expect(await call('managers', person(role))).toEqual(person(role));
    for (const role of ['agent', 'member'] as const)
      expect(await call('managers', person(role))).toBe('auth.team_admin_only');
    expect(await call('owners', person('owner'))).toEqual(person('owner'));
    expect(await call('owners', person('admin'))).toBe('auth.team_owner_only');
  });

  test('and what needs a scope is for those whose role has it', async () => {
    expect(await call('scoped', person('agent'))).toEqual(person('agent'));
    expect(await call('ofBots', person('agent'))).toBe('actor.scope_missing');
  });
});
