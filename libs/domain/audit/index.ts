export { AuditModule } from './audit.module';
export * from './audit.types';
export { AuditLog } from './audit-log.service';
