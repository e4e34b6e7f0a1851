export * from './ollama-embeddings';
export * from './openai-embeddings';
export * from './protocol-server';
export * from './rerank-protocols';
