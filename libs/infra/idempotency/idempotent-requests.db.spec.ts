import { createHash, randomBytes } from 'node:crypto';
import { Sealer } from '#infra/secrets';
import { DAY_MS, newId, SECOND_MS } from '#kernel';
import { ManualClock, MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { HeldExecutions } from './held-executions';
import { IdempotentRequests, isReplay } from './idempotent-requests';
import { IdempotentRequestQueries } from './idempotent-requests.queries';
import type { Execution, KeyedRequest, RecordedAnswer } from './idempotent-requests.types';
import { PruneIdempotentRequestsHandler } from './jobs/prune-idempotent-requests.handler';

const ANSWER: RecordedAnswer = { status: 201, headers: { 'content-type': 'application/json' }, body: '{"key":"sk-1"}' };
const NOT_PATIENT = AbortSignal.abort();

const digestOf = (text: string) => createHash('sha256').update(text).digest();

describe('requests with a key', () => {
  const sealer = new Sealer(randomBytes(32));
  const teamId = newId();
  let db: TestDatabase;
  let clock: ManualClock;
  let queries: IdempotentRequestQueries;
  const processes: HeldExecutions[] = [];

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
  });
  afterAll(() => db.close());
  afterEach(() => {
    for (const held of processes.splice(0)) held.onApplicationShutdown();
  });
  beforeEach(async () => {
    await db.reset();
    await db.database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
    clock = new ManualClock();
    queries = new IdempotentRequestQueries(db.database);
  });

  /** One that executes requests, and says every now and then that it lives. */
  function aProcess() {
    const held = new HeldExecutions(queries, clock);
    processes.push(held);
    return { held, requests: new IdempotentRequests(queries, held, sealer, clock) };
  }

  const requestOf = (given: Partial<KeyedRequest> = {}): KeyedRequest => ({
    teamId,
    principal: 'key:1',
    key: 'k',
    targetDigest: digestOf('POST /bots'),
    bodyDigest: digestOf('{}'),
    ...given,
  });
  const begin = (process = aProcess(), request = requestOf()) => process.requests.begin(request, NOT_PATIENT);
  const begun = async (process = aProcess(), request = requestOf()): Promise<Execution> => {
    const execution = await begin(process, request);
    if (isReplay(execution)) throw new Error('It was executed before.');
    return execution;
  };
  const settled = async (process = aProcess(), answer: RecordedAnswer | undefined = ANSWER) => {
    const execution = await begun(process);
    await process.requests.settle(execution, digestOf('{}'), answer);
    return execution;
  };
  const code = (name: string) => ({ code: `idempotency.${name}`, kind: 'conflict' });

  test('are executed once, and answered again by any process, for a day', async () => {
    await settled();
    clock.advance(DAY_MS - 1);
    expect(await begin()).toEqual({ answer: ANSWER, bodyDigest: digestOf('{}') });
    clock.advance(1);
    expect(isReplay(await begin())).toBe(false);
  });

  test('are executed by one of many that ask at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => begin()));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const others = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const reason of others) expect(reason).toMatchObject({ ...code('in_progress'), retryAfterMs: 2 * SECOND_MS });
  });

  test('are waited for while they are executed', async () => {
    const [first, second] = [aProcess(), aProcess()];
    const execution = await begun(first);
    const waiting = second.requests.begin(requestOf(), new AbortController().signal);
    await first.requests.settle(execution, digestOf('{}'), ANSWER);
    expect(await waiting).toMatchObject({ answer: ANSWER });
  });

  test('keep their answers sealed', async () => {
    await settled();
    const [row] = await db.database.query<{ answer: Buffer }>('select answer from idempotent_request');
    expect(row?.answer.includes('sk-1')).toBe(false);
  });

  test('of which the answer was too large say that they were executed', async () => {
    await settled(aProcess(), { ...ANSWER, body: 'x'.repeat(1024 * 1024) });
    await expect(begin()).rejects.toMatchObject(code('answer_not_kept'));
  });

  test.each([
    ['another body', { bodyDigest: digestOf('{"a":1}') }],
    ['another target', { targetDigest: digestOf('POST /chats') }],
  ])('are a conflict with %s, also while they are executed', async (_what, other) => {
    const process = aProcess();
    const execution = await begun(process);
    await expect(begin(process, requestOf(other))).rejects.toMatchObject(code('key_reused'));
    await process.requests.settle(execution, digestOf('{}'), ANSWER);
    await expect(begin(process, requestOf(other))).rejects.toMatchObject(code('key_reused'));
  });

  test('are others for another principal, and for another team', async () => {
    const otherTeam = newId();
    await db.database.query(`insert into team (id, name) values ($1, 'Other')`, [otherTeam]);
    await settled();
    for (const other of [{ principal: 'key:2' }, { teamId: otherTeam }])
      expect(isReplay(await begin(aProcess(), requestOf(other)))).toBe(false);
  });

  describe('whose process has died', () => {
    test('are executed again under their id, once it has said nothing for 30 s', async () => {
      const died = await begun();
      clock.advance(30 * SECOND_MS - 1);
      await expect(begin()).rejects.toMatchObject(code('in_progress'));
      clock.advance(1);
      const again = await begun();
      expect([again.id, again.claimId !== died.claimId]).toEqual([died.id, true]);
      await expect(begin()).rejects.toMatchObject(code('in_progress'));
    });

    test('are not taken for another request', async () => {
      await begun();
      clock.advance(30 * SECOND_MS);
      const other = requestOf({ bodyDigest: digestOf('other') });
      await expect(begin(aProcess(), other)).rejects.toMatchObject(code('key_reused'));
    });

    test('are left to who has taken them when it was only slow', async () => {
      const [slow, quick] = [aProcess(), aProcess()];
      const lost = await begun(slow);
      clock.advance(30 * SECOND_MS);
      const taken = await begun(quick);
      await slow.requests.settle(lost, digestOf('{}'), { ...ANSWER, body: 'late' });
      await slow.requests.forget(lost);
      await expect(begin()).rejects.toMatchObject(code('in_progress'));
      await quick.requests.settle(taken, digestOf('{}'), ANSWER);
      expect(await begin()).toMatchObject({ answer: ANSWER });
    });

    test('are nobody else’s as long as it says that it lives', async () => {
      const process = aProcess();
      await begun(process);
      for (let round = 0; round < 5; round++) {
        clock.advance(20 * SECOND_MS);
        await process.held.keep();
      }
      await expect(begin()).rejects.toMatchObject(code('in_progress'));
    });
  });

  test('that were refused free their key; that have failed may be executed again at once', async () => {
    const process = aProcess();
    const refused = await begun(process);
    await process.requests.forget(refused);
    const other = requestOf({ bodyDigest: digestOf('other') });
    const failed = await begun(process, other);
    expect(failed.id).not.toBe(refused.id);
    await process.requests.giveUp(failed);
    expect((await begun(process, other)).id).toBe(failed.id);
  });

  test('are pruned after a day', async () => {
    await settled();
    const prune = () => new PruneIdempotentRequestsHandler(queries, clock).run({}, { signal: NOT_PATIENT } as never);
    const count = async () => (await db.database.query('select from idempotent_request')).length;
    clock.advance(DAY_MS - 1);
    await prune();
    expect(await count()).toBe(1);
    clock.advance(1);
    await prune();
    expect(await count()).toBe(0);
  });
});
