export * from './audit-log-on';
