import { AdministratorTeams } from '#domain/identity';
import { Config } from '#infra/config';
import { type BatchEventConsumer, ConsumesEvents, type DomainEvent } from '#infra/events';
import { JobQueue } from '#infra/queue';
import { Clock } from '#kernel';
import { deliverWebhook } from '../jobs/deliver-webhook.job';
import { Vocabularies } from '../vocabulary/vocabularies';
import { deliveriesOf } from './deliveries-of';
import { IntakeQueries } from './intake.queries';

/** Notes for every webhook what it is to be told of what happened, and has it delivered. */
@ConsumesEvents({ name: 'webhooks' })
export class WebhookIntake implements BatchEventConsumer {
  readonly events: readonly string[];

  constructor(
    private readonly queries: IntakeQueries,
    private readonly administratorTeams: AdministratorTeams,
    private readonly vocabularies: Vocabularies,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.events = vocabularies.causes;
  }

  /** @throws `queue.unavailable`: the deliveries are stored, and hearing the events again is harmless. */
  async consumeAll(events: readonly DomainEvent[]): Promise<void> {
    const administratorTeamIds = new Set(await this.administratorTeamIds(events));
    const teamIds = new Set([...events.map(({ teamId }) => teamId), ...administratorTeamIds]);
    const webhooks = await this.queries.listening([...teamIds]);
    const deliveries = events.flatMap((event) =>
      deliveriesOf(event, webhooks, this.vocabularies, administratorTeamIds),
    );
    if (deliveries.length === 0) return;
    const [firstWaitMs = 0] = this.config.webhooks.retryScheduleMs;
    const firstAttemptAtMs = this.clock.nowMs() + firstWaitMs;
    await this.queries.insert(deliveries, new Date(firstAttemptAtMs));
    const wake = firstWaitMs === 0 ? {} : { dueAtMs: firstAttemptAtMs };
    const jobs = [...new Set(deliveries.map(({ webhookId }) => webhookId))].map((webhookId) => ({
      webhookId,
      ...wake,
    }));
    await this.jobs.enqueueAll(deliverWebhook, jobs, { delayMs: firstWaitMs });
  }

  /** Asked for only when something happened that concerns them. */
  private async administratorTeamIds(events: readonly DomainEvent[]): Promise<readonly string[]> {
    const concerned = events.some(({ name }) =>
      this.vocabularies.tellingsOf(name).some(({ cause }) => cause.reach === 'installation'),
    );
    return concerned ? this.administratorTeams.ids() : [];
  }
}
