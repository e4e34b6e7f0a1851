import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { ALL_SCOPES, type AppError } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from './actors/identity-actor-resolver';
import { ApiKeyEntity } from './keys/api-key.entity';
import { ApiKeys } from './keys/api-keys.service';
import { Logins } from './logins/logins.service';
import { Provisioning } from './provisioning.service';
import { Accounts } from './users/accounts.service';
import { TeamEntity } from './users/team.entity';
import { UserEntity } from './users/user.entity';

const ADMIN = { email: 'admin@example.com', username: 'admin' };

describe('the first start', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let provisioning: Provisioning;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity, ApiKeyEntity] });
    identity = await openIdentity(db, clock);
    provisioning = identity.get(Provisioning);
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  beforeEach(() => db.reset());

  test('makes an administrator with plan enterprise, a password and a key', async () => {
    const made = (await provisioning.ensureAdministrator(ADMIN))!;
    expect(made.user).toMatchObject({ ...ADMIN, role: 'admin', isActive: true });
    const { accessToken } = await identity.get(Logins).logIn('admin', made.password!);
    const resolver = identity.get(IdentityActorResolver);
    const member = { teamId: made.user.teamId, plan: 'enterprise' };
    expect(await resolver.resolve({ type: 'jwt', value: accessToken })).toMatchObject({ ...member, role: 'admin' });
    expect(await resolver.resolve({ type: 'key', value: made.apiKey })).toMatchObject({
      ...member,
      scopes: ALL_SCOPES,
    });
    const { items } = await identity.get(ApiKeys).list(made.actor, { page: 1, limit: 10 });
    expect(items.map(({ name }) => name)).toEqual(['First start']);
  });

  test('takes a password that was chosen and does not give it back', async () => {
    const made = await provisioning.ensureAdministrator({ ...ADMIN, password: 'chosen by the operator' });
    expect(made?.password).toBeUndefined();
    expect(await identity.get(Logins).logIn('admin', 'chosen by the operator')).toBeDefined();
  });

  test('is not the first when there is any user', async () => {
    await identity.get(Accounts).register({ username: 'jane', email: 'jane@example.com', password: 'Sup3rSecret!' });
    expect(await provisioning.ensureAdministrator(ADMIN)).toBeUndefined();
  });

  test('makes one administrator when several processes start together', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => provisioning.ensureAdministrator(ADMIN)));
    expect(made.filter((administrator) => administrator !== undefined)).toHaveLength(1);
    const [counts] = await db.database.query(
      'select (select count(*)::int from app_user) as users, (select count(*)::int from api_key) as keys',
    );
    expect(counts).toEqual({ users: 1, keys: 1 });
  });

  test('leaves nothing behind when what follows it in the same transaction fails', async () => {
    const failing = db.database.transaction(async () => {
      await provisioning.ensureAdministrator(ADMIN);
      throw new Error('the demo bot failed');
    });
    await expect(failing).rejects.toThrow('the demo bot failed');
    expect(await provisioning.ensureAdministrator(ADMIN)).toBeDefined();
  });

  test('refuses names that are not acceptable', async () => {
    const error = await provisioning
      .ensureAdministrator({ ...ADMIN, username: 'a@b.example' })
      .catch((refusal: AppError) => refusal);
    expect(error).toMatchObject({ kind: 'invalid_input', fields: [{ field: 'username' }] });
  });
});
