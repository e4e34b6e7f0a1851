export { type Cause, type EventVocabulary, type NamedEvent, namedEvent, on } from './vocabulary/event-vocabulary';
export { VocabulariesModule } from './vocabulary/vocabularies.module';
export * from './webhooks.types';
