import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics.module';
import { ExperimentsModule } from '../experiments/experiments.module';
import { InsightsModule } from '../insights/insights.module';
import { ExperimentsController } from './experiments.controller';
import { FiguresController } from './figures.controller';
import { InsightsController } from './insights.controller';

@Module({
  imports: [AnalyticsModule, InsightsModule, ExperimentsModule],
  controllers: [FiguresController, InsightsController, ExperimentsController],
})
export class AnalyticsHttpModule {}
