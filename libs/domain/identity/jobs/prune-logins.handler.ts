import { HandlesJob, type JobHandler } from '#infra/queue';
import { Logins } from '../logins/logins.service';
import { pruneLogins } from './prune-logins.job';

@HandlesJob(pruneLogins)
export class PruneLoginsHandler implements JobHandler<object> {
  constructor(private readonly logins: Logins) {}

  async run(): Promise<void> {
    await this.logins.prune();
  }
}
