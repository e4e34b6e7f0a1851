import { HandlesJob, type JobHandler } from '#infra/queue';
import { ResetRequests } from '../resets/reset-requests.service';
import { TeamRemoval } from '../teams/team-removal.service';
import { sweepIdentity } from './sweep-identity.job';

@HandlesJob(sweepIdentity)
export class SweepIdentityHandler implements JobHandler<object> {
  constructor(
    private readonly resets: ResetRequests,
    private readonly teams: TeamRemoval,
  ) {}

  async run(): Promise<void> {
    await this.resets.resume();
    await this.teams.resume();
  }
}
