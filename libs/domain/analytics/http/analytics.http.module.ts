import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics.module';
import { InsightsModule } from '../insights/insights.module';
import { FiguresController } from './figures.controller';
import { InsightsController } from './insights.controller';

@Module({ imports: [AnalyticsModule, InsightsModule], controllers: [FiguresController, InsightsController] })
export class AnalyticsHttpModule {}
