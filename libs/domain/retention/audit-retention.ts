import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Config } from '#infra/config';
import { DAY_MS } from '#kernel';
import { Retention } from './retention.service';

/** The audit log knows nobody above it, so that it is spoken for here. */
@Injectable()
export class AuditRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly log: AuditLog,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      kind: 'auditLog',
      name: 'audit log',
      atMostDays: this.config.audit.retentionMs / DAY_MS,
      removeOld: ({ teamId, before }) => this.log.prune(before, teamId),
    });
  }
}
