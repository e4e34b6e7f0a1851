/** For database specs: couriers, as several workers would have them, on a test database and with a clock that tests turn. */
import { TeamPeople } from '#domain/identity';
import { type Config, ShutdownGrace } from '#infra/config';
import { AddressGuard } from '#infra/http-client';
import { type EnqueueOptions, type JobDefinition, JobQueue } from '#infra/queue';
import { Sealer } from '#infra/secrets';
import { DAY_MS, MINUTE_MS, newId, SECOND_MS } from '#kernel';
import { RecordingMailer } from '#providers/mail';
import { Couriers } from '../../domain/webhooks/delivery/couriers.service';
import { DeliveryQueries } from '../../domain/webhooks/delivery/delivery.queries';
import { DeliveryOutcomes } from '../../domain/webhooks/delivery/delivery-outcomes.service';
import { DeliverySender } from '../../domain/webhooks/delivery/delivery-sender';
import { DeliveryUpkeep } from '../../domain/webhooks/delivery/delivery-upkeep.service';
import { DisabledNotices } from '../../domain/webhooks/delivery/disabled-notices.service';
import { TargetsQueries } from '../../domain/webhooks/delivery/targets.queries';
import { Targets } from '../../domain/webhooks/delivery/targets.service';
import { UpkeepQueries } from '../../domain/webhooks/delivery/upkeep.queries';
import { WebhookSecrets } from '../../domain/webhooks/webhook-secrets';
import type { AttemptOutcome, DeliveryState } from '../../domain/webhooks/webhooks.types';
import { openTestDatabase, type TestDatabase } from '../database';
import { MIGRATIONS } from '../index';
import { ManualClock } from '../manual-clock';

export interface PutJob {
  job: string;
  payload: unknown;
  delayMs: number;
}

/** Remembers what is put. */
class RecordingJobs extends JobQueue {
  readonly put: PutJob[] = [];

  async enqueue<Payload>(
    { name }: JobDefinition<Payload>,
    payload: Payload,
    { delayMs = 0 }: EnqueueOptions = {},
  ): Promise<void> {
    this.put.push({ job: name, payload, delayMs });
  }

  async enqueueAll<Payload>(
    job: JobDefinition<Payload>,
    payloads: readonly Payload[],
    options?: EnqueueOptions,
  ): Promise<void> {
    for (const payload of payloads) await this.enqueue(job, payload, options);
  }
}

export interface StoredDelivery {
  id: string;
  state: DeliveryState;
  attempts: number;
  failures: number;
  nextAttemptAt: Date | null;
  claimedAt: Date | null;
  responseStatus: number | null;
  error: string | null;
  settledAt: Date | null;
}

export interface StoredAttempt {
  deliveryId: string;
  number: number;
  outcome: AttemptOutcome;
  durationMs: number | null;
  responseStatus: number | null;
}

export interface StoredWebhook {
  isActive: boolean;
  disabledReason: string | null;
  isNoticeDue: boolean;
  failingSince: Date | null;
  lastSuccessAt: Date | null;
  pausedUntil: Date | null;
}

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** Of the settings. */
export const RETRY_SCHEDULE_MS = [0, 5 * SECOND_MS, 5 * MINUTE_MS];
export const DISABLE_AFTER_MS = 5 * DAY_MS;
const TIMEOUT_MS = 10 * SECOND_MS;

function configWith(timeoutMs: number): Config {
  const webhooks = {
    timeoutMs,
    retryScheduleMs: RETRY_SCHEDULE_MS,
    disableAfterMs: DISABLE_AFTER_MS,
    logRetentionMs: 30 * DAY_MS,
  };
  const parts: Partial<Config> = { webhooks, shutdown: { graceMs: 10 * SECOND_MS } };
  return { ...parts, http: { publicUrl: 'https://bots.example' } } as Config;
}

/** What one process has. */
export interface WorkerUnderTest {
  couriers: Couriers;
  grace: ShutdownGrace;
}

