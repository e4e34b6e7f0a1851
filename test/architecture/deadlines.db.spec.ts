import { declaredDeadlines } from '#infra/deadlines';
import { MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import '../../apps/worker/worker.module';

/** Names of columns that hold the time until which a row waits. */
const WAITS = '(^|_)(until|due_at|next_[a-z]+_at)$';

/** A clock that is wrong for a while does not make these wrong for long, or it is not for us to shorten them. */
const NO_DEADLINES: Readonly<Record<string, string>> = {
  'api_key.works_until': 'people choose it',
  'channel.held_until': 'platforms ask for it',
  'webhook.paused_until': 'receivers ask for it',
  'budget_told.told_until': 'the end of a period of the calendar',
};

describe('a column with the time until which rows wait', () => {
  let db: TestDatabase;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
  });
  afterAll(() => db.close());

  test('is a declared deadline, so that a clock set back does not make them wait for hours', async () => {
    const rows = await db.database.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'timestamp with time zone' and column_name ~ $1 order by 1`,
      [WAITS],
    );
    const declared = declaredDeadlines().map(({ table, column }) => `${table}.${column}`);
    const known = new Set([...declared, ...Object.keys(NO_DEADLINES)]);
    expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });
});
