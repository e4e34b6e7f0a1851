import { Module } from '@nestjs/common';
import { AuditModule } from '../audit.module';
import { AuditLogController } from './audit-log.controller';

/** `/api/v1/team/audit-log` and `/api/v1/admin/audit-log`. */
@Module({ imports: [AuditModule], controllers: [AuditLogController] })
export class AuditHttpModule {}
