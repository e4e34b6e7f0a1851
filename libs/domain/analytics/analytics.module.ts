import { Module } from '@nestjs/common';
import { AnalyticsQueries } from './analytics.queries';
import { ConversationStatistics } from './conversation-statistics.service';

@Module({ providers: [AnalyticsQueries, ConversationStatistics], exports: [ConversationStatistics] })
export class AnalyticsModule {}
