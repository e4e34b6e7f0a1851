import { Module } from '@nestjs/common';
import { AuditModule } from '#domain/audit';
import { AuditRetention } from './audit-retention';
import { RetentionQueries } from './retention.queries';
import { Retention } from './retention.service';

@Module({ imports: [AuditModule], providers: [RetentionQueries, Retention, AuditRetention], exports: [Retention] })
export class RetentionModule {}
