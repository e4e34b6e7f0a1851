import { AppError, newId, type UserActor } from '#kernel';
import { aBudget, type BudgetProcess, BudgetsUnderTest } from '#testing/budgets';
import type { Spender } from '../budgets.types';
import type { TightestBudget } from './refusals';

const DAY_MS = 86_400_000;
const EXHAUSTED = 'budgets.exhausted';

describe('budgets', () => {
  let fixture: BudgetsUnderTest;
  let processes: BudgetProcess[];
  let first: BudgetProcess;
  let actor: UserActor;
  let spender: Spender;

  beforeAll(async () => {
    fixture = await BudgetsUnderTest.open();
    processes = [fixture.process(), await fixture.processOfItsOwn(), await fixture.processOfItsOwn()];
    first = processes[0]!;
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.db.reset();
    fixture.clock.set('2026-03-15T10:20:30Z');
    actor = await fixture.newTeam();
    spender = { teamId: actor.teamId, keyId: 'k1', botId: newId(), endUser: 'ada' };
  });
  afterEach(() => jest.restoreAllMocks());

  const put = (changes: Parameters<typeof aBudget>[0]) => first.budgets.put(actor, aBudget(changes));
  const usedOf = async (subject: 'team' | 'key' | 'end_user', measure: 'requests' | 'tokens' = 'requests') => {
    const request = { subject, measure, period: 'day', at: fixture.clock.now(), limit: 10 } as const;
    const { subjects } = await first.budgets.usage(actor, request);
    return Object.fromEntries(subjects.map(({ subjectId, used }) => [subjectId ?? 'team', used]));
  };
  const refused = async (work: Promise<unknown>): Promise<AppError> => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: EXHAUSTED, kind: 'rate_limited' });
    return error as AppError;
  };

  test('let through exactly what they allow, however many processes ask at the same time', async () => {
    await put({ allowance: 37 });
    await put({ subject: 'end_user', allowance: 1_000 });
    const asked = Array.from({ length: 120 }, (_, n) =>
      processes[n % 3]!.meter.admit({ ...spender, endUser: `u${n}` }),
    );
    const outcomes = await Promise.allSettled(asked);
    const admitted = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [`u${n}`] : []));
    expect(admitted).toHaveLength(37);
    expect(await usedOf('team')).toEqual({ team: 37 });
    // What one budget refuses counts for no other.
    const request = { subject: 'end_user', measure: 'requests', period: 'day', at: fixture.clock.now() } as const;
    const { subjects } = await first.budgets.usage(actor, { ...request, limit: 1_000 });
    expect(subjects.map(({ subjectId }) => subjectId).sort()).toEqual(admitted.sort());
  });

  test('let one of many through when one is allowed and nothing was counted before', async () => {
    await put({ allowance: 1 });
    const outcomes = await Promise.allSettled(
      processes.flatMap(({ meter }) => [meter.admit(spender), meter.admit(spender)]),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('are counted on by a process that has just started', async () => {
    await put({ allowance: 3 });
    await first.meter.admit(spender);
    await first.meter.admit(spender);
    const restarted = fixture.process();
    await restarted.meter.admit(spender);
    await refused(restarted.meter.admit(spender));
  });

  test('say which one is used up, and when it begins anew', async () => {
    await put({ subject: 'key', allowance: 0, period: 'hour' });
    const { message, retryAfterMs } = await refused(first.meter.admit(spender));
    expect(message).toBe(
      'The budget of this key, 0 requests per hour, is used up. It begins anew at 2026-03-15T11:00:00Z.',
    );
    expect(retryAfterMs).toBe(39.5 * 60_000);
  });

  test.each([
    ['minute', '2026-03-15T10:20:59.999Z', '2026-03-15T10:21:00Z'],
    ['hour', '2026-03-15T10:59:59.999Z', '2026-03-15T11:00:00Z'],
    ['day', '2026-03-15T23:59:59.999Z', '2026-03-16T00:00:00Z'],
    ['month', '2026-03-31T23:59:59.999Z', '2026-04-01T00:00:00Z'],
  ] as const)('of a %s begin anew with the calendar', async (period, last, next) => {
    await put({ period, allowance: 1 });
    await first.meter.admit(spender);
    fixture.clock.set(last);
    await refused(first.meter.admit(spender));
    fixture.clock.set(next);
    await first.meter.admit(spender);
  });

  test('refuse again without asking anybody, until the period ends or more is allowed', async () => {
    await put({ allowance: 1 });
    await first.meter.admit(spender);
    await refused(first.meter.admit(spender));
    const take = jest.spyOn(first.counters, 'take');
    for (let n = 0; n < 5; n += 1) await refused(first.meter.admit(spender));
    expect((await first.meter.knownRefusal(spender))?.error.code).toBe(EXHAUSTED);
    expect(take).not.toHaveBeenCalled();
    await put({ allowance: 2 });
    await first.meter.admit(spender);
    await refused(first.meter.admit(spender));
    fixture.clock.advance(DAY_MS);
    await first.meter.admit(spender);
  });

  test('cost a team without any one look at the database', async () => {
    const query = jest.spyOn(first.database, 'query');
    const work = jest.fn(async () => 'done');
    for (let n = 0; n < 3; n += 1) {
      await first.meter.admit(spender);
      await first.meter.admitting(spender, work, () => spender);
      await first.meter.spending(spender, 5, work, () => true);
      await first.meter.requireTokens(spender);
    }
    expect(work).toHaveBeenCalledTimes(6);
    expect(query).toHaveBeenCalledTimes(1);
  });

  test('of one subject take the place of those of all of its kind', async () => {
    await put({ subject: 'end_user', allowance: 1 });
    await put({ subject: 'end_user', subjectId: 'ada', allowance: 2 });
    await first.meter.admit(spender);
    await first.meter.admit(spender);
    await refused(first.meter.admit(spender));
    await first.meter.admit({ ...spender, endUser: 'bea' });
    await refused(first.meter.admit({ ...spender, endUser: 'bea' }));
    // Of whom nothing is known bounds nothing.
    await first.meter.admit({ teamId: actor.teamId });
    expect(await usedOf('end_user')).toEqual({ ada: 2, bea: 1 });
  });

  test('of tokens admit while anything is left, and refuse once it is used', async () => {
    await put({ measure: 'tokens', allowance: 100 });
    await first.meter.admit(spender);
    await first.meter.spend(spender, 99);
    await processes[1]!.meter.admit(spender);
    await first.meter.spend(spender, 30);
    await refused(first.meter.admit(spender));
    await refused(processes[1]!.meter.requireTokens(spender));
    expect(await usedOf('team', 'tokens')).toEqual({ team: 129 });
  });

  test('count all tokens of replies that end at the same time', async () => {
    await put({ measure: 'tokens', allowance: 1e6 });
    await put({ subject: 'end_user', measure: 'tokens', allowance: 1e6 });
    await put({ subject: 'key', measure: 'tokens', allowance: 1e6, period: 'month' });
    const spent = Array.from({ length: 60 }, (_, n) =>
      processes[n % 3]!.meter.spend({ ...spender, endUser: n % 2 ? 'ada' : 'bea' }, 7),
    );
    await Promise.all(spent);
    expect(await usedOf('team', 'tokens')).toEqual({ team: 420 });
    expect(await usedOf('end_user', 'tokens')).toEqual({ ada: 210, bea: 210 });
  });

  test('count what was done, and nothing of what failed', async () => {
    await put({ allowance: 5 });
    await put({ measure: 'tokens', allowance: 50 });
    const failing = () => Promise.reject(new Error('It failed.'));
    await expect(first.meter.admitting(spender, failing, () => spender)).rejects.toThrow('It failed.');
    await expect(first.meter.spending(spender, 5, failing, () => true)).rejects.toThrow('It failed.');
    await first.meter.spending(
      spender,
      5,
      async () => undefined,
      (done) => done !== undefined,
    );
    expect(await usedOf('team', 'tokens')).toEqual({});
    await first.meter.admitting(
      spender,
      async () => 'done',
      () => spender,
    );
    await first.meter.spending(
      spender,
      5,
      async () => 'done',
      (done) => done !== undefined,
    );
    expect([await usedOf('team'), await usedOf('team', 'tokens')]).toEqual([{ team: 1 }, { team: 5 }]);
  });

  test('undo the work that they refuse', async () => {
    const rename = () => first.database.execute(`update team set name = 'Renamed' where id = $1`, [actor.teamId]);
    await put({ subject: 'end_user', subjectId: 'ada', allowance: 1 });
    await first.meter.admit(spender);
    await refused(first.meter.admitting({ teamId: actor.teamId }, rename, () => spender));
    const [team] = await first.database.query<{ name: string }>('select name from team where id = $1', [actor.teamId]);
    expect(team?.name).toBe('Team');
  });

  test('tell of the one of which the smallest part is left', async () => {
    const told: TightestBudget[] = [];
    first.meter.onTightest((tightest) => told.push(tightest));
    await put({ allowance: 10 });
    await put({ subject: 'key', allowance: 4, period: 'minute' });
    await first.meter.admit(spender);
    await first.meter.admit({ teamId: actor.teamId });
    expect(told.map(({ counter, used }) => [counter.subject, used])).toEqual([
      ['key', 1],
      ['team', 2],
    ]);
  });
});
