import type { ExecutionContext } from '@nestjs/common';
import type { Actor, AppError } from '#kernel';
import { AdminOnly, AllowsBotKey, NeedsScope, Public, UserOnly } from './access';
import { AccessGuard } from './access.guard';

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
}

const MEMBER = { teamId: 't', plan: 'free' } as const;
const BOT_KEY: Actor = { ...MEMBER, kind: 'bot_key', keyId: 'k', botId: 'b' };
const KEY: Actor = { ...MEMBER, kind: 'key', keyId: 'k', userId: 'u', scopes: ['chat:write'] };

/** Passport's part is to let pass whoever was resolved. */
class Guard extends AccessGuard {
  override handleRequest<User>(_error: unknown, user: User | false): User {
    return user as User;
  }
}

async function call(route: keyof Routes, actor: Actor) {
  const request = { actor };
  const context = {
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}), getNext: () => undefined }),
  };
  const base = Object.getPrototypeOf(AccessGuard.prototype) as { canActivate(): Promise<boolean> };
  const passport = jest.spyOn(base, 'canActivate').mockResolvedValue(true);
  try {
    await new Guard().canActivate(context as unknown as ExecutionContext);
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
