export * from './integrations-under-test';
