import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { AppError, type UserActor } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import type { Registration } from '../identity.types';
import { Logins } from '../logins/logins.service';
import { Accounts } from './accounts.service';
import { TeamEntity } from './team.entity';
import { UserEntity } from './user.entity';

const JANE: Registration = { username: 'jane_doe', email: 'jane@example.com', password: 'Sup3rSecret!' };

describe('accounts', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let accounts: Accounts;
  let logins: Logins;
  let resolver: IdentityActorResolver;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity] });
    identity = await openIdentity(db, clock);
    accounts = identity.get(Accounts);
    logins = identity.get(Logins);
    resolver = identity.get(IdentityActorResolver);
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  beforeEach(() => db.reset());

  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error as AppError).code,
    );
  const fieldsOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: unknown) => (error as AppError).fields.map(({ field }) => field),
    );
  const userOf = async (accessToken: string) =>
    (await resolver.resolve({ type: 'jwt', value: accessToken })) as UserActor | undefined;
  const logIn = async (name = JANE.username, password = JANE.password) => {
    const tokens = await logins.logIn(name, password);
    return { ...tokens, actor: (await userOf(tokens.accessToken))! };
  };

  describe('registering', () => {
    test('makes an active user with role user in a team of their own with plan free', async () => {
      const user = await accounts.register(JANE);
      expect(user).toEqual({
        id: expect.any(String),
        teamId: expect.any(String),
        username: 'jane_doe',
        email: 'jane@example.com',
        role: 'user',
        teamRole: 'owner',
        isActive: true,
        createdAt: clock.now(),
        updatedAt: clock.now(),
      });
      const joe = await accounts.register({ ...JANE, username: 'joe', email: 'joe@example.com' });
      expect(joe.teamId).not.toBe(user.teamId);
      const teams = await db.database.query('select plan from team');
      expect(teams).toEqual([{ plan: 'free' }, { plan: 'free' }]);
    });

    test('tells it as an event, without the password', async () => {
      const user = await accounts.register(JANE);
      const events = await db.database.query('select name, team_id as "teamId", data from outbox');
      const data = { userId: user.id, username: 'jane_doe', email: 'jane@example.com' };
      expect(events).toEqual([{ name: 'user.registered', teamId: user.teamId, data }]);
    });

    test('neither stores the password nor gives out its hash', async () => {
      const user = await accounts.register(JANE);
      const [row] = await db.database.query<{ password_hash: string }>('select * from app_user');
      expect(row?.password_hash).toMatch(/^\$argon2id\$/);
      expect(JSON.stringify(row)).not.toContain(JANE.password);
      expect(JSON.stringify([user, await accounts.get((await logIn()).actor)])).not.toContain('argon2');
    });

    test.each([
      ['username', 'identity.username_taken', { username: 'JANE_DOE', email: 'other@example.com' }],
      [
        'username in another width',
        'identity.username_taken',
        { username: 'ｊａｎｅ_doe', email: 'other@example.com' },
      ],
      ['e-mail address', 'identity.email_taken', { username: 'other', email: 'Jane@Example.com' }],
    ])('is refused for a taken %s and leaves nothing behind', async (_what, code, names) => {
      await accounts.register(JANE);
      expect(await outcome(accounts.register({ ...JANE, ...names }))).toBe(code);
      const [counts] = await db.database.query(
        'select (select count(*)::int from team) as teams, (select count(*)::int from outbox) as events',
      );
      expect(counts).toEqual({ teams: 1, events: 1 });
    });

    test('at the same time under one name succeeds once', async () => {
      const names = ['racer', 'Racer', 'RACER', 'rAcer', 'raceR'];
      const outcomes = await Promise.all(
        names.map((username, index) =>
          outcome(accounts.register({ ...JANE, username, email: `${index}@example.com` })),
        ),
      );
      expect(outcomes.toSorted()).toEqual(['done', ...Array(4).fill('identity.username_taken')]);
    });

    test('at the same time with one e-mail address succeeds once', async () => {
      const outcomes = await Promise.all(
        ['one', 'two', 'three', 'four'].map((username) => outcome(accounts.register({ ...JANE, username }))),
      );
      expect(outcomes.toSorted()).toEqual(['done', ...Array(3).fill('identity.email_taken')]);
    });

    test('names every field that is not acceptable', async () => {
      const registration = { username: 'a@b.example', email: 'nobody', password: 'short' };
      expect(await fieldsOf(accounts.register(registration))).toEqual(['username', 'email', 'password']);
    });
  });

  describe('changing an account', () => {
    beforeEach(() => accounts.register(JANE));

    test('changes what is given and leaves the rest', async () => {
      const { actor } = await logIn();
      clock.advance(1_000);
      const changed = await accounts.update(actor, { email: 'jane.doe@example.com' });
      expect(changed).toMatchObject({ username: 'jane_doe', email: 'jane.doe@example.com', updatedAt: clock.now() });
      expect(await accounts.get(actor)).toEqual(changed);
      expect(await outcome(logIn('jane@example.com'))).toBe('identity.invalid_credentials');
      expect(await outcome(logIn('JANE.DOE@example.com'))).toBe('done');
    });

    test('may change the case of a name', async () => {
      const { actor } = await logIn();
      expect(await accounts.update(actor, { username: 'Jane_Doe' })).toMatchObject({ username: 'Jane_Doe' });
    });

    test('is refused for a taken name', async () => {
      await accounts.register({ ...JANE, username: 'joe', email: 'joe@example.com' });
      const { actor } = await logIn();
      expect(await outcome(accounts.update(actor, { username: 'JOE' }))).toBe('identity.username_taken');
      expect(await outcome(accounts.update(actor, { email: 'JOE@example.com' }))).toBe('identity.email_taken');
    });

    test('needs the present password for a new one, and otherwise changes nothing', async () => {
      const { actor } = await logIn();
      const password = 'An0therSecret!';
      for (const patch of [{ password }, { password, currentPassword: 'wrong password' }]) {
        expect(await fieldsOf(accounts.update(actor, { ...patch, email: 'x@example.com' }))).toEqual([
          'currentPassword',
        ]);
      }
      expect(await accounts.get(actor)).toMatchObject({ email: JANE.email });
      expect(await outcome(logIn())).toBe('done');
    });

    test('ends all other logins with a new password, at once', async () => {
      const [mine, other] = [await logIn(), await logIn()];
      const currentPassword = JANE.password;
      await accounts.update(mine.actor, { password: 'An0therSecret!', currentPassword });
      expect(await userOf(mine.accessToken)).toBeDefined();
      expect(await userOf(other.accessToken)).toBeUndefined();
      expect(await outcome(logins.refresh(other.refreshToken))).toBe('identity.refresh_token_refused');
      expect(await outcome(logins.refresh(mine.refreshToken))).toBe('done');
      expect(await outcome(logIn())).toBe('identity.invalid_credentials');
      expect(await outcome(logIn(JANE.username, 'An0therSecret!'))).toBe('done');
    });

    test('leaves no login with the old password, whenever it began', async () => {
      const { actor } = await logIn();
      const attempts = Array.from({ length: 6 }, () =>
        logins.logIn(JANE.username, JANE.password).catch(() => undefined),
      );
      const change = accounts.update(actor, { password: 'An0therSecret!', currentPassword: JANE.password });
      const [tokens] = await Promise.all([Promise.all(attempts), change]);
      for (const token of tokens) if (token) expect(await userOf(token.accessToken)).toBeUndefined();
    });
  });
});
