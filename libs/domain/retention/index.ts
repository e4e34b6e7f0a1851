export { RetentionModule } from './retention.module';
export { Retention } from './retention.service';
export * from './retention.types';
