export * from './parley-process';
export * from './platform-client';
export * from './wire';
