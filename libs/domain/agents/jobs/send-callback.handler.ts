import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { CallbackSending } from '../callbacks/callback-sending.service';
import { sendCallback } from './send-callback.job';

@HandlesJob(sendCallback)
export class SendCallbackHandler implements JobHandler<{ executionId: string }> {
  constructor(private readonly callbacks: CallbackSending) {}

  async run({ executionId }: { executionId: string }, { signal }: JobRun): Promise<void> {
    await this.callbacks.send(executionId, signal);
  }
}
