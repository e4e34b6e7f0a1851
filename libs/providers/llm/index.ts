export * from './grounded-messages';
export * from './llm.contract';
export * from './llm.errors';
export * from './llm.module';
export * from './llm.registry';
export * from './scripted-llm';
export * from './tokens';
