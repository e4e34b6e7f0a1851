import { HandlesJob, type JobHandler } from '#infra/queue';
import { Invitations } from '../invitations/invitations.service';
import { ApiKeys } from '../keys/api-keys.service';
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
    private readonly invitations: Invitations,
    private readonly keys: ApiKeys,
  ) {}

  async run(): Promise<void> {
    await this.logins.prune();
    await this.resetTokens.prune();
    await this.resetRequests.prune();
    await this.invitations.prune();
    await this.keys.prune();
  }
}
