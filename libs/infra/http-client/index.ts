export * from './address-classes';
export * from './address-guard';
export { Circuit, type CircuitState, type Passage } from './circuit';
export { type Deadline, deadlineIn } from './deadline';
export { type ExchangeFailure, failureOf, timedOut } from './exchange-failures';
export * from './http-client.errors';
export * from './http-client.module';
export * from './read-body';
export { type SignedRequest, signatureHeaders } from './signatures';
