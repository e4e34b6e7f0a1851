export * from './balancer';
export { Installation } from './installation';
export * from './parley-process';
export * from './platform-client';
export * from './server-process';
export * from './wire';
