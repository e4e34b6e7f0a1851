import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { AnalyticsQueries } from './analytics.queries';
import { ConversationStatistics } from './conversation-statistics.service';
import { CountingModule } from './counting/counting.module';
import { BotFigures } from './figures/bot-figures.service';
import { FigureQueries } from './figures/figures.queries';

@Module({
  imports: [BotsModule, CountingModule],
  providers: [AnalyticsQueries, ConversationStatistics, FigureQueries, BotFigures],
  exports: [ConversationStatistics, BotFigures],
})
export class AnalyticsModule {}
