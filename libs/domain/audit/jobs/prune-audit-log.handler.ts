import { Config } from '#infra/config';
import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { Clock } from '#kernel';
import { AuditLog } from '../audit-log.service';
import { pruneAuditLog } from './prune-audit-log.job';

@HandlesJob(pruneAuditLog)
export class PruneAuditLogHandler implements JobHandler<object> {
  constructor(
    private readonly auditLog: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.auditLog.prune(new Date(this.clock.nowMs() - this.config.audit.retentionMs), undefined, signal);
  }
}
