import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge.module';
import { EmbedPassagesHandler } from './embed-passages.handler';
import { MergeSegmentsHandler } from './merge-segments.handler';
import { PurgeSegmentsHandler } from './purge-segments.handler';
import { SweepSegmentsHandler } from './sweep-segments.handler';
import { SweepVectorsHandler } from './sweep-vectors.handler';
import { TendNearestIndexesHandler } from './tend-nearest-indexes.handler';

@Module({
  imports: [KnowledgeModule],
  providers: [
    MergeSegmentsHandler,
    SweepSegmentsHandler,
    PurgeSegmentsHandler,
    EmbedPassagesHandler,
    SweepVectorsHandler,
    TendNearestIndexesHandler,
  ],
})
export class KnowledgeJobsModule {}
