import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { DisabledNotices } from '../delivery/disabled-notices.service';
import { tellDisabledWebhook } from './tell-disabled-webhook.job';

@HandlesJob(tellDisabledWebhook)
export class TellDisabledWebhookHandler implements JobHandler<{ webhookId: string }> {
  constructor(private readonly notices: DisabledNotices) {}

  async run({ webhookId }: { webhookId: string }, { signal }: JobRun): Promise<void> {
    await this.notices.send(webhookId, signal);
  }
}
