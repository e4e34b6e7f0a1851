import { renderMetrics } from '#infra/metrics';
import { MINUTE_MS, newId } from '#kernel';
import { ManualClock, MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { OutboxQueries } from './outbox.queries';
import { OutboxMetrics } from './outbox-metrics';

describe('what the metrics tell of the outbox', () => {
  const clock = new ManualClock();
  let db: TestDatabase;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
  });
  afterAll(() => db.close());
  beforeEach(() => db.reset());

  const told = async () => {
    const metrics = new OutboxMetrics(new OutboxQueries(db.database), clock);
    const text = await renderMetrics();
    metrics.beforeApplicationShutdown();
    return text.match(/^parley_outbox_\w+ \S+$/gm);
  };
  const event = (occurredAt: Date, dispatchedAt: Date | null) =>
    db.database.query(
      `insert into outbox (id, team_id, name, data, occurred_at, dispatched_at) values ($1, $2, 'tea.brewed', '{}', $3, $4)`,
      [newId(), newId(), occurredAt, dispatchedAt],
    );

  test('is nothing when everybody has heard everything', async () => {
    await event(clock.now(), clock.now());
    expect(await told()).toEqual(['parley_outbox_waiting_events 0', 'parley_outbox_lag_seconds 0']);
  });

  test('is how much waits, and for how long the oldest', async () => {
    await event(clock.now(), null);
    clock.advance(MINUTE_MS);
    await event(clock.now(), null);
    clock.advance(MINUTE_MS);
    expect(await told()).toEqual(['parley_outbox_waiting_events 2', 'parley_outbox_lag_seconds 120']);
  });
});
