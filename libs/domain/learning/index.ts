export { LearningApplication } from './applying/application.service';
export { LearningReversion } from './applying/reversion.service';
export { LearningGeneration } from './findings/generation.service';
export * from './learning.events';
export { LearningModule } from './learning.module';
export { LearningItems } from './learning.service';
export * from './learning.types';
export * from './preview/preview.types';
export { LearningPreviews } from './preview/previews.service';
