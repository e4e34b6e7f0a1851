import { Module } from '@nestjs/common';
import { ArtifactsQueries } from './artifacts.queries';
import { Artifacts } from './artifacts.service';

@Module({ providers: [ArtifactsQueries, Artifacts], exports: [Artifacts] })
export class ArtifactsModule {}
