export * from './adapting-call';
export * from './batches';
export * from './provider-endpoint';
export * from './provider-failure';
