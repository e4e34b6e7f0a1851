import { Module } from '@nestjs/common';
import { ContextModule } from '../context.module';
import { ExtractByModelHandler } from './extract-by-model.handler';
import { SweepContextHandler } from './sweep-context.handler';

@Module({ imports: [ContextModule], providers: [ExtractByModelHandler, SweepContextHandler] })
export class ContextJobsModule {}
