export { modelInUse } from './models.errors';
export * from './models.module';
export { type BeforeModelDelete, Models } from './models.service';
export * from './models.types';
export {
  DEFAULT_EMBEDDING_ID,
  DEFAULT_LLM_ID,
  DEFAULT_RERANK_ID,
  EXTRACTIVE_ID,
  LEXICAL_ID,
  LEXICAL_RERANK_ID,
} from './presets';
export { ModelTrials } from './runtime/model-trials';
export { ReadyModels } from './runtime/ready-models';
