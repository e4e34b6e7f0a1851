export * from './embeddings.contract';
