import { Module } from '@nestjs/common';
import { AuditQueries } from './audit.queries';
import { AuditLog } from './audit-log.service';

@Module({ providers: [AuditQueries, AuditLog], exports: [AuditLog] })
export class AuditModule {}
