import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge.module';
import { EmbedPassagesHandler } from './embed-passages.handler';
import { MergeSegmentsHandler } from './merge-segments.handler';
import { SweepSegmentsHandler } from './sweep-segments.handler';
import { SweepVectorsHandler } from './sweep-vectors.handler';

@Module({
  imports: [KnowledgeModule],
  providers: [MergeSegmentsHandler, SweepSegmentsHandler, EmbedPassagesHandler, SweepVectorsHandler],
})
export class KnowledgeJobsModule {}
