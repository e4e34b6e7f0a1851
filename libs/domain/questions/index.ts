export { BulkQuestions } from './bulk-questions.service';
export type * from './bulk-questions.types';
export * from './questions.events';
export * from './questions.module';
export { Questions } from './questions.service';
export * from './questions.types';
