export * from './balancer';
export { CheckedFetch } from './checked-fetch';
export { type CommandAnswer, runParley } from './command-line';
export { ApiContract, type Document, type Schema } from './contract';
export { Installation, newDataDir, SEVERAL_PROCESSES, TEST_ADMIN } from './installation';
export * from './platform-client';
export { type ServerOrder, ServerProcess } from './server-process';
export { type SharedInstallation, sharedInstallation } from './shared-installation';
export * from './wire';