export class DeliveriesUnderTest {
  readonly clock = new ManualClock();
  readonly jobs = new RecordingJobs();
  readonly mailer = new RecordingMailer();
  readonly guard = new AddressGuard({ allowsPrivateAddresses: true });
  readonly queries: DeliveryQueries;
  readonly upkeep: DeliveryUpkeep;
  readonly notices: DisabledNotices;
  private readonly targetsQueries: TargetsQueries;
  private readonly secrets = new WebhookSecrets(new Sealer(Buffer.alloc(32, 'key')));
  private teamId = newId();

  private constructor(readonly db: TestDatabase) {
    const { database } = db;
    const config = configWith(TIMEOUT_MS);
    this.queries = new DeliveryQueries(database);
    this.targetsQueries = new TargetsQueries(database);
    this.upkeep = new DeliveryUpkeep(new UpkeepQueries(database), this.jobs, this.clock, config);
    this.notices = new DisabledNotices(this.targetsQueries, new TeamPeople(database), this.mailer, config);
  }

  static async open(): Promise<DeliveriesUnderTest> {
    return new DeliveriesUnderTest(await openTestDatabase({ migrations: MIGRATIONS }));
  }

  async reset(): Promise<void> {
    await this.db.reset();
    this.teamId = newId();
    await this.db.database.query(`insert into team (id, name) values ($1, 'Ours')`, [this.teamId]);
    this.jobs.put.length = 0;
    this.mailer.sent.length = 0;
  }

  async close(): Promise<void> {
    await this.guard.onApplicationShutdown();
    await this.db.close();
  }

  /** Another process. */
  worker({ timeoutMs = TIMEOUT_MS } = {}): WorkerUnderTest {
    const { queries, targetsQueries, jobs, clock } = this;
    const config = configWith(timeoutMs);
    const sender = new DeliverySender(this.guard, clock, config);
    const targets = new Targets(targetsQueries, this.secrets, clock);
    const outcomes = new DeliveryOutcomes(queries, targetsQueries, jobs, clock, config);
    const grace = new ShutdownGrace(config);
    return { couriers: new Couriers(queries, targets, sender, outcomes, jobs, clock, grace), grace };
  }

  async webhook(url: string): Promise<string> {
    const id = newId();
    await this.db.database.query(
      `insert into webhook (id, team_id, dialect, url, events, secret, created_at, updated_at)
       values ($1, $2, 'english', $3, '{tea.picked}', $4, $5, $5)`,
      [id, this.teamId, url, this.secrets.seal(id, SECRET), this.clock.now()],
    );
    return id;
  }

  /** Gives the ids of so many deliveries that are due now. */
  async deliveries(webhookId: string, count = 1): Promise<string[]> {
    const ids = Array.from({ length: count }, newId);
    await this.db.database.query(
      `insert into webhook_delivery (id, webhook_id, event, body, created_at, next_attempt_at)
       select id, $2, 'tea.picked', '{"id":"' || id || '"}', $3, $3 from unnest($1::uuid[]) id`,
      [ids, webhookId, this.clock.now()],
    );
    return ids;
  }

  async user(email: string, isActive = true): Promise<void> {
    await this.db.database.query(
      `insert into app_user (id, team_id, username, username_folded, email, email_folded, password_hash, is_active)
       values ($1, $2, $3, $3, $3, $3, '', $4)`,
      [newId(), this.teamId, email, isActive],
    );
  }

  stored(): Promise<StoredDelivery[]> {
    return this.db.database.query<StoredDelivery>(
      `select id, state, attempts, failures, next_attempt_at as "nextAttemptAt", claimed_at as "claimedAt",
         response_status as "responseStatus", error, settled_at as "settledAt"
       from webhook_delivery order by id`,
    );
  }

  log(): Promise<StoredAttempt[]> {
    return this.db.database.query<StoredAttempt>(
      `select delivery_id as "deliveryId", number, outcome, duration_ms as "durationMs",
         response_status as "responseStatus"
       from webhook_attempt order by delivery_id, number`,
    );
  }

  async storedWebhook(id: string): Promise<StoredWebhook> {
    const [row] = await this.db.database.query<StoredWebhook>(
      `select is_active as "isActive", disabled_reason as "disabledReason", is_notice_due as "isNoticeDue",
         failing_since as "failingSince", last_success_at as "lastSuccessAt", paused_until as "pausedUntil"
       from webhook where id = $1`,
      [id],
    );
    return row!;
  }
}
