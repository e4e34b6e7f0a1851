export * from './lookup-cache';
