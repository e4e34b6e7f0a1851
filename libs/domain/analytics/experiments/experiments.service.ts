import { Injectable } from '@nestjs/common';
import { INTEGRATION_LIMITS, Integrations } from '#domain/integrations';
import { type Actor, Clock, DAY_MS, requireScope } from '#kernel';
import { analyticsErrors } from '../analytics.errors';
import { comparisonsOf, controlOf, LEAST_CONVERSATIONS, LEVEL, verdictOf } from './comparisons';
import { figuresOf, reportedOf, weightsOf } from './experiments.mapper';
import { type DaySpan, ExperimentQueries } from './experiments.queries';
import type { AbReport, AbReportRequest } from './experiments.types';

const ALL = { page: 1, limit: INTEGRATION_LIMITS.perBot };

/** What the integrations of a bot did, and whether one is better than another. */
@Injectable()
export class Experiments {
  constructor(
    private readonly integrations: Integrations,
    private readonly queries: ExperimentQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws `actor.scope_missing`, `bots.not_found`, `analytics.period_reversed`, `analytics.period_too_early` */
  async report(actor: Actor, botId: string, request: AbReportRequest = {}): Promise<AbReport> {
    requireScope(actor, 'analytics:read');
    const span = daysOf(request);
    const { items } = await this.integrations.list(actor, botId, ALL);
    const all = reportedOf(items, await this.queries.counted(botId, span));
    const arms = all.map(({ arm, counted }) => ({ ...arm, turns: counted.sums.turns }));
    const control = controlOf(arms);
    const comparisons = control ? comparisonsOf(arms, control) : [];
    const whole = { weights: weightsOf(all), conversations: arms.reduce((sum, arm) => sum + arm.conversations, 0) };
    return {
      botId,
      ...span,
      integrations: all.map((integration) => figuresOf(integration, whole)),
      controlId: control?.integrationId ?? null,
      comparisons,
      verdict: verdictOf(comparisons),
      level: LEVEL,
      leastConversations: LEAST_CONVERSATIONS,
      generatedAt: this.clock.now(),
    };
  }
}

function daysOf({ from, to }: AbReportRequest): DaySpan {
  const span = { from: from ? new Date(dayOf(from)) : null, to: to ? new Date(dayOf(to) + DAY_MS) : null };
  if ([span.from, span.to].some((at) => at && at.getTime() < 0)) throw analyticsErrors.period_too_early();
  if (span.from && span.to && span.to <= span.from) throw analyticsErrors.period_reversed();
  return span;
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / DAY_MS) * DAY_MS;
}
