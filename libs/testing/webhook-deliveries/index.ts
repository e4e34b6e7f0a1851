export * from './deliveries-under-test';
export * from './receiver';
