export * from './access-log';
export * from './create-logger';
export * from './error-fields';
export { LogContext, type LogFields } from './log-context';
export * from './logging.module';
export * from './nest-pino-logger';
