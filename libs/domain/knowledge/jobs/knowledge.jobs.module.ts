import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge.module';
import { MergeSegmentsHandler } from './merge-segments.handler';
import { SweepSegmentsHandler } from './sweep-segments.handler';

@Module({ imports: [KnowledgeModule], providers: [MergeSegmentsHandler, SweepSegmentsHandler] })
export class KnowledgeJobsModule {}
