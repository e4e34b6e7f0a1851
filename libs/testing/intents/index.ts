export * from './made-up-examples';
