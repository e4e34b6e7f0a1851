import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import type { AppError, UserActor } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import { ApiKeyEntity } from '../keys/api-key.entity';
import { ApiKeys } from '../keys/api-keys.service';
import { Logins } from '../logins/logins.service';
import { Provisioning } from '../provisioning.service';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { TeamErasure } from './team-erasure.service';

const PASSWORD = 'Sup3rSecret!';

describe('a team that deletes itself', () => {
  let db: TestDatabase;
  let identity: TestingModule;
  let admin: UserActor;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity, ApiKeyEntity] });
    identity = await openIdentity(db, new ManualClock());
  });
  afterAll(async () => {
    await identity.close();
    await db.close();
  });
  beforeEach(async () => {
    await db.reset();
    const login = { username: 'admin', email: 'admin@example.com', password: PASSWORD };
    admin = (await identity.get(Provisioning).ensureAdministrator(login))!.actor;
  });

  const erasure = () => identity.get(TeamErasure);
  const resolve = (type: 'jwt' | 'key', value: string) => identity.get(IdentityActorResolver).resolve({ type, value });
  const loggedIn = async (username: string) => {
    await identity.get(Accounts).register({ username, email: `${username}@example.com`, password: PASSWORD });
    const { accessToken } = await identity.get(Logins).logIn(username, PASSWORD);
    const actor = (await resolve('jwt', accessToken)) as UserActor;
    const { apiKey } = await identity.get(ApiKeys).create(actor, {});
    return { actor, accessToken, apiKey };
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: AppError) => error.code,
    );

  test('is asked for the present password', async () => {
    const { actor } = await loggedIn('jane');
    await expect(erasure().requirePassword(actor, `${PASSWORD}x`)).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ field: 'password' }],
    });
    await erasure().requirePassword(actor, PASSWORD);
  });

  test('has no logins and no keys from that moment on, and its names are free', async () => {
    const { actor, accessToken, apiKey } = await loggedIn('jane');
    await erasure().begin(actor);
    expect([await resolve('jwt', accessToken), await resolve('key', apiKey)]).toEqual([undefined, undefined]);
    expect(await codeOf(erasure().begin(actor))).toBe('identity.login_ended');
    await loggedIn('jane');
  });

  test('is noted in the audit log of the administrators, as its own goes with it', async () => {
    const { actor } = await loggedIn('jane');
    await erasure().begin(actor);
    const entries = await db.database.query(
      `select team_id as "teamId", act, actor_name as "actorName", subject_id as "subjectId", subject_name as "subjectName"
       from audit_entry where act = 'data.erased'`,
    );
    expect(entries).toEqual([
      { teamId: admin.teamId, act: 'data.erased', actorName: 'jane', subjectId: actor.teamId, subjectName: 'jane' },
    ]);
  });

  test('is refused where all administrators of the installation are', async () => {
    expect(await codeOf(erasure().begin(admin))).toBe('identity.last_administrator');
    expect(await identity.get(Accounts).get(admin)).toMatchObject({ username: 'admin' });
  });
});
