/** For database specs: the services of webhooks on a test database, with two dialects, and nothing that is really sent. */
import type { LookupAddress } from 'node:dns';
import type { BotsService } from '#domain/bots';
import type { BeforeTeamRemoval, TeamRemoval } from '#domain/identity';
import { AddressGuard } from '#infra/http-client';
import { type EnqueueOptions, type JobDefinition, JobQueue } from '#infra/queue';
import { Sealer } from '#infra/secrets';
import { type Actor, AppError, newId } from '#kernel';
import type { DeliveryRequest, DeliverySender } from '../../domain/webhooks/delivery/delivery-sender';
import { DeliveryLogQueries } from '../../domain/webhooks/log/delivery-log.queries';
import { DeliveryLog } from '../../domain/webhooks/log/delivery-log.service';
import { DeliveryStatisticsQueries } from '../../domain/webhooks/log/delivery-statistics.queries';
import { WebhookTestsQueries } from '../../domain/webhooks/log/webhook-tests.queries';
import { WebhookTests } from '../../domain/webhooks/log/webhook-tests.service';
import { namedEvent } from '../../domain/webhooks/vocabulary/event-vocabulary';
import { Vocabularies } from '../../domain/webhooks/vocabulary/vocabularies';
import { WebhookChecks } from '../../domain/webhooks/webhook-checks';
import { WebhookRemovalQueries } from '../../domain/webhooks/webhook-removal.queries';
import { WebhookRemoval } from '../../domain/webhooks/webhook-removal.service';
import { WebhookSecrets } from '../../domain/webhooks/webhook-secrets';
import { WebhooksQueries } from '../../domain/webhooks/webhooks.queries';
import { Webhooks } from '../../domain/webhooks/webhooks.service';
import type { Exchange } from '../../domain/webhooks/webhooks.types';
import { auditLogOn } from '../audit';
import { openTestDatabase, type TestDatabase } from '../database';
import { MIGRATIONS } from '../index';
import { ManualClock } from '../manual-clock';

class Leaf {
  tea: string;
}

const leaf = (tea: string) =>
  namedEvent({ description: `${tea} was picked.`, payload: Leaf, example: { tea }, causes: [] });

/** The dialect that specs speak, and another. */
export const DIALECT = 'english';
export const OTHER_DIALECT = 'french';

export const VOCABULARIES = new Vocabularies([
  { dialect: DIALECT, events: { 'tea.picked': leaf('Ceylon'), 'tea.shipped': leaf('Assam') } },
  { dialect: OTHER_DIALECT, events: { 'the.cueilli': leaf('Darjeeling') } },
]);

const PUBLIC: LookupAddress[] = [{ address: '93.184.216.34', family: 4 }];

/** Remembers what is put. */
class RecordingJobs extends JobQueue {
  readonly put: Array<{ job: string; payload: unknown }> = [];

  async enqueue<Payload>(job: JobDefinition<Payload>, payload: Payload): Promise<void> {
    this.put.push({ job: job.name, payload });
  }

  async enqueueAll<Payload>(
    job: JobDefinition<Payload>,
    payloads: readonly Payload[],
    _options?: EnqueueOptions,
  ): Promise<void> {
    for (const payload of payloads) await this.enqueue(job, payload);
  }
}

export class WebhooksUnderTest {
  readonly clock = new ManualClock();
  readonly jobs = new RecordingJobs();
  readonly ours: Actor = { kind: 'system', teamId: newId(), plan: 'free' };
  readonly theirs: Actor = { kind: 'system', teamId: newId(), plan: 'free' };
  /** The only bot of `ours`. */
  readonly botId = newId();
  /** What was sent, and what comes of it. */
  readonly sent: DeliveryRequest[] = [];
  exchange: (request: DeliveryRequest) => Promise<Exchange>;
  readonly beforeTeamRemoval: BeforeTeamRemoval[] = [];

  readonly secrets = new WebhookSecrets(new Sealer(Buffer.alloc(32, 'key')));
  readonly webhooks: Webhooks;
  readonly log: DeliveryLog;
  readonly tests: WebhookTests;

  private constructor(readonly db: TestDatabase) {
    const { database } = db;
    const queries = new WebhooksQueries(database);
    const teams = { beforeRemoval: (listener: BeforeTeamRemoval) => this.beforeTeamRemoval.push(listener) };
    const removal = new WebhookRemoval(new WebhookRemovalQueries(database), teams as unknown as TeamRemoval);
    removal.onModuleInit();
    const guard = new AddressGuard({ allowsPrivateAddresses: false, resolve: async () => PUBLIC });
    const checks = new WebhookChecks(VOCABULARIES, guard, this.bots());
    this.webhooks = new Webhooks(
      queries,
      checks,
      this.secrets,
      removal,
      database,
      this.jobs,
      this.clock,
      auditLogOn(database, this.clock),
    );
    const statistics = new DeliveryStatisticsQueries(database);
    this.log = new DeliveryLog(this.webhooks, new DeliveryLogQueries(database), statistics, this.jobs, this.clock);
    const tests = new WebhookTestsQueries(database);
    this.tests = new WebhookTests(queries, this.secrets, VOCABULARIES, this.sender(), tests, this.log, this.clock);
  }

  static async open(): Promise<WebhooksUnderTest> {
    return new WebhooksUnderTest(await openTestDatabase({ migrations: MIGRATIONS }));
  }

  async reset(): Promise<void> {
    await this.db.reset();
    await this.db.database.query(`insert into team (id, name) values ($1, 'Ours'), ($2, 'Theirs')`, [
      this.ours.teamId,
      this.theirs.teamId,
    ]);
    this.jobs.put.length = 0;
    this.sent.length = 0;
    this.exchange = async ({ url }) => this.exchangeOf(url);
  }

  close(): Promise<void> {
    return this.db.close();
  }

  /** As it comes of a receiver that answers 200. */
  exchangeOf(url: string, changes: Partial<Exchange> = {}): Exchange {
    return {
      startedAt: this.clock.now(),
      durationMs: 12,
      outcome: 'delivered',
      url,
      requestHeaders: { 'X-Webhook-Event': 'any' },
      responseStatus: 200,
      responseHeaders: { server: 'tea' },
      responseBody: 'ok',
      error: null,
      retryAfterMs: null,
      ...changes,
    };
  }

  private bots(): BotsService {
    const get = async ({ teamId }: Actor, botId: string) => {
      if (botId === this.botId && teamId === this.ours.teamId) return { id: botId };
      throw new AppError('bots.not_found', 'not_found', 'There is no such bot.');
    };
    return { get } as unknown as BotsService;
  }

  private sender(): DeliverySender {
    const send = (request: DeliveryRequest) => {
      this.sent.push(request);
      return this.exchange(request);
    };
    return { send } as unknown as DeliverySender;
  }
}
