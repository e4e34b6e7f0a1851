import { newId, type UserActor } from '#kernel';
import { aBudget, type BudgetProcess, BudgetsUnderTest } from '#testing/budgets';

describe('the budgets of a team', () => {
  let fixture: BudgetsUnderTest;
  let parley: BudgetProcess;
  let actor: UserActor;

  beforeAll(async () => {
    fixture = await BudgetsUnderTest.open();
    parley = fixture.process();
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.db.reset();
    fixture.clock.set('2026-03-15T10:20:30Z');
    actor = await fixture.newTeam();
  });

  const botOf = async ({ teamId }: UserActor) => {
    const id = newId();
    await fixture.db.database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, 'helper', 'Helper')`, [
      id,
      teamId,
    ]);
    return id;
  };
  const listed = async () =>
    (await parley.budgets.list(actor)).map(({ subject, subjectId, allowance, used }) => [
      subject,
      subjectId,
      allowance,
      used,
    ]);

  test('are listed with what is used of them, each team its own', async () => {
    await parley.budgets.put(actor, aBudget());
    await parley.budgets.put(actor, aBudget({ subject: 'end_user', allowance: 5 }));
    const other = await fixture.newTeam();
    await parley.budgets.put(other, aBudget({ allowance: 1 }));
    for (const endUser of ['ada', 'bea', 'bea']) await parley.meter.admit({ teamId: actor.teamId, endUser });
    const [ofTeam, ofUsers] = await parley.budgets.list(actor);
    expect(ofTeam).toMatchObject({ used: 3, usedBy: null, resetsAt: new Date('2026-03-16T00:00:00Z') });
    expect(ofUsers).toMatchObject({ used: 2, usedBy: 'bea', subjectId: null });
    expect((await parley.budgets.list(other)).map(({ used }) => used)).toEqual([0]);
  });

  test('set again keep their id and what was used', async () => {
    const set = await parley.budgets.put(actor, aBudget());
    await parley.meter.admit({ teamId: actor.teamId });
    const again = await parley.budgets.put(actor, aBudget({ allowance: 7 }));
    expect([set.isNew, again.isNew]).toEqual([true, false]);
    expect(again.budget).toMatchObject({ id: set.budget.id, allowance: 7, used: 1 });
    expect(await listed()).toEqual([['team', null, 7, 1]]);
  });

  test('are only of bots and keys of the team', async () => {
    const foreign = await botOf(await fixture.newTeam());
    for (const subjectId of [foreign, newId(), 'x'])
      await expect(parley.budgets.put(actor, aBudget({ subject: 'bot', subjectId }))).rejects.toMatchObject({
        code: 'budgets.bot_not_found',
      });
    await expect(parley.budgets.put(actor, aBudget({ subject: 'key', subjectId: newId() }))).rejects.toMatchObject({
      code: 'budgets.key_not_found',
    });
    await expect(parley.budgets.put(actor, aBudget({ subjectId: 'me' }))).rejects.toMatchObject({
      kind: 'invalid_input',
    });
    expect(await listed()).toEqual([]);
  });

  test('go with their bot', async () => {
    const botId = await botOf(actor);
    await parley.budgets.put(actor, aBudget({ subject: 'bot', subjectId: botId }));
    await fixture.db.database.query('delete from bot where id = $1', [botId]);
    expect(await listed()).toEqual([]);
  });

  test('are deleted by their team alone', async () => {
    const { budget } = await parley.budgets.put(actor, aBudget({ allowance: 0 }));
    await expect(parley.budgets.delete(await fixture.newTeam(), budget.id)).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(parley.budgets.delete(actor, 'x')).rejects.toMatchObject({ kind: 'not_found' });
    await parley.budgets.delete(actor, budget.id);
    expect(await listed()).toEqual([]);
    await parley.meter.admit({ teamId: actor.teamId });
  });

  test('are 200 at most', async () => {
    const set = (from: number, count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, n) =>
          parley.budgets.put(actor, aBudget({ subject: 'end_user', subjectId: `u${from + n}` })),
        ),
      );
    await set(0, 200);
    await expect(set(200, 1)).rejects.toMatchObject({ code: 'budgets.too_many' });
    await set(199, 1);
    expect(await listed()).toHaveLength(200);
  });

  test('tell who has used most, also of a period that is over', async () => {
    await parley.budgets.put(actor, aBudget({ subject: 'end_user', allowance: 3 }));
    await parley.budgets.put(actor, aBudget({ subject: 'end_user', subjectId: 'bea', allowance: 9 }));
    for (const endUser of ['ada', 'bea', 'bea']) await parley.meter.admit({ teamId: actor.teamId, endUser });
    fixture.clock.set('2026-03-16T08:00:00Z');
    const request = { subject: 'end_user', measure: 'requests', period: 'day', limit: 10 } as const;
    expect(await parley.budgets.usage(actor, { ...request, at: new Date('2026-03-15T23:00:00Z') })).toEqual({
      from: new Date('2026-03-15T00:00:00Z'),
      to: new Date('2026-03-16T00:00:00Z'),
      subjects: [
        { subjectId: 'bea', used: 2, allowance: 9 },
        { subjectId: 'ada', used: 1, allowance: 3 },
      ],
    });
    expect((await parley.budgets.usage(actor, { ...request, at: fixture.clock.now() })).subjects).toEqual([]);
  });

  test('forget what was used long ago, and keys that are gone', async () => {
    const { database } = fixture.db;
    await parley.budgets.put(actor, aBudget({ period: 'minute' }));
    await parley.budgets.put(actor, aBudget({ period: 'month' }));
    await parley.meter.admit({ teamId: actor.teamId });
    await database.query(
      `insert into budget (id, team_id, subject, subject_id, measure, period, allowance, created_at, updated_at)
       values ($1, $2, 'key', $3, 'requests', 'day', 1, now(), now())`,
      [newId(), actor.teamId, newId()],
    );
    fixture.clock.advance(3 * 86_400_000);
    await parley.budgets.prune();
    const rows = await database.query('select period from budget_use');
    expect(rows).toEqual([{ period: 'month' }]);
    expect((await parley.budgets.list(actor)).map(({ subject }) => subject)).toEqual(['team', 'team']);
  });

  test('tell a recipient once until then, whichever process asks', async () => {
    const other = fixture.process();
    const claims = [parley, other, parley].map(({ notices }) => notices.claim(actor.teamId, 'ada', 60_000));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await parley.notices.claim(actor.teamId, 'bea', 60_000)).toBe(true);
    fixture.clock.advance(60_000);
    expect(await other.notices.claim(actor.teamId, 'ada', 60_000)).toBe(true);
  });

  test('let go of an end user who is erased', async () => {
    await parley.budgets.put(actor, aBudget({ subject: 'end_user', subjectId: 'ada', allowance: 1 }));
    await parley.meter.admit({ teamId: actor.teamId, endUser: 'ada' });
    expect(await parley.records.of(actor.teamId, 'ada')).toHaveLength(2);
    expect(await parley.records.erase(actor.teamId, 'ada')).toBe(2);
    expect([await listed(), await parley.records.of(actor.teamId, 'ada')]).toEqual([[], []]);
  });
});
