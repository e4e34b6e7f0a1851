export * from './sealer';
export * from './secrets.errors';
export * from './secrets.module';
