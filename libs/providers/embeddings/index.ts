export { providerWordsOf } from '#providers/provider-http';
export * from './concept-vectors';
export * from './embeddings.contract';
export * from './embeddings.errors';
export * from './embeddings.factory';
export * from './embeddings.settings';
export * from './purpose-prefixes';
export * from './scripted-embedding';
