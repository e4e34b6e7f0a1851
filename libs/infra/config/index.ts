export * from './config';
export * from './config.module';
export * from './env-reference';
export { replaceGeneratedSecrets } from './generated-secrets';
export * from './load-config';
export { ConfigError } from './read-env';
export * from './shutdown-grace';
