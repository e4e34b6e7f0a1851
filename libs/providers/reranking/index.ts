export * from './reranking.contract';
