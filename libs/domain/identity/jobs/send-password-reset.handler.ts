import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ResetMails } from '../resets/reset-mails.service';
import { sendPasswordReset } from './send-password-reset.job';

interface Payload {
  requestId: string;
}

@HandlesJob(sendPasswordReset)
export class SendPasswordResetHandler implements JobHandler<Payload> {
  constructor(private readonly mails: ResetMails) {}

  async run({ requestId }: Payload, { signal }: JobRun): Promise<void> {
    await this.mails.send(requestId, signal);
  }

  async failed({ requestId }: Payload): Promise<void> {
    await this.mails.close(requestId);
  }
}
