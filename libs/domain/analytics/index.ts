export { AnalyticsModule } from './analytics.module';
export * from './analytics.types';
export { ConversationStatistics } from './conversation-statistics.service';
