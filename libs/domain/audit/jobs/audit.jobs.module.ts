import { Module } from '@nestjs/common';
import { AuditModule } from '../audit.module';
import { PruneAuditLogHandler } from './prune-audit-log.handler';

@Module({ imports: [AuditModule], providers: [PruneAuditLogHandler] })
export class AuditJobsModule {}
