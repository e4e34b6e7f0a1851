export * from './agents-under-test';
