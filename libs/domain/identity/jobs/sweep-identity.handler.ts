import { HandlesJob, type JobHandler } from '#infra/queue';
import { InvitationMails } from '../invitations/invitation-mails.service';
import { ResetRequests } from '../resets/reset-requests.service';
import { TeamRemoval } from '../teams/team-removal.service';
import { sweepIdentity } from './sweep-identity.job';

@HandlesJob(sweepIdentity)
export class SweepIdentityHandler implements JobHandler<object> {
  constructor(
    private readonly resets: ResetRequests,
    private readonly invitations: InvitationMails,
    private readonly teams: TeamRemoval,
  ) {}

  async run(): Promise<void> {
    await this.resets.resume();
    await this.invitations.resume();
    await this.teams.resume();
  }
}
