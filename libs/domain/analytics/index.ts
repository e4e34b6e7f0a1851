export { AnalyticsModule } from './analytics.module';
export * from './analytics.types';
export { ConversationStatistics } from './conversation-statistics.service';
export { BotFigures } from './figures/bot-figures.service';
export * from './figures/figures.types';
export { PERIODS, type Period, type Range, type RangeRequest } from './figures/range';
