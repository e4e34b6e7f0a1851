export * from './balancer';
export { Installation, TEST_ADMIN } from './installation';
export * from './platform-client';
export * from './server-process';
export * from './wire';
