export * from './questions.events';
export * from './questions.module';
export { Questions } from './questions.service';
export * from './questions.types';
