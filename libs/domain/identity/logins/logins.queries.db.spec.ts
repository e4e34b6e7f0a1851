import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { newId } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { UsersQueries } from '../users/users.queries';
import { LoginsQueries } from './logins.queries';

const ROUNDS = 40;

describe('a login that begins while the password is changed', () => {
  const clock = new ManualClock();
  const user = {
    id: newId(),
    teamId: newId(),
    username: 'jane',
    email: 'jane@example.com',
    role: 'user' as const,
    teamRole: 'owner' as const,
    isActive: true,
    createdAt: clock.now(),
    updatedAt: clock.now(),
  };
  let db: TestDatabase;
  let identity: TestingModule;
  let users: UsersQueries;
  let logins: LoginsQueries;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity] });
    identity = await openIdentity(db, clock);
    users = identity.get(UsersQueries);
    logins = identity.get(LoginsQueries);
    await users.insertWithTeam(user, 'free', 'hash 0');
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  const begin = async (passwordHash: string, turns: number) => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
    const token = { id: newId(), hash: Buffer.from(newId()), createdAt: clock.now(), expiresAt: clock.now() };
    await logins.begin(newId(), { id: user.id, passwordHash }, token);
  };
  const change = (from: string, to: string) =>
    db.database.transaction(async () => {
      await users.update(user.id, { passwordHash: { from, to } }, clock.now());
      await logins.endOthers(user.id, newId(), clock.now());
    });

  test('is refused or ended, at whatever moment', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [from, to] = [`hash ${round}`, `hash ${round + 1}`];
      await Promise.all([...[0, 1, 2, 3, 4].map((turns) => begin(from, turns)), change(from, to)]);
    }
    expect(await db.database.query('select id from login where ended_at is null')).toEqual([]);
  });
});
