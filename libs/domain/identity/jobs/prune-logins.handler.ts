import { HandlesJob, type JobHandler } from '#infra/queue';
import { Logins } from '../logins/logins.service';
import { ResetRequests } from '../resets/reset-requests.service';
import { ResetTokens } from '../resets/reset-tokens';
import { pruneLogins } from './prune-logins.job';

@HandlesJob(pruneLogins)
export class PruneLoginsHandler implements JobHandler<object> {
  constructor(
    private readonly logins: Logins,
    private readonly resetTokens: ResetTokens,
    private readonly resetRequests: ResetRequests,
  ) {}

  async run(): Promise<void> {
    await this.logins.prune();
    await this.resetTokens.prune();
    await this.resetRequests.prune();
  }
}
