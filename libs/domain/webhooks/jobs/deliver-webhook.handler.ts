import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { Couriers } from '../delivery/couriers.service';
import { deliverWebhook } from './deliver-webhook.job';

@HandlesJob(deliverWebhook)
export class DeliverWebhookHandler implements JobHandler<{ webhookId: string }> {
  constructor(private readonly couriers: Couriers) {}

  async run({ webhookId }: { webhookId: string }, { signal }: JobRun): Promise<void> {
    await this.couriers.deliver(webhookId, signal);
  }
}
