export * from './insights-under-test';
