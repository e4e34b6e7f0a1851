import { Module } from '@nestjs/common';
import { ArtifactsModule } from '../artifacts.module';
import { ArtifactsController } from './artifacts.controller';

@Module({ imports: [ArtifactsModule], controllers: [ArtifactsController] })
export class ArtifactsHttpModule {}
