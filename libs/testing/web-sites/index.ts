export * from './web-site';
