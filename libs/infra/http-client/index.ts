export * from './address-classes';
export * from './address-guard';
export * from './http-client.errors';
export * from './http-client.module';
export * from './read-body';
