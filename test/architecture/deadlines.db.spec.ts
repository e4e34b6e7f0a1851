import { declaredDeadlines } from '#infra/deadlines';
import { MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import '../../apps/worker/worker.module';

/** Names of columns that hold the time until which a row waits. */
const WAITS = '(^|_)(until|due_at|next_[a-z]+_at)$';

/** A clock that is wrong for a while does not make these wrong for long, or it is not for us to shorten them. */
const NO_DEADLINES: Readonly<Record<string, string>> = {
  'agent_execution.due_at': 'the time of the schedule that it was begun for, which nobody waits for',
  'agent_loop.next_run_at': 'people choose the schedule',
  'api_key_former_hash.works_until': 'people choose it',
  'budget_notice.told_until': 'the end of a period of the calendar',
  'channel.held_until': 'platforms ask for it',
  'unneeded_blob.due_at': 'a file that stays for longer is in nobody’s way',
  'web_source.next_sync_at': 'people choose the schedule',
  'webhook.paused_until': 'receivers ask for it',
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
