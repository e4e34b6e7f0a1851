import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { RepliesModule } from '#domain/replies';
import { TrainingModule } from '#domain/training';
import { AnalyticsModule } from '../analytics.module';
import { DocumentUse } from './findings/document-use.service';
import { InsightsQueries } from './insights.queries';
import { InsightsService } from './insights.service';
import { InsightsComputing } from './insights-computing.service';
import { TurnSampling } from './turn-sample.service';

@Module({
  imports: [AnalyticsModule, BotsModule, TrainingModule, RepliesModule],
  providers: [InsightsQueries, TurnSampling, DocumentUse, InsightsComputing, InsightsService],
  exports: [InsightsService],
})
export class InsightsModule {}
