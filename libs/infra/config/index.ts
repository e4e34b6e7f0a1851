export * from './config';
export * from './config.module';
export * from './env-reference';
export * from './load-config';
export { ConfigError } from './read-env';
export * from './shutdown-grace';
