import { Get, Query } from '@nestjs/common';
import {
  Answers,
  CurrentActor,
  dateOf,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
} from '#infra/http';
import type { Actor } from '#kernel';
import { Experiments } from '../experiments/experiments.service';
import { IntegrationReport, IntegrationReportQuery } from './experiments.dto';
import { toIntegrationReport } from './experiments.mapper';

@MainController('chatbots/:chatbotId/integrations/report', { tag: 'Analytics' })
export class ExperimentsController {
  constructor(private readonly experiments: Experiments) {}

  @Get()
  @Summary(
    'Compare integrations',
    'What each did, and whether one is better than another by more than chance. It may be asked at any time and as often as one likes.',
  )
  @NeedsScope('analytics:read')
  @Answers(200, IntegrationReport)
  @Refuses(400, 404)
  async report(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() { from, to }: IntegrationReportQuery,
  ) {
    const days = { ...(from && { from: dateOf(from) }), ...(to && { to: dateOf(to) }) };
    return success(toIntegrationReport(await this.experiments.report(actor, botId, days)));
  }
}
