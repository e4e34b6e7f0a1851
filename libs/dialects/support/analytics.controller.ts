import { Get, Query } from '@nestjs/common';
import { ConversationStatistics } from '#domain/analytics';
import { CurrentActor, DialectController, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { Analytics, AnalyticsQuery } from './analytics.dto';
import { toAnalytics, toReportRequest } from './analytics.mapper';
import { Tells } from './support.answers';

@DialectController('api/v1/analytics', { tag: 'Analytics' })
export class AnalyticsController {
  constructor(private readonly statistics: ConversationStatistics) {}

  @Get()
  @Summary('Get analytics', 'Of all conversations of the team, whichever API they were held through.')
  @NeedsScope('analytics:read')
  @Tells(200, Analytics)
  @Refuses(400)
  async report(@CurrentActor() actor: Actor, @Query() query: AnalyticsQuery): Promise<Analytics> {
    return toAnalytics(await this.statistics.report(actor, toReportRequest(query)), query);
  }
}
