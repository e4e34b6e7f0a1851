import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { JobQueue } from '#infra/queue';
import { MINUTE_MS, newId } from '#kernel';
import { ManualClock } from '#testing';
import { fillTables, openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { removeTeam } from '../jobs/remove-team.job';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { TeamRemovalQueries } from './team-removal.queries';
import { TeamRemoval } from './team-removal.service';

const NEVER = new AbortController().signal;
/** Rows of no team: those of an address, which go after an hour, names of models' vector spaces, keys of files to delete. */
const TEAMLESS = ['password_reset_request', 'vector_space', 'unneeded_blob'];

describe('removing a team', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let teams: TeamRemoval;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity] });
    identity = await openIdentity(db, clock);
    teams = identity.get(TeamRemoval);
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  beforeEach(() => db.reset());

  const insertTeam = async () => {
    const id = newId();
    await db.database.query(`insert into team (id, name) values ($1, 'Team')`, [id]);
    return id;
  };
  const counts = async (tables: readonly string[]) => {
    const parts = tables.map((table) => `select '${table}' as name, count(*)::int as rows from "${table}"`);
    const rows = await db.database.query<{ name: string; rows: number }>(parts.join(' union all '));
    return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
  };
  const gone = async (teamId: string) => {
    await teams.begin(teamId);
    await teams.remove(teamId, NEVER);
  };

  test('leaves no row of it in any table, and touches no other team', async () => {
    const theirs = await insertTeam();
    const tables = await fillTables(db.database, { id: theirs });
    const before = await counts(tables);
    expect(Object.values(before)).not.toContain(0);
    const ours = await insertTeam();
    await fillTables(db.database, { id: ours });
    await gone(ours);
    const after = await counts(tables);
    for (const table of TEAMLESS) after[table]! -= 1;
    expect(after).toEqual(before);
  });

  test('knows every table that names a team', async () => {
    const tables = await identity.get(TeamRemovalQueries, { strict: false }).teamTables();
    const expected = ['api_key', 'app_user', 'bot', 'conversation', 'document', 'knowledge_base', 'outbox'];
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(expected));
  });

  test('takes as many steps as there are rows for', async () => {
    const teamId = await insertTeam();
    await db.database.query(
      `insert into bot (id, team_id, slug, name) select gen_random_uuid(), $1, 'bot-' || n, 'Bot'
       from generate_series(1, 500) n`,
      [teamId],
    );
    const execute = jest.spyOn(db.database, 'execute');
    await gone(teamId);
    const steps = execute.mock.calls.filter(([sql]) => sql.includes('delete from bot'));
    execute.mockRestore();
    expect(steps.length).toBeGreaterThan(3);
    expect(await counts(['bot', 'team'])).toEqual({ bot: 0, team: 0 });
  });

  test('goes on where it was stopped', async () => {
    const teamId = await insertTeam();
    await fillTables(db.database, { id: teamId });
    await teams.begin(teamId);
    await expect(teams.remove(teamId, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(await counts(['team'])).toEqual({ team: 1 });
    await teams.remove(teamId, NEVER);
    expect(await counts(['team', 'bot', 'outbox'])).toEqual({ team: 0, bot: 0, outbox: 0 });
  });

  test('does nothing to a team that was not deleted, nor a second time', async () => {
    const teamId = await insertTeam();
    await fillTables(db.database, { id: teamId });
    await teams.remove(teamId, NEVER);
    expect(await counts(['team', 'bot'])).toEqual({ team: 1, bot: 1 });
    await gone(teamId);
    await teams.remove(teamId, NEVER);
    expect(await counts(['team'])).toEqual({ team: 0 });
  });

  test('first lets the domains above clean up', async () => {
    const teamId = await insertTeam();
    const heard: unknown[] = [];
    teams.beforeRemoval(async (id) => {
      heard.push([id, await counts(['team'])]);
    });
    await gone(teamId);
    expect(heard).toEqual([[teamId, { team: 1 }]]);
  });

  test('is put again by the sweep when its job was lost', async () => {
    const [lost, recent, standing] = [await insertTeam(), await insertTeam(), await insertTeam()];
    await teams.begin(lost);
    clock.advance(11 * MINUTE_MS);
    await teams.begin(recent);
    const enqueueAll = jest.spyOn(identity.get(JobQueue, { strict: false }), 'enqueueAll');
    await teams.resume();
    expect(enqueueAll).toHaveBeenCalledWith(removeTeam, [{ teamId: lost }]);
    expect(standing).toBeDefined();
    enqueueAll.mockRestore();
  });
});
