import { Get, Query } from '@nestjs/common';
import { Experiments } from '#domain/analytics';
import { CurrentActor, DialectController, dateOf, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { Tells, toData } from './manager.answers';
import { Report, ReportQuery } from './report.dto';
import { toReport } from './report.mapper';

const COMPARE =
  'What each did, and whether one is better than another by more than chance. Ask at any time and as often as you like.';

@DialectController('v1/bots/:bot_id/integrations/report', { tag: 'Integrations' })
export class ReportController {
  constructor(private readonly experiments: Experiments) {}

  @Get()
  @Summary('Compare integrations', COMPARE)
  @NeedsScope('analytics:read')
  @Tells(200, Report)
  @Refuses(404, 422)
  async report(
    @CurrentActor() actor: Actor,
    @IdParam('bot_id', 'bot') botId: string,
    @Query() { from, to }: ReportQuery,
  ) {
    const days = { ...(from && { from: dateOf(from) }), ...(to && { to: dateOf(to) }) };
    return toData(toReport(await this.experiments.report(actor, botId, days)));
  }
}
