export { artifactErrors } from './artifacts.errors';
export * from './artifacts.events';
export { ArtifactsModule } from './artifacts.module';
export { Artifacts } from './artifacts.service';
export * from './artifacts.types';
