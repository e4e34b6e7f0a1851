import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { InvitationMails } from '../invitations/invitation-mails.service';
import { sendInvitation } from './send-invitation.job';

interface Payload {
  invitationId: string;
}

@HandlesJob(sendInvitation)
export class SendInvitationHandler implements JobHandler<Payload> {
  constructor(private readonly mails: InvitationMails) {}

  async run({ invitationId }: Payload, { signal }: JobRun): Promise<void> {
    await this.mails.send(invitationId, signal);
  }

  async failed({ invitationId }: Payload): Promise<void> {
    await this.mails.close(invitationId);
  }
}
