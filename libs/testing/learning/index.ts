export * from './learning-under-test';
