import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { ShutdownGrace } from '#infra/config';
import { JobQueue } from '#infra/queue';
import { Clock } from '#kernel';
import { deliverWebhook } from '../jobs/deliver-webhook.job';
import { Courier, type CourierTools } from './courier';
import { DeliveryQueries } from './delivery.queries';
import { DeliveryOutcomes } from './delivery-outcomes.service';
import { DeliverySender } from './delivery-sender';
import { Targets } from './targets.service';

/** The couriers of this process, at most one for a webhook. */
@Injectable()
export class Couriers implements BeforeApplicationShutdown {
  private readonly tools: CourierTools;
  private readonly running = new Map<string, { courier: Courier; ended: Promise<void> }>();

  constructor(
    private readonly queries: DeliveryQueries,
    targets: Targets,
    sender: DeliverySender,
    outcomes: DeliveryOutcomes,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    grace: ShutdownGrace,
  ) {
    this.tools = { queries, targets, sender, outcomes, clock, isStopping: () => grace.hasBegun };
  }

  /**
   * Delivers what is due of a webhook, and has the rest delivered when it is due. Where a courier of the webhook is on its
   * way already, it is told that there may be more, and goes on for both.
   *
   * @throws `database.unavailable`, `queue.unavailable`: the sweep, too, finds what waits
   */
  async deliver(webhookId: string, signal: AbortSignal): Promise<void> {
    const present = this.running.get(webhookId);
    if (present) return present.courier.more();
    const courier = new Courier(webhookId, this.tools, signal);
    const run = courier.run();
    const ended = run.catch(() => undefined);
    this.running.set(webhookId, { courier, ended });
    try {
      await run;
    } finally {
      this.running.delete(webhookId);
    }
    // What comes from here on finds no courier and brings a job of its own.
    await this.planNext(webhookId);
  }

  /** Those whose time for an orderly end is over still write what they know, while there is a database. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  private async planNext(webhookId: string): Promise<void> {
    const dueAt = await this.queries.nextDue(webhookId);
    if (dueAt === undefined) return;
    const delayMs = dueAt.getTime() - this.clock.nowMs();
    if (delayMs <= 0) await this.jobs.enqueue(deliverWebhook, { webhookId });
    else await this.jobs.enqueue(deliverWebhook, { webhookId, dueAtMs: dueAt.getTime() }, { delayMs });
  }
}
