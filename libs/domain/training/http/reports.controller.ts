import { Get, Query } from '@nestjs/common';
import { Answers, CurrentActor, IdParam, MainController, NeedsScope, Refuses, Summary, success } from '#infra/http';
import type { Actor } from '#kernel';
import { ModelComparisons } from '../comparisons/model-comparisons.service';
import { SessionReports } from '../reports/session-reports.service';
import { ComparisonQuery, ModelComparison } from './comparisons.dto';
import { ModelVersionParam } from './model-version-param';
import { TrainingReport } from './reports.dto';
import { toComparison, toReport } from './reports.mapper';

@MainController('', { tag: 'Training' })
export class TrainingReportsController {
  constructor(
    private readonly reports: SessionReports,
    private readonly comparisons: ModelComparisons,
  ) {}

  @Get('training/sessions/:id/report')
  @Summary(
    'Get the report of a training session',
    'What was measured on held-out examples, and what to do about the examples. 409 until the session is completed, and when its version was deleted.',
  )
  @NeedsScope('training:read')
  @Answers(200, TrainingReport)
  @Refuses(404, 409)
  async report(@CurrentActor() actor: Actor, @IdParam('id', 'session') id: string) {
    return success(toReport(await this.reports.get(actor, id)));
  }

  @Get('chatbots/:chatbotId/training/models/:version/comparison')
  @Summary(
    'Compare two trained models',
    'On the examples that both have held out, so that neither has learned from them. 409 when a version was trained before that was kept.',
  )
  @NeedsScope('training:read')
  @Answers(200, ModelComparison)
  @Refuses(400, 404, 409)
  async compare(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @ModelVersionParam('version') version: number,
    @Query() query: ComparisonQuery,
  ) {
    return success(toComparison(await this.comparisons.compare(actor, botId, version, query.with)));
  }
}
