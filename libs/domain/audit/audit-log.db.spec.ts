import { MIGRATIONS } from '#domain/migrations';
import { LogContext } from '#infra/logging';
import { DAY_MS, newId, type UserActor } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { AuditQueries } from './audit.queries';
import type { AuditListRequest } from './audit.types';
import { AuditLog } from './audit-log.service';

const PAGE = { page: 1, limit: 10 };

describe('the audit log', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let log: AuditLog;
  let jane: UserActor;
  let otherTeamId: string;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
    log = new AuditLog(new AuditQueries(db.database), clock);
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    await db.database.execute('delete from team');
    jane = await insertUser('jane');
    otherTeamId = (await insertUser('joe')).teamId;
  });

  async function insertUser(name: string): Promise<UserActor> {
    const [userId, teamId] = [newId(), newId()];
    await db.database.execute(`insert into team (id, name, created_at) values ($1, $2, now())`, [teamId, name]);
    await db.database.execute(
      `insert into app_user (id, team_id, username, username_folded, email, email_folded, password_hash)
       values ($1, $2, $3, $3, $3, $3, '')`,
      [userId, teamId, name],
    );
    return { kind: 'user', userId, teamId, role: 'user', teamRole: 'owner', plan: 'free', loginId: newId() };
  }

  const acts = async (request: Partial<AuditListRequest>) =>
    (await log.list(jane.teamId, { ...PAGE, ...request })).items.map(({ act }) => act);

  test('says who did what to what, when, from where, and what they were called then', async () => {
    const caller = { address: '203.0.113.7', userAgent: 'teapot/1' };
    await LogContext.run({ requestId: 'req_1', caller }, () =>
      log.record(jane, {
        act: 'key.created',
        subject: { kind: 'key', id: 'k', name: 'Server' },
        details: { scopes: ['chat:write'] },
      }),
    );
    await db.database.execute(`update app_user set username = 'renamed' where id = $1`, [jane.userId]);
    expect(await log.list(jane.teamId, PAGE)).toMatchObject({
      total: 1,
      items: [
        {
          at: clock.now(),
          act: 'key.created',
          actor: { kind: 'user', id: jane.userId, name: 'jane' },
          subject: { kind: 'key', id: 'k', name: 'Server' },
          details: { scopes: ['chat:write'] },
          address: '203.0.113.7',
          userAgent: 'teapot/1',
          requestId: 'req_1',
        },
      ],
    });
  });

  test('keeps nothing of an act that was rolled back', async () => {
    const failing = db.database.transaction(async () => {
      await log.record(jane, { act: 'bot.deleted', subject: { kind: 'bot', id: 'b' } });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await acts({})).toEqual([]);
  });

  test('is found newest first, by act, group of acts, actor, subject and time', async () => {
    await log.record(jane, { act: 'key.created', subject: { kind: 'key', id: 'k' } });
    clock.advance(1_000);
    const between = clock.now();
    await log.record(jane, { act: 'key.revoked', subject: { kind: 'key', id: 'k' } });
    await log.record(
      { kind: 'nobody', teamId: jane.teamId },
      { act: 'login.failed', subject: { kind: 'user', id: 'u' } },
    );
    expect(await acts({})).toEqual(['login.failed', 'key.revoked', 'key.created']);
    expect(await acts({ act: 'key' })).toEqual(['key.revoked', 'key.created']);
    expect(await acts({ act: 'key.created' })).toEqual(['key.created']);
    expect(await acts({ act: 'ke' })).toEqual([]);
    expect(await acts({ actorId: jane.userId })).toEqual(['key.revoked', 'key.created']);
    expect(await acts({ actorId: 'nonsense' })).toEqual([]);
    expect(await acts({ subjectKind: 'user', subjectId: 'u' })).toEqual(['login.failed']);
    expect(await acts({ from: between })).toEqual(['login.failed', 'key.revoked']);
    expect(await acts({ until: between })).toEqual(['key.created']);
    expect(await acts({ page: 2, limit: 2 })).toEqual(['key.created']);
  });

  test('shows a team its own entries only, and administrators all', async () => {
    await log.record(jane, { act: 'team.changed', subject: { kind: 'team', id: 't' } });
    await log.record(jane, { act: 'user.changed', subject: { kind: 'user', id: 'u' }, teamId: otherTeamId });
    expect(await acts({})).toEqual(['team.changed']);
    expect((await log.listAll(PAGE)).items.map(({ act }) => act)).toEqual(['user.changed', 'team.changed']);
  });

  test('forgets what is older than asked for, of one team or of all', async () => {
    await log.record(jane, { act: 'key.created', subject: { kind: 'key', id: 'k' } });
    await log.record(jane, { act: 'key.created', subject: { kind: 'key', id: 'k' }, teamId: otherTeamId });
    clock.advance(DAY_MS);
    const before = clock.now();
    await log.record(jane, { act: 'key.revoked', subject: { kind: 'key', id: 'k' } });
    expect(await log.prune(before, jane.teamId)).toBe(1);
    expect(await acts({})).toEqual(['key.revoked']);
    expect((await log.listAll(PAGE)).total).toBe(2);
    expect(await log.prune(before)).toBe(1);
    expect((await log.listAll(PAGE)).total).toBe(1);
  });

  test('goes with the team', async () => {
    await log.record(jane, { act: 'key.created', subject: { kind: 'key', id: 'k' } });
    await db.database.execute('delete from team where id = $1', [jane.teamId]);
    expect((await log.listAll(PAGE)).total).toBe(0);
  });
});
