import { AdministratorTeams } from '#domain/identity';
import { type Config } from '#infra/config';
import { type DomainEvent, defineEvent } from '#infra/events';
import type { EnqueueOptions, JobQueue } from '#infra/queue';
import { newId, SECOND_MS } from '#kernel';
import { ManualClock, MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { namedEvent, on } from '../vocabulary/event-vocabulary';
import { Vocabularies } from '../vocabulary/vocabularies';
import { deliveryId } from './delivery-id';
import { IntakeQueries } from './intake.queries';
import { WebhookIntake } from './webhook-intake';

class Leaf {
  tea: string;
}

const picked = defineEvent<'leaf.picked', { tea: string }>('leaf.picked');
const shipped = defineEvent<'leaf.shipped', { tea: string }>('leaf.shipped');
const leaf = (causes: Parameters<typeof namedEvent<Leaf>>[0]['causes']) =>
  namedEvent({ description: 'A leaf.', payload: Leaf, example: { tea: 'Ceylon' }, causes });

const vocabularies = new Vocabularies([
  {
    dialect: 'english',
    events: {
      'tea.picked': leaf([on(picked, ({ data }) => data)]),
      'tea.shipped': leaf([on(shipped, ({ data }) => data, { reach: 'installation' })]),
    },
  },
]);

/** Remembers what is put. */
class RecordingJobs {
  readonly put: Array<{ payloads: readonly unknown[]; delayMs: number | undefined }> = [];

  async enqueueAll(_job: unknown, payloads: readonly unknown[], options: EnqueueOptions = {}): Promise<void> {
    this.put.push({ payloads, delayMs: options.delayMs });
  }
}

describe('the intake of webhooks', () => {
  let db: TestDatabase;
  let jobs: RecordingJobs;
  const clock = new ManualClock();
  const teamId = newId();

  const intake = (firstWaitMs = 0) =>
    new WebhookIntake(
      new IntakeQueries(db.database),
      new AdministratorTeams(db.database),
      vocabularies,
      jobs as unknown as JobQueue,
      clock,
      { webhooks: { retryScheduleMs: [firstWaitMs, SECOND_MS] } } as unknown as Config,
    );

  const deliveries = () =>
    db.database.query<{ id: string; webhookId: string; event: string; state: string; nextAttemptAt: Date }>(
      `select id, webhook_id as "webhookId", event, state, next_attempt_at as "nextAttemptAt"
       from webhook_delivery order by id`,
    );

  const happened = (name: string, tea: string, team = teamId): DomainEvent => ({
    id: newId(),
    name,
    teamId: team,
    occurredAt: clock.now(),
    data: { tea },
  });

  async function makeTeam(id: string): Promise<void> {
    await db.database.query(`insert into team (id, name) values ($1, 'Team') on conflict do nothing`, [id]);
  }

  async function makeWebhook(given: { team?: string; events?: string[]; isActive?: boolean } = {}): Promise<string> {
    const id = newId();
    const { team = teamId, events = ['tea.picked'], isActive = true } = given;
    await makeTeam(team);
    await db.database.query(
      `insert into webhook (id, team_id, dialect, url, events, secret, is_active, created_at, updated_at)
       values ($1, $2, 'english', 'https://example.com', $3, '\\x00', $4, now(), now())`,
      [id, team, events, isActive],
    );
    return id;
  }

  async function makeAdministrator(team: string, isActive = true): Promise<void> {
    const id = newId();
    await makeTeam(team);
    await db.database.query(
      `insert into app_user (id, team_id, username, username_folded, email, email_folded, password_hash, role, is_active)
       values ($1, $2, $3, $3, $3, $3, 'x', 'admin', $4)`,
      [id, team, id, isActive],
    );
  }

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
  });
  beforeEach(() => {
    jobs = new RecordingJobs();
  });
  afterEach(() => db.reset());
  afterAll(() => db.close());

  test('asks for every domain event that some dialect tells', () => {
    expect(intake().events).toEqual(['leaf.picked', 'leaf.shipped']);
  });

  test('writes a delivery for each webhook and event, due at once, and wakes each webhook once', async () => {
    const [one, two] = [await makeWebhook(), await makeWebhook()];
    const events = [happened('leaf.picked', 'Ceylon'), happened('leaf.picked', 'Assam')];
    await intake().consumeAll(events);
    const rows = await deliveries();
    expect(rows.map(({ id }) => id).sort()).toEqual(
      events.flatMap(({ id }) => [one, two].map((webhook) => deliveryId(id, webhook, 'tea.picked'))).sort(),
    );
    expect(rows).toEqual(rows.map((row) => ({ ...row, state: 'pending', nextAttemptAt: clock.now() })));
    expect(jobs.put).toEqual([{ payloads: [{ webhookId: one }, { webhookId: two }], delayMs: 0 }]);
  });

  test('notes an event that it hears twice once, and wakes the webhook again', async () => {
    await makeWebhook();
    const event = happened('leaf.picked', 'Ceylon');
    await intake().consumeAll([event]);
    await db.database.query(`update webhook_delivery set state = 'delivered', next_attempt_at = null`);
    await intake().consumeAll([event]);
    expect(await deliveries()).toMatchObject([{ state: 'delivered' }]);
    expect(jobs.put).toHaveLength(2);
  });

  test('notes nothing for a webhook that is switched off or of another team, and then wakes nobody', async () => {
    await makeWebhook({ isActive: false });
    await makeWebhook({ team: newId() });
    await intake().consumeAll([happened('leaf.picked', 'Ceylon')]);
    expect(await deliveries()).toEqual([]);
    expect(jobs.put).toEqual([]);
  });

  test('tells administrators what concerns the installation, whoever caused it', async () => {
    const [administrators, others, former] = [newId(), newId(), newId()];
    await makeAdministrator(administrators);
    await makeAdministrator(former, false);
    const hearing = await makeWebhook({ team: administrators, events: ['tea.shipped', 'tea.picked'] });
    await makeWebhook({ team: others, events: ['tea.shipped'] });
    await makeWebhook({ team: former, events: ['tea.shipped'] });
    await intake().consumeAll([happened('leaf.shipped', 'Ceylon'), happened('leaf.picked', 'Ceylon')]);
    expect(await deliveries()).toMatchObject([{ webhookId: hearing, event: 'tea.shipped' }]);
  });

  test('keeps the first wait of the schedule', async () => {
    const webhookId = await makeWebhook();
    await intake(5 * SECOND_MS).consumeAll([happened('leaf.picked', 'Ceylon')]);
    const dueAt = new Date(clock.nowMs() + 5 * SECOND_MS);
    expect(await deliveries()).toMatchObject([{ nextAttemptAt: dueAt }]);
    expect(jobs.put).toEqual([{ payloads: [{ webhookId, dueAtMs: dueAt.getTime() }], delayMs: 5 * SECOND_MS }]);
  });

  test('notes nothing of a conversation whose events were erased meanwhile', async () => {
    await makeWebhook();
    const [kept, erased] = [happened('leaf.picked', 'Ceylon'), happened('leaf.picked', 'Assam')].map((event) => ({
      ...event,
      data: { ...event.data, conversationId: newId(), userRef: 'ada' },
    }));
    await db.database.query(
      'insert into outbox (id, team_id, name, data, occurred_at) values ($1, $2, $3, $4::jsonb, now())',
      [kept!.id, teamId, kept!.name, JSON.stringify(kept!.data)],
    );
    await intake().consumeAll([kept!, erased!]);
    const rows = await db.database.query('select body, user_ref from webhook_delivery');
    expect(rows).toEqual([{ body: expect.stringContaining('Ceylon'), user_ref: 'ada' }]);
  });
});
