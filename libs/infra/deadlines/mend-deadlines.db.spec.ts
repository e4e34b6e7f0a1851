import { Logger } from '@nestjs/common';
import type { Config } from '#infra/config';
import { HOUR_MS, MINUTE_MS, newId, SECOND_MS } from '#kernel';
import { ManualClock, MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { defineDeadline } from './deadline';
import { DeadlinesQueries } from './deadlines.queries';
import { MendDeadlinesHandler } from './jobs/mend-deadlines.handler';

describe('deadlines', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let mend: () => Promise<void>;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    db = await openTestDatabase({ migrations: MIGRATIONS });
    const where = 'dispatched_at is null';
    defineDeadline({ table: 'outbox', column: 'next_attempt_at', where, longestMs: MINUTE_MS });
    const handler = new MendDeadlinesHandler(new DeadlinesQueries(db.database), clock, {} as Config);
    mend = () => handler.run();
  });
  afterAll(() => db.close());

  const waits = (ms: number, dispatchedAt: Date | null = null) =>
    db.database.query(
      `insert into outbox (id, team_id, name, data, occurred_at, next_attempt_at, dispatched_at)
       values ($1, $1, 'test.happened', '{}', $2, $2, $3)`,
      [newId(), new Date(clock.nowMs() + ms), dispatchedAt],
    );
  const waited = async () => {
    const rows = await db.database.query<{ at: Date }>('select next_attempt_at as at from outbox order by id');
    return rows.map(({ at }) => at.getTime() - clock.nowMs());
  };

  test('that a clock named before it was set back are brought forward; others, and what does not wait, stay', async () => {
    await waits(MINUTE_MS);
    clock.jump(-HOUR_MS);
    await waits(30 * SECOND_MS);
    await waits(HOUR_MS, clock.now());
    await mend();
    expect(await waited()).toEqual([MINUTE_MS, 30 * SECOND_MS, HOUR_MS]);
  });
});
