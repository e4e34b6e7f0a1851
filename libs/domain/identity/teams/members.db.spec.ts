import type { TestingModule } from '@nestjs/testing';
import { AuditLog } from '#domain/audit';
import { MIGRATIONS } from '#domain/migrations';
import { type AppError, newId, type TeamRole, type UserActor } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import { Invitations } from '../invitations/invitations.service';
import { Joining } from '../invitations/joining.service';
import { ApiKeyEntity } from '../keys/api-key.entity';
import { ApiKeys } from '../keys/api-keys.service';
import { WidgetKeys } from '../keys/widget-keys.service';
import { Logins } from '../logins/logins.service';
import { Provisioning } from '../provisioning.service';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { UserAdministration } from '../users/user-administration.service';
import { Members } from './members.service';

const PASSWORD = 'Sup3rSecret!';
const PAGE = { page: 1, limit: 50 };

describe('the people of a team', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let members: Members;
  let administrator: UserActor;
  let owner: UserActor;
  let stranger: UserActor;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity, ApiKeyEntity] });
    identity = await openIdentity(db, clock, undefined, { exposeResetToken: true });
    members = identity.get(Members);
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  beforeEach(async () => {
    await db.reset();
    const made = await identity
      .get(Provisioning)
      .ensureAdministrator({ username: 'installer', email: 'installer@example.com', password: PASSWORD });
    administrator = made!.actor;
    owner = await register('owner');
    stranger = await register('stranger');
  });

  const resolve = (type: 'jwt' | 'key', value: string) => identity.get(IdentityActorResolver).resolve({ type, value });
  const actorOf = async (username: string) => {
    const { accessToken } = await identity.get(Logins).logIn(username, PASSWORD);
    return (await resolve('jwt', accessToken)) as UserActor;
  };
  const register = async (username: string) => {
    await identity.get(Accounts).register({ username, email: `${username}@example.com`, password: PASSWORD });
    return actorOf(username);
  };
  const join = async (username: string, teamRole: TeamRole) => {
    const { token = '' } = await identity
      .get(Invitations)
      .create(owner, { email: `${username}@example.com`, teamRole });
    await identity.get(Joining).accept({ token, username, password: PASSWORD });
    return actorOf(username);
  };
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: AppError) => error.code,
    );
  const rolesOf = async (actor: UserActor) =>
    Object.fromEntries((await members.list(actor, PAGE)).items.map(({ username, teamRole }) => [username, teamRole]));
  const actsOf = async (actor: UserActor) =>
    (await identity.get(AuditLog).list(actor.teamId, PAGE)).items.map(({ act }) => act);

  test('are listed in their own team only', async () => {
    await join('agent', 'agent');
    expect(await rolesOf(owner)).toEqual({ owner: 'owner', agent: 'agent' });
    expect(await rolesOf(stranger)).toEqual({ stranger: 'owner' });
  });

  describe('changing a role', () => {
    test('counts at once, for logins and for keys, and stands in the audit log', async () => {
      const admin = await join('adam', 'admin');
      const { accessToken } = await identity.get(Logins).logIn('adam', PASSWORD);
      const { apiKey } = await identity
        .get(ApiKeys)
        .create(admin, { scopes: ['bots:write', 'webhooks:write', 'admin'] });
      expect(await resolve('key', apiKey)).toMatchObject({ scopes: ['bots:write', 'webhooks:write', 'admin'] });
      await members.setRole(owner, admin.userId, 'member');
      expect(await resolve('jwt', accessToken)).toMatchObject({ teamRole: 'member' });
      const { scopes } = (await resolve('key', apiKey)) as { scopes?: string[] };
      expect(scopes).toContain('bots:write');
      expect(scopes).not.toContain('admin');
      expect(scopes).not.toContain('webhooks:write');
      await members.setRole(owner, admin.userId, 'admin');
      expect(await resolve('key', apiKey)).toMatchObject({ scopes: ['bots:write', 'webhooks:write', 'admin'] });
      expect(await actsOf(owner)).toEqual(expect.arrayContaining(['member.role_changed', 'member.joined']));
    });

    test('of owners, or to one, is for owners', async () => {
      const admin = await join('adam', 'admin');
      const member = await join('mia', 'member');
      expect(await outcome(members.setRole(admin, owner.userId, 'admin'))).toBe('identity.owners_only');
      expect(await outcome(members.setRole(admin, member.userId, 'owner'))).toBe('identity.owners_only');
      expect(await outcome(members.setRole(admin, admin.userId, 'owner'))).toBe('identity.owners_only');
      expect(await outcome(members.setRole(admin, member.userId, 'admin'))).toBe('done');
      expect(await outcome(members.setRole(owner, member.userId, 'owner'))).toBe('done');
    });

    test('of strangers, or of nobody, is not found', async () => {
      for (const id of [stranger.userId, newId(), 'x']) {
        expect(await outcome(members.setRole(owner, id, 'admin'))).toBe('identity.member_not_found');
        expect(await outcome(members.remove(owner, id))).toBe('identity.member_not_found');
      }
      expect(await rolesOf(stranger)).toEqual({ stranger: 'owner' });
    });

    test('leaves an active owner, also when all owners step down at the same time', async () => {
      expect(await outcome(members.setRole(owner, owner.userId, 'admin'))).toBe('identity.last_owner');
      const others = [await join('own1', 'owner'), await join('own2', 'owner'), await join('own3', 'owner')];
      await identity.get(UserAdministration).update(administrator, others[0]!.userId, { isActive: false });
      const all = [owner, ...others];
      await Promise.allSettled(all.map((one) => members.setRole(one, one.userId, 'member')));
      const left = (await members.list(owner, PAGE)).items.filter((one) => one.teamRole === 'owner' && one.isActive);
      expect(left).toHaveLength(1);
    });
  });

  describe('removing one', () => {
    test('ends the account with its logins and secret keys; public keys stay with the team', async () => {
      const admin = await join('adam', 'admin');
      const { accessToken } = await identity.get(Logins).logIn('adam', PASSWORD);
      const { apiKey } = await identity.get(ApiKeys).create(admin, {});
      const botId = newId();
      await db.database.execute(
        `insert into bot (id, team_id, name, slug, engine, configuration, status, created_at, updated_at)
         values ($1, $2, 'B', 'b', 'default', '{}', 'active', now(), now())`,
        [botId, owner.teamId],
      );
      const publicKey = await identity.get(WidgetKeys).create(admin, { botId });
      expect(await resolve('key', publicKey.apiKey)).toBeDefined();
      await members.remove(owner, admin.userId);
      expect(await resolve('jwt', accessToken)).toBeUndefined();
      expect(await resolve('key', apiKey)).toBeUndefined();
      expect(await resolve('key', publicKey.apiKey)).toMatchObject({ kind: 'widget_key', botId });
      expect(await outcome(identity.get(Logins).logIn('adam', PASSWORD))).toBe('identity.invalid_credentials');
      expect(await rolesOf(owner)).toEqual({ owner: 'owner' });
      expect(await actsOf(owner)).toContain('member.removed');
    });

    test('is not for oneself, nor of owners for admins, nor of those who administer the installation', async () => {
      const admin = await join('adam', 'admin');
      expect(await outcome(members.remove(owner, owner.userId))).toBe('identity.own_account');
      expect(await outcome(members.remove(admin, owner.userId))).toBe('identity.owners_only');
      await identity.get(UserAdministration).update(administrator, admin.userId, { role: 'admin' });
      expect(await outcome(members.remove(owner, admin.userId))).toBe('identity.administrator_member');
    });

    test('frees the name and the address', async () => {
      const member = await join('mia', 'member');
      await members.remove(owner, member.userId);
      expect(await outcome(join('mia', 'agent'))).toBe('done');
    });
  });

  describe('an administrator who deletes', () => {
    const users = () => identity.get(UserAdministration);
    const teamMark = async () => {
      const [row] = await db.database.query('select deleted_at from team where id = $1', [owner.teamId]);
      return row?.deleted_at;
    };

    test('one of several people leaves the team and its data', async () => {
      const member = await join('mia', 'member');
      await users().delete(administrator, member.userId);
      expect(await rolesOf(owner)).toEqual({ owner: 'owner' });
      expect(await teamMark()).toBeNull();
      expect(await actsOf(owner)).toContain('user.deleted');
    });

    test('an owner is refused while there are others and none of them is an active owner', async () => {
      const second = await join('second', 'owner');
      await users().update(administrator, second.userId, { isActive: false });
      expect(await outcome(users().delete(administrator, owner.userId))).toBe('identity.last_owner');
      await users().update(administrator, second.userId, { isActive: true });
      expect(await outcome(users().delete(administrator, owner.userId))).toBe('done');
      expect(await rolesOf(second)).toEqual({ second: 'owner' });
    });

    test('the last user deletes the team, which stands in the log of the administrator', async () => {
      await users().delete(administrator, owner.userId);
      expect(await teamMark()).not.toBeNull();
      expect(await actsOf(administrator)).toContain('user.deleted');
    });
  });
});
