import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { type AppError, DAY_MS, HOUR_MS, MINUTE_MS, type UserActor } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { Logins } from './logins.service';

const PASSWORD = 'Sup3rSecret!';
const JANE = { username: 'jane_doe', email: 'jane@example.com', password: PASSWORD };
const JOE = { username: 'joe', email: 'joe@example.com', password: PASSWORD };

describe('logins', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let accounts: Accounts;
  let logins: Logins;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity] });
    identity = await openIdentity(db, clock);
    accounts = identity.get(Accounts);
    logins = identity.get(Logins);
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  beforeEach(async () => {
    await db.reset();
    await accounts.register(JANE);
  });

  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error as AppError).code,
    );
  const logIn = (name = JANE.username) => logins.logIn(name, PASSWORD);
  const actorOf = async ({ accessToken }: { accessToken: string }) =>
    (await identity.get(IdentityActorResolver).resolve({ type: 'jwt', value: accessToken })) as UserActor | undefined;
  const isLive = async (tokens: { accessToken: string }) => (await actorOf(tokens)) !== undefined;
  const count = async (table: 'login' | 'refresh_token') => {
    const [row] = await db.database.query<{ count: number }>(`select count(*)::int from ${table}`);
    return row?.count;
  };

  describe('logging in', () => {
    test('takes the username or the e-mail address, in any case', async () => {
      for (const name of ['jane_doe', 'JANE_DOE', ' Ｊａｎｅ_doe ', 'jane@example.com', 'Jane@EXAMPLE.com']) {
        const { user, accessTokenLifetimeMs, refreshToken, ...tokens } = await logIn(name);
        expect(user).toMatchObject({ username: 'jane_doe', email: 'jane@example.com' });
        expect(accessTokenLifetimeMs).toBe(HOUR_MS);
        expect(refreshToken).toMatch(/^[\w-]{43}$/);
        expect(await actorOf(tokens)).toMatchObject({ kind: 'user', userId: user.id, role: 'user', plan: 'free' });
      }
    });

    test('answers an unknown name, a wrong password and a disabled user with the same words', async () => {
      await accounts.register(JOE);
      await db.database.query(`update app_user set is_active = false where username = 'joe'`);
      const attempts = [
        logins.logIn('nobody', PASSWORD),
        logins.logIn('nobody@example.com', PASSWORD),
        logins.logIn('jane_doe', 'wrong password'),
        logins.logIn('joe', PASSWORD),
        logins.logIn('jane\u0000doe', PASSWORD),
        logins.logIn('\ud800', PASSWORD),
        logins.logIn('jane_doe', 'x'.repeat(100_000)),
        logins.logIn("' or 1=1 --", PASSWORD),
      ];
      const errors = await Promise.all(attempts.map((attempt) => attempt.catch((error: AppError) => error)));
      const words = errors.map((error) => `${(error as AppError).code}: ${(error as AppError).message}`);
      expect(new Set(words)).toEqual(new Set(['identity.invalid_credentials: The username or the password is wrong.']));
    });

    test('stores no token', async () => {
      const tokens = await logIn();
      const rows = await db.database.query(`select t.*, encode(hash, 'base64') as text from refresh_token t`);
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(tokens.refreshToken);
    });
  });

  describe('refreshing', () => {
    test('gives fresh tokens of the same login, and the old one stops working', async () => {
      const first = await logIn();
      const second = await logins.refresh(first.refreshToken);
      expect(second.refreshToken).not.toBe(first.refreshToken);
      expect((await actorOf(second))?.loginId).toBe((await actorOf(first))?.loginId);
      expect(await outcome(logins.refresh(second.refreshToken))).toBe('done');
    });

    test('with a used token ends the whole login, at once', async () => {
      const first = await logIn();
      const second = await logins.refresh(first.refreshToken);
      expect(await isLive(second)).toBe(true);
      expect(await outcome(logins.refresh(first.refreshToken))).toBe('identity.refresh_token_refused');
      expect(await outcome(logins.refresh(second.refreshToken))).toBe('identity.refresh_token_refused');
      expect([await isLive(first), await isLive(second)]).toEqual([false, false]);
    });

    test('with a used token leaves other logins alone', async () => {
      const [stolen, other] = [await logIn(), await logIn()];
      await logins.refresh(stolen.refreshToken);
      await outcome(logins.refresh(stolen.refreshToken));
      expect(await isLive(other)).toBe(true);
      expect(await outcome(logins.refresh(other.refreshToken))).toBe('done');
    });

    test('ten times at once succeeds once, and then the login is over', async () => {
      const first = await logIn();
      const attempts = await Promise.all(
        Array.from({ length: 10 }, () => logins.refresh(first.refreshToken).catch(() => undefined)),
      );
      const winners = attempts.filter((tokens) => tokens !== undefined);
      expect(winners).toHaveLength(1);
      expect(await isLive(winners[0]!)).toBe(false);
      expect(await outcome(logins.refresh(winners[0]!.refreshToken))).toBe('identity.refresh_token_refused');
      expect(await count('refresh_token')).toBe(2);
    });

    test('works for 30 days after the last refresh', async () => {
      const first = await logIn();
      clock.advance(30 * DAY_MS - 1);
      const second = await logins.refresh(first.refreshToken);
      clock.advance(30 * DAY_MS);
      expect(await outcome(logins.refresh(second.refreshToken))).toBe('identity.refresh_token_refused');
    });

    test('is refused when the user was disabled', async () => {
      const { refreshToken } = await logIn();
      await db.database.query('update app_user set is_active = false');
      expect(await outcome(logins.refresh(refreshToken))).toBe('identity.refresh_token_refused');
    });

    test('tells the present role in the token', async () => {
      const { refreshToken } = await logIn();
      await db.database.query(`update app_user set role = 'admin'`);
      const [, payload] = (await logins.refresh(refreshToken)).accessToken.split('.');
      expect(JSON.parse(Buffer.from(payload!, 'base64url').toString())).toMatchObject({ role: 'admin' });
    });

    test('is refused for what is no refresh token', async () => {
      const { accessToken } = await logIn();
      for (const text of ['', 'x', 'sk_live_x', '\u0000', 'x'.repeat(100_000), accessToken]) {
        expect(await outcome(logins.refresh(text))).toBe('identity.refresh_token_refused');
      }
    });
  });

  describe('logging out', () => {
    test('ends the login: neither of its tokens works any more', async () => {
      const tokens = await logIn();
      await logins.logOut((await actorOf(tokens))!);
      expect(await isLive(tokens)).toBe(false);
      expect(await outcome(logins.refresh(tokens.refreshToken))).toBe('identity.refresh_token_refused');
    });

    test('leaves other logins of the user alone', async () => {
      const [tokens, other] = [await logIn(), await logIn()];
      await logins.logOut((await actorOf(tokens))!, tokens.refreshToken);
      expect(await isLive(other)).toBe(true);
    });

    test('also ends the login of a refresh token that is given, if it is theirs', async () => {
      await accounts.register(JOE);
      const [tokens, other, foreign] = [await logIn(), await logIn(), await logIn('joe')];
      const actor = (await actorOf(tokens))!;
      await logins.logOut(actor, other.refreshToken);
      await logins.logOut(actor, foreign.refreshToken);
      expect([await isLive(tokens), await isLive(other), await isLive(foreign)]).toEqual([false, false, true]);
    });
  });

  describe('pruning', () => {
    test('deletes logins that ended and logins that were not refreshed in time, with their tokens', async () => {
      const [ended, expired] = [await logIn(), await logIn()];
      await logins.refresh(expired.refreshToken);
      clock.advance(30 * DAY_MS - HOUR_MS);
      const live = await logIn();
      await logins.logOut((await actorOf(await logins.refresh(ended.refreshToken)))!);
      clock.advance(2 * HOUR_MS + MINUTE_MS);
      await logins.prune();
      expect(await count('login')).toBe(1);
      expect(await outcome(logins.refresh(live.refreshToken))).toBe('done');
    });

    test('keeps used tokens of a live login until they expire, so that reuse is noticed', async () => {
      const first = await logIn();
      clock.advance(10 * DAY_MS);
      const second = await logins.refresh(first.refreshToken);
      await logins.prune();
      expect(await count('refresh_token')).toBe(2);
      clock.advance(20 * DAY_MS + 2 * HOUR_MS);
      await logins.prune();
      expect(await count('refresh_token')).toBe(1);
      expect(await outcome(logins.refresh(second.refreshToken))).toBe('done');
    });
  });
});
