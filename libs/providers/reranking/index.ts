export { providerWordsOf } from '#providers/provider-http';
export * from './reranking.contract';
export * from './reranking.errors';
export * from './reranking.factory';
export * from './reranking.settings';
export * from './scripted-reranker';
