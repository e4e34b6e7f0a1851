export * from './access-log';
export * from './create-logger';
export * from './error-fields';
export * from './log-context';
export * from './logging.module';
export * from './nest-pino-logger';
