export * from './documents-under-test';
