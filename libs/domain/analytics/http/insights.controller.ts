import { Get, Query } from '@nestjs/common';
import { Answers, CurrentActor, IdParam, MainController, NeedsScope, Refuses, Summary, success } from '#infra/http';
import type { Actor } from '#kernel';
import { InsightsService } from '../insights/insights.service';
import { InsightReport, InsightsQuery } from './insights.dto';
import { toInsightReport } from './insights.mapper';

@MainController('chatbots/:chatbotId/insights', { tag: 'Analytics' })
export class InsightsController {
  constructor(private readonly insights: InsightsService) {}

  @Get()
  @Summary(
    'Get insights',
    'What has changed and whether by more than chance, what went without an answer or was rated badly, which documents and intents are of no use as they are, and the requests that mend it.',
  )
  @NeedsScope('analytics:read')
  @Answers(200, InsightReport)
  @Refuses(400, 404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() { period, timezone: timeZone, refresh: isFresh = false }: InsightsQuery,
  ) {
    return success(toInsightReport(await this.insights.of(actor, botId, { period, timeZone, isFresh })));
  }
}
