export * from './blob-key';
export * from './blob-store.contract';
export * from './blob-store.errors';
export * from './blob-store.factory';
export * from './blob-store.module';
