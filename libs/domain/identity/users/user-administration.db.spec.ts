import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { JobQueue } from '#infra/queue';
import { type AppError, newId, SECOND_MS, type UserActor } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import type { User } from '../identity.types';
import { removeTeam } from '../jobs/remove-team.job';
import { ApiKeyEntity } from '../keys/api-key.entity';
import { ApiKeys } from '../keys/api-keys.service';
import { Logins } from '../logins/logins.service';
import { Provisioning } from '../provisioning.service';
import { Accounts } from './accounts.service';
import { TeamEntity } from './team.entity';
import { UserEntity } from './user.entity';
import { UserAdministration } from './user-administration.service';

const PASSWORD = 'Sup3rSecret!';
const PAGE = { page: 1, limit: 10 };

describe('administration of users', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let users: UserAdministration;
  let admin: UserActor;
  let jane: User;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity, ApiKeyEntity] });
    identity = await openIdentity(db, clock);
    users = identity.get(UserAdministration);
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  beforeEach(async () => {
    await db.reset();
    const made = await identity
      .get(Provisioning)
      .ensureAdministrator({ username: 'admin', email: 'admin@example.com', password: PASSWORD });
    admin = made!.actor;
    jane = await register('jane');
  });

  const register = (username: string) =>
    identity.get(Accounts).register({ username, email: `${username}@example.com`, password: PASSWORD });
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: AppError) => error.code,
    );
  const resolve = (type: 'jwt' | 'key', value: string) => identity.get(IdentityActorResolver).resolve({ type, value });
  /** What jane holds, and who it makes her. */
  const credentials = async () => {
    const { accessToken, refreshToken } = await identity.get(Logins).logIn('jane', PASSWORD);
    const actor = (await resolve('jwt', accessToken)) as UserActor;
    const { apiKey } = await identity.get(ApiKeys).create(actor, {});
    const both = async () => [await resolve('jwt', accessToken), await resolve('key', apiKey)];
    expect(await both()).not.toContain(undefined);
    return { both, refreshToken };
  };

  describe('listing', () => {
    test('shows the users of all teams with their plans, newest first, in pages', async () => {
      const joe = await register('joe');
      const { items, total } = await users.list({ page: 1, limit: 2 });
      expect([items, total]).toEqual([
        [
          { ...joe, plan: 'free' },
          { ...jane, plan: 'free' },
        ],
        3,
      ]);
      const [last] = (await users.list({ page: 2, limit: 2 })).items;
      expect(last).toMatchObject({ username: 'admin', plan: 'enterprise' });
    });

    test('finds parts of names and addresses in any case, taken literally', async () => {
      await register('Jürgen_x');
      const namesOf = async (search: string) =>
        (await users.list({ ...PAGE, search })).items.map(({ username }) => username);
      expect(await namesOf('JÜRGEN')).toEqual(['Jürgen_x']);
      expect(await namesOf('ANE@EXAMPLE')).toEqual(['jane']);
      expect(await namesOf('_x')).toEqual(['Jürgen_x']);
      expect(await namesOf('%')).toEqual([]);
    });
  });

  test('an unknown id, or what is none, is no user', async () => {
    for (const id of [newId(), 'x']) {
      expect(await outcome(users.get(id))).toBe('identity.user_not_found');
      expect(await outcome(users.update(admin, id, { role: 'user' }))).toBe('identity.user_not_found');
      expect(await outcome(users.delete(admin, id))).toBe('identity.user_not_found');
    }
  });

  describe('changing', () => {
    test('changes what is given and leaves the rest', async () => {
      clock.advance(1_000);
      const changed = await users.update(admin, jane.id, { email: 'jane.doe@example.com', plan: 'pro' });
      expect(changed).toEqual({ ...jane, email: 'jane.doe@example.com', plan: 'pro', updatedAt: clock.now() });
      expect(await users.get(jane.id)).toEqual(changed);
      expect(await outcome(identity.get(Logins).logIn('JANE.DOE@example.com', PASSWORD))).toBe('done');
    });

    test('takes effect at once on whoever is logged in, and on keys', async () => {
      const { both } = await credentials();
      await users.update(admin, jane.id, { plan: 'pro', role: 'admin' });
      const [byLogin, byKey] = await both();
      expect(byLogin).toMatchObject({ plan: 'pro', role: 'admin' });
      expect(byKey).toMatchObject({ plan: 'pro' });
    });

    test('is refused for names that are taken or not acceptable', async () => {
      expect(await outcome(users.update(admin, jane.id, { username: 'ADMIN' }))).toBe('identity.username_taken');
      expect(await outcome(users.update(admin, jane.id, { email: 'Admin@example.com' }))).toBe('identity.email_taken');
      expect(await outcome(users.update(admin, jane.id, { username: 'a@b', plan: 'pro' }))).toBe('input.invalid');
      expect(await users.get(jane.id)).toEqual({ ...jane, plan: 'free' });
    });

    test('to inactive refuses logins, tokens and keys at once; keys come back with the user, logins do not', async () => {
      const { both, refreshToken } = await credentials();
      await users.update(admin, jane.id, { isActive: false });
      expect(await both()).toEqual([undefined, undefined]);
      expect(await outcome(identity.get(Logins).logIn('jane', PASSWORD))).toBe('identity.invalid_credentials');
      await users.update(admin, jane.id, { isActive: true });
      expect(await outcome(identity.get(Logins).refresh(refreshToken))).toBe('identity.refresh_token_refused');
      clock.advance(6 * SECOND_MS);
      const [byLogin, byKey] = await both();
      expect([byLogin, byKey?.kind]).toEqual([undefined, 'key']);
    });
  });

  describe('the last administrator', () => {
    test.each([[{ role: 'user' as const }], [{ isActive: false }]])('cannot be changed to %j', async (patch) => {
      expect(await outcome(users.update(admin, admin.userId, patch))).toBe('identity.last_administrator');
      expect(await users.get(admin.userId)).toMatchObject({ role: 'admin', isActive: true });
      await users.update(admin, jane.id, { role: 'admin' });
      expect(await outcome(users.update(admin, admin.userId, patch))).toBe('done');
    });

    test('is not saved by another one who is disabled', async () => {
      await users.update(admin, jane.id, { role: 'admin', isActive: false });
      expect(await outcome(users.update(admin, admin.userId, { role: 'user' }))).toBe('identity.last_administrator');
    });

    test('remains when several take each other away at the same time', async () => {
      const others = [jane, await register('joe'), await register('ann')];
      for (const { id } of others) await users.update(admin, id, { role: 'admin' });
      const everybody = [admin.userId, ...others.map(({ id }) => id)];
      await Promise.allSettled(everybody.map((id) => users.update(admin, id, { role: 'user' })));
      const [{ count } = {}] = await db.database.query(
        `select count(*)::int as count from app_user where role = 'admin'`,
      );
      expect(count).toBe(1);
    });
  });

  describe('deleting', () => {
    test('takes the account, its logins, its keys and its names away at once', async () => {
      const { both, refreshToken } = await credentials();
      await users.delete(admin, jane.id);
      expect(await both()).toEqual([undefined, undefined]);
      expect(await outcome(identity.get(Logins).refresh(refreshToken))).toBe('identity.refresh_token_refused');
      expect(await outcome(users.get(jane.id))).toBe('identity.user_not_found');
      expect(await outcome(register('jane'))).toBe('done');
    });

    test("leaves the rest of the team's data to a job", async () => {
      const enqueue = jest.spyOn(identity.get(JobQueue, { strict: false }), 'enqueue');
      await users.delete(admin, jane.id);
      expect(enqueue).toHaveBeenCalledWith(removeTeam, { teamId: jane.teamId });
      enqueue.mockRestore();
    });

    test('of oneself is refused', async () => {
      expect(await outcome(users.delete(admin, admin.userId))).toBe('identity.own_account');
      expect(await outcome(users.get(admin.userId))).toBe('done');
    });

    test('of the last administrator is refused, whoever asks', async () => {
      const demoted = { ...admin, userId: jane.id };
      expect(await outcome(users.delete(demoted, admin.userId))).toBe('identity.last_administrator');
    });
  });
});
